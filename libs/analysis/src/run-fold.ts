// Folds a run, day by day, into rates, milestones and what observations need; at the end into one summary.
import type { Frame } from '#libs/kernel';
import { BINDING_CONSTRAINTS, type Milestone } from '#libs/messages';
import type { Levers } from '#libs/model';
import type { CompiledScenario, LeverSchedule } from '#libs/scenario';
import { DayBoard } from './day-board';
import { holdingOf, type Holding } from './held-by';
import { MilestoneTeller } from './milestones/teller';
import type { Observables } from './observe';
import { DeskBoard } from './desk-board';
import { readMeters } from './electricity';
import { DayRates } from './rates';
import { chainScope, scopesOf, type Scopes } from './scopes';
import { spellsOf, staysAbove } from './sector-story';
import { StaffRates } from './staff';

/** Less than this share of a day's output overdue is rounding. */
const ON_TIME_RATIO = 1e-9;

/** A sector's half-way mark. */
const HALF = 0.5;

/** One day of a scope, kept for the summary. */
interface ScopeDay {
  readonly resumption: number;
  /** Null where no staff is modelled. */
  readonly returnToPost: number | null;
  readonly capacityRecovery: number;
  readonly throughput: number;
  readonly lostYuan: number;
  readonly lostValueAddedYuan: number;
}

export interface FoldedDay {
  readonly day: number;
  readonly board: DayBoard;
  readonly rates: DayRates;
  readonly staff: StaffRates;
  /** By sector: position in BINDING_CONSTRAINTS. */
  readonly heldBy: Uint8Array;
  readonly milestones: readonly Milestone[];
  readonly milestonesCounted: number;
}

export interface Series {
  /** By scope (sectors, zones, chain), then day. */
  readonly scopes: ScopeDay[][];
  /** By sector, then day: position in BINDING_CONSTRAINTS, and lost value added. */
  readonly bounds: number[][];
  readonly lost: number[][];
  readonly missedFinalYuan: number[];
  readonly shopsOpen: number[];
  readonly turnoverYuan: number[];
  readonly visitors: number[];
  readonly containers: number[];
  readonly passesHeld: number[];
  readonly overdueYuan: number[];
  readonly penaltyYuan: number[];
  readonly cancelledYuan: number[];
  /** Exporters with nothing overdue at the end of the day, and nothing cancelled on it. */
  readonly onTime: number[];
  /** Output, and staff on post over normal staff, of enterprises that observations name. */
  readonly watched: Map<number, number[]>;
  readonly watchedStaff: Map<number, (number | null)[]>;
  /** Observations of the meter on their day, by id. */
  readonly electricity: Map<string, number>;
}

export class RunFold {
  readonly scopes: Scopes;
  readonly series: Series;
  milestonesTold = 0;
  milestonesCounted = 0;
  readonly #board: DayBoard;
  readonly #rates: DayRates;
  readonly #staff: StaffRates;
  readonly #desk: DeskBoard;
  readonly #teller: MilestoneTeller;

  constructor(readonly compiled: CompiledScenario) {
    const { chain, observations } = compiled;
    this.scopes = scopesOf(chain);
    this.#board = new DayBoard(chain);
    this.#rates = new DayRates(this.scopes);
    this.#staff = new StaffRates(this.scopes);
    this.#desk = new DeskBoard(chain);
    this.#teller = new MilestoneTeller(compiled);
    const watched = observations.flatMap(({ enterprise }) => (enterprise >= 0 ? [enterprise] : []));
    this.series = {
      scopes: Array.from(this.scopes.count, () => []),
      bounds: chain.sectors.map(() => []),
      lost: chain.sectors.map(() => []),
      missedFinalYuan: [],
      shopsOpen: [],
      turnoverYuan: [],
      visitors: [],
      containers: [],
      passesHeld: [],
      overdueYuan: [],
      penaltyYuan: [],
      cancelledYuan: [],
      onTime: [],
      watched: new Map(watched.map((enterprise) => [enterprise, []])),
      watchedStaff: new Map(watched.map((enterprise) => [enterprise, []])),
      electricity: new Map(),
    };
  }

  /** The board and rates of the result are overwritten by the next day. */
  fold(day: number, frames: readonly Frame[], levers: Levers): FoldedDay {
    this.#board.read(frames);
    this.#rates.fold(this.#board);
    this.#staff.fold(this.#board);
    this.#desk.read(frames);
    const holding = holdingOf(this.#board, this.scopes, this.#rates);
    this.#keep(holding, levers);
    readMeters(this.series.electricity, this.compiled, this.#board, day);
    const { told, counted } = this.#teller.tell({
      day,
      board: this.#board,
      rates: this.#rates,
      staff: this.#staff,
      desk: this.#desk,
      holding,
    });
    this.milestonesTold += told.length;
    this.milestonesCounted += counted;
    return {
      day,
      board: this.#board,
      rates: this.#rates,
      staff: this.#staff,
      heldBy: holding.bound,
      milestones: told,
      milestonesCounted: counted,
    };
  }

  /** The rates of a day beyond the run: nothing is kept. */
  ratesOnly(frames: readonly Frame[]): DayRates {
    this.#board.read(frames);
    this.#rates.fold(this.#board);
    return this.#rates;
  }

  get observables(): Observables {
    const { chain, schedule } = this.compiled;
    const { stageStarts } = chain.enterprises;
    const { scopes } = this.series;
    const over =
      (value: (sector: number, day: number) => number, weights: Float64Array) =>
      (sectors: readonly number[], day: number): number => {
        const sum = (term: (sector: number) => number): number =>
          sectors.reduce((all, sector) => all + term(sector), 0);
        const whole = sum((sector) => weights[sector]);
        return whole > 0 ? sum((sector) => weights[sector] * value(sector, day)) / whole : 1;
      };
    const recovered = over(
      (sector, day) => 1 - scopes[sector][day].lostValueAddedYuan / this.scopes.valueAddedYuan[sector],
      this.scopes.valueAddedYuan,
    );
    const heads = Float64Array.from(chain.sectors, (_, sector) => this.#staff.normalHeads(sector));
    const onPost = over((sector, day) => scopes[sector][day].returnToPost ?? 0, heads);
    const staffed = (sectors: readonly number[], day: number): number | null =>
      sectors.some((sector) => heads[sector] > 0) ? onPost(sectors, day) : null;
    return {
      days: this.series.shopsOpen.length,
      shopCount: stageStarts.exporters - stageStarts.markets,
      capacityRecovery: (sectors, day) =>
        sectors.length === 1 ? scopes[sectors[0]][day].capacityRecovery : recovered(sectors, day),
      resumption: over((sector, day) => scopes[sector][day].resumption, this.scopes.count),
      throughput: over((sector, day) => scopes[sector][day].throughput, this.scopes.finalYuan),
      returnToPost: (sectors, enterprise, day) =>
        enterprise >= 0 ? (this.series.watchedStaff.get(enterprise)?.[day] ?? null) : staffed(sectors, day),
      electricity: this.series.electricity,
      halfwayDay: (sector) =>
        staysAbove(
          scopes[sector].map((day) => day.capacityRecovery),
          HALF,
        ),
      firstHeldBy: (sectors, bound) => this.#firstHeldBy(sectors, bound),
      shopsOpen: this.series.shopsOpen,
      turnoverYuan: this.series.turnoverYuan,
      visitors: this.series.visitors,
      containers: this.series.containers,
      passesHeld: this.series.passesHeld,
      outputOf: (enterprise) => this.series.watched.get(enterprise) ?? [],
      lever: (path, day) => schedule.tracks.find((track) => track.path === path)?.values[day] ?? null,
      marketOpening: openingDay(schedule),
    };
  }

  #keep({ bound, lostYuan }: Holding, levers: Levers): void {
    const { series } = this;
    const rates = this.#rates;
    series.scopes.forEach((days, scope) =>
      days.push({
        resumption: rates.resumption[scope],
        returnToPost: this.#staff.returnToPost[scope],
        capacityRecovery: rates.capacityRecovery[scope],
        throughput: rates.throughput[scope],
        lostYuan: rates.lostYuan[scope],
        lostValueAddedYuan: rates.lostValueAddedYuan[scope],
      }),
    );
    bound.forEach((at, sector) => {
      series.bounds[sector].push(at);
      series.lost[sector].push(lostYuan[sector]);
    });
    series.missedFinalYuan.push(rates.missedFinalYuan[chainScope(this.scopes)]);
    this.#keepMarket(levers);
    this.#keepExports();
    series.passesHeld.push(this.#passesHeld(levers));
    for (const [enterprise, days] of series.watched) days.push(this.#board.outputYuan[enterprise]);
    for (const [enterprise, days] of series.watchedStaff) {
      const staff = this.compiled.chain.workers?.staffHeads[enterprise] ?? 0;
      days.push(staff > 0 ? this.#board.onPostHeads[enterprise] / staff : null);
    }
  }

  #firstHeldBy(sectors: readonly number[], bound: string): number | null {
    const days = sectors.flatMap((sector) =>
      spellsOf(this.series.bounds[sector]).flatMap((spell) => (spell.bound === bound ? [spell.fromDay] : [])),
    );
    return days.length > 0 ? Math.min(...days) : null;
  }

  /** Passes held on all corridors; where there is no office, those on issue. */
  #passesHeld({ corridors }: Levers): number {
    const { chain, passHolders } = this.#board;
    const hasOffice = chain.corridors.officeDays.some((days) => days > 0);
    return (hasOffice ? passHolders : corridors.passes).reduce((sum, passes) => sum + passes, 0);
  }

  #keepMarket({ market }: Levers): void {
    const { series } = this;
    const { isOpen, takenYuan, chain } = this.#board;
    const { stageStarts, baseOutputYuan } = chain.enterprises;
    const { markets, exporters } = stageStarts;
    const weight = sumOf(baseOutputYuan, markets, exporters);
    const openWeight = sumOfProducts(isOpen, baseOutputYuan, markets, exporters);
    series.shopsOpen.push(sumOf(isOpen, markets, exporters));
    series.turnoverYuan.push(sumOf(takenYuan, markets, exporters));
    series.visitors.push(weight > 0 ? (market.visitors * openWeight) / weight : 0);
  }

  #keepExports(): void {
    const { series } = this;
    const { containersLeft, finalBacklogYuan, penaltyYuan, cancelledYuan, chain } = this.#board;
    const { stageStarts, baseOutputYuan, count } = chain.enterprises;
    const { exporters } = stageStarts;
    let onTime = 0;
    for (let i = exporters; i < count; i++)
      onTime += finalBacklogYuan[i] + cancelledYuan[i] > ON_TIME_RATIO * baseOutputYuan[i] ? 0 : 1;
    series.containers.push(sumOf(containersLeft, exporters, count));
    series.overdueYuan.push(sumOf(finalBacklogYuan, exporters, count));
    series.penaltyYuan.push(sumOf(penaltyYuan, exporters, count));
    series.cancelledYuan.push(sumOf(cancelledYuan, exporters, count));
    series.onTime.push(onTime);
  }
}

/** First day on which the market is open; null when it has no opening day, or none in the run. */
function openingDay({ market, tracks }: LeverSchedule): number | null {
  const day = market ? tracks[market.opens].values.findIndex((isOpen) => isOpen > 0) : -1;
  return day < 0 ? null : day;
}

/** The name of a constraint by its position. */
export function boundName(at: number): string {
  return BINDING_CONSTRAINTS[at];
}

function sumOf(column: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += column[i];
  return sum;
}

function sumOfProducts(a: Float64Array, b: Float64Array, from: number, to: number): number {
  let sum = 0;
  for (let i = from; i < to; i++) sum += a[i] * b[i];
  return sum;
}

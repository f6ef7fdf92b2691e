// Folds a run, day by day, into rates, milestones and what observations need; at the end into one summary.
import type { Frame } from '#libs/kernel';
import { BINDING_CONSTRAINTS, type Milestone } from '#libs/messages';
import type { Levers } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import { DayBoard } from './day-board';
import { holdingOf, type Holding } from './held-by';
import { MilestoneTeller } from './milestones/teller';
import type { Observables } from './observe';
import { DayRates } from './rates';
import { scopesOf, type Scopes } from './scopes';

/** Less than this share of a day's output overdue is rounding. */
const ON_TIME_RATIO = 1e-9;

/** One day of a scope, kept for the summary. */
interface ScopeDay {
  readonly resumption: number;
  readonly capacityRecovery: number;
  readonly throughput: number;
  readonly lostYuan: number;
  readonly lostValueAddedYuan: number;
}

export interface FoldedDay {
  readonly day: number;
  readonly board: DayBoard;
  readonly rates: DayRates;
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
  readonly overdueYuan: number[];
  readonly penaltyYuan: number[];
  /** Exporters with nothing overdue at the end of the day. */
  readonly onTime: number[];
  readonly watched: Map<number, number[]>;
}

export class RunFold {
  readonly scopes: Scopes;
  readonly series: Series;
  milestonesTold = 0;
  milestonesCounted = 0;
  readonly #board: DayBoard;
  readonly #rates: DayRates;
  readonly #teller: MilestoneTeller;

  constructor(readonly compiled: CompiledScenario) {
    const { chain, observations } = compiled;
    this.scopes = scopesOf(chain);
    this.#board = new DayBoard(chain);
    this.#rates = new DayRates(this.scopes);
    this.#teller = new MilestoneTeller(compiled);
    const watched = observations
      .filter(({ enterprise }) => enterprise >= 0)
      .map(({ enterprise }): [number, number[]] => [enterprise, []]);
    this.series = {
      scopes: Array.from(this.scopes.count, () => []),
      bounds: chain.sectors.map(() => []),
      lost: chain.sectors.map(() => []),
      missedFinalYuan: [],
      shopsOpen: [],
      turnoverYuan: [],
      visitors: [],
      containers: [],
      overdueYuan: [],
      penaltyYuan: [],
      onTime: [],
      watched: new Map(watched),
    };
  }

  /** The board and rates of the result are overwritten by the next day. */
  fold(day: number, frames: readonly Frame[], levers: Levers): FoldedDay {
    this.#board.read(frames);
    this.#rates.fold(this.#board);
    const holding = holdingOf(this.#board, this.scopes, this.#rates);
    this.#keep(holding, levers);
    const { told, counted } = this.#teller.tell({ day, board: this.#board, rates: this.#rates, holding });
    this.milestonesTold += told.length;
    this.milestonesCounted += counted;
    return { day, board: this.#board, rates: this.#rates, milestones: told, milestonesCounted: counted };
  }

  /** The rates of a day beyond the run: nothing is kept. */
  ratesOnly(frames: readonly Frame[]): DayRates {
    this.#board.read(frames);
    this.#rates.fold(this.#board);
    return this.#rates;
  }

  get observables(): Observables {
    const { chain, schedule, calendar, spec } = this.compiled;
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
    return {
      days: this.series.shopsOpen.length,
      shopCount: stageStarts.exporters - stageStarts.markets,
      capacityRecovery: (sectors, day) =>
        sectors.length === 1 ? scopes[sectors[0]][day].capacityRecovery : recovered(sectors, day),
      resumption: over((sector, day) => scopes[sector][day].resumption, this.scopes.count),
      throughput: over((sector, day) => scopes[sector][day].throughput, this.scopes.finalYuan),
      shopsOpen: this.series.shopsOpen,
      turnoverYuan: this.series.turnoverYuan,
      visitors: this.series.visitors,
      containers: this.series.containers,
      outputOf: (enterprise) => this.series.watched.get(enterprise) ?? [],
      lever: (path, day) => schedule.tracks.find((track) => track.path === path)?.values[day] ?? null,
      marketOpening: spec.market.opens === undefined ? null : calendar.dayOf(spec.market.opens),
    };
  }

  #keep({ bound, lostYuan }: Holding, levers: Levers): void {
    const { series } = this;
    const rates = this.#rates;
    series.scopes.forEach((days, scope) =>
      days.push({
        resumption: rates.resumption[scope],
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
    const chain = this.scopes.count.length - 1;
    series.missedFinalYuan.push(Math.max(0, this.scopes.finalYuan[chain] - rates.finalServedYuan[chain]));
    this.#keepMarket(levers);
    for (const [enterprise, days] of series.watched) days.push(this.#board.outputYuan[enterprise]);
  }

  #keepMarket({ market }: Levers): void {
    const { isOpen, takenYuan, containersLeft, finalBacklogYuan, penaltyYuan, chain } = this.#board;
    const { stageStarts, baseOutputYuan, count } = chain.enterprises;
    let open = 0;
    let openWeight = 0;
    let weight = 0;
    let taken = 0;
    for (let i = stageStarts.markets; i < stageStarts.exporters; i++) {
      open += isOpen[i];
      openWeight += isOpen[i] * baseOutputYuan[i];
      weight += baseOutputYuan[i];
      taken += takenYuan[i];
    }
    let containers = 0;
    let overdue = 0;
    let penalty = 0;
    let onTime = 0;
    for (let i = stageStarts.exporters; i < count; i++) {
      containers += containersLeft[i];
      overdue += finalBacklogYuan[i];
      penalty += penaltyYuan[i];
      onTime += finalBacklogYuan[i] > ON_TIME_RATIO * baseOutputYuan[i] ? 0 : 1;
    }
    this.series.shopsOpen.push(open);
    this.series.turnoverYuan.push(taken);
    this.series.visitors.push(weight > 0 ? (market.visitors * openWeight) / weight : 0);
    this.series.containers.push(containers);
    this.series.overdueYuan.push(overdue);
    this.series.penaltyYuan.push(penalty);
    this.series.onTime.push(onTime);
  }
}

/** The name of a constraint by its position. */
export function boundName(at: number): string {
  return BINDING_CONSTRAINTS[at];
}

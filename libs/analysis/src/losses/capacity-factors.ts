// What an enterprise's own capacity falls short by, factor by factor: cap / (k P0 alpha) is the product over groups of the
// smallest ratio in the group. A factor's shortfall is a root cause of the enterprise's sector or, where a rule and not
// the scenario drives it, has a composition of its own (`carrier`). To add a factor is to add an entry to the list.
import type { LossCause } from '#libs/messages';
import { capacityOfStaff, type Chain, type Levers } from '#libs/model';
import type { DayBoard } from '../day-board';
import type { Blend } from './blend';
import type { Carriers } from './carriers';
import type { RootCauses } from './causes';
import { shareOfMin } from './min-shares';
import { shareOfProduct } from './product-shares';

export interface FactorSources {
  readonly chain: Chain;
  readonly levers: Levers;
  readonly board: DayBoard;
}

/** Rows of a state that a rule and not the scenario drives: first row of a composition for each enterprise. */
interface OwnComposition {
  readonly name: string;
  readonly firstRow: (carriers: Carriers) => number;
}

interface FactorRule {
  /** Whose a shortfall is: a root cause of the enterprise's own sector, or a state's own composition. */
  readonly whose: LossCause | OwnComposition;
  /** Factors of one group limit like the weakest link; groups multiply. */
  readonly group: number;
  /** Today's ratio of each enterprise, 0..1; above 1 counts as 1. */
  readonly fill: (ratios: Float64Array, sources: FactorSources) => void;
}

/** The group of whatever closes an enterprise. */
const CLOSING = 0;

const FACTORS: readonly FactorRule[] = [
  { whose: 'gate', group: CLOSING, fill: fillGate },
  { whose: 'closure', group: CLOSING, fill: fillClosure },
  { whose: 'capacity', group: 1, fill: fillCapacity },
  { whose: 'utility', group: 2, fill: fillUtility },
  { whose: { name: 'staff', firstRow: ({ staff }) => staff }, group: 2, fill: fillStaff },
];

function fillCapacity(ratios: Float64Array, { chain, levers }: FactorSources): void {
  const { capacityGroup } = chain.enterprises;
  for (let i = 0; i < ratios.length; i++) ratios[i] = levers.capacity[capacityGroup[i]];
}

function fillUtility(ratios: Float64Array, { chain, levers }: FactorSources): void {
  const { utilityGroup } = chain.enterprises;
  for (let i = 0; i < ratios.length; i++) ratios[i] = levers.utility[utilityGroup[i]];
}

function fillStaff(ratios: Float64Array, { chain, board }: FactorSources): void {
  const { workers, enterprises } = chain;
  if (!workers) return;
  const { labourRatio, maskRatio } = board;
  for (let i = 0; i < ratios.length; i++) {
    const exponent = workers.labourExponent[enterprises.sector[i]];
    ratios[i] = capacityOfStaff(labourRatio[i] * maskRatio[i], exponent);
  }
}

/** Who is closed again with the place; a shop then still sells online. */
function fillClosure(ratios: Float64Array, { chain, levers, board }: FactorSources): void {
  if (!chain.risk) return;
  const { stageStarts } = chain.enterprises;
  for (let i = 0; i < ratios.length; i++) {
    const isShop = i >= stageStarts.markets && i < stageStarts.exporters;
    ratios[i] = board.isShut[i] > 0 ? (isShop ? levers.market.onlineShare : 0) : 1;
  }
}

/** A closed shop still sells online. */
function fillGate(ratios: Float64Array, { chain, levers, board }: FactorSources): void {
  const { stageStarts } = chain.enterprises;
  const closedShop = chain.hasOpeningDay ? levers.market.onlineShare : 0;
  for (let i = 0; i < ratios.length; i++) {
    const isShop = i >= stageStarts.markets && i < stageStarts.exporters;
    ratios[i] = board.isOpen[i] > 0 || board.isShut[i] > 0 ? 1 : isShop ? closedShop : 0;
  }
}

interface Factor {
  readonly rule: FactorRule;
  readonly ratios: Float64Array;
  /** Row of the composition of each enterprise; -1 where the factor cannot act. */
  readonly rows: Int32Array;
}

const MOST = 16;

export class CapacityFactors {
  readonly #factors: readonly Factor[];
  readonly #groupCount: number;
  /** Per enterprise, how many factors fall short today and the last of them; the same of those that close it. */
  readonly #short: Uint8Array;
  readonly #last: Uint8Array;
  readonly #shut: Uint8Array;
  readonly #lastShut: Uint8Array;
  readonly #ratios = new Float64Array(MOST);
  readonly #groupRatios = new Float64Array(MOST);
  readonly #groupBorne = new Float64Array(MOST);
  readonly #borne = new Float64Array(MOST);

  constructor(
    private readonly chain: Chain,
    causes: RootCauses,
    carriers: Carriers,
  ) {
    const { sector, count } = chain.enterprises;
    this.#short = new Uint8Array(count);
    this.#last = new Uint8Array(count);
    this.#shut = new Uint8Array(count);
    this.#lastShut = new Uint8Array(count);
    this.#groupCount = 1 + Math.max(...FACTORS.map(({ group }) => group));
    this.#factors = FACTORS.map((rule) => {
      const { whose } = rule;
      const ratios = new Float64Array(count).fill(1);
      if (typeof whose === 'object') {
        const first = whose.firstRow(carriers);
        return { rule, ratios, rows: Int32Array.from(ratios, (_, i) => first + i) };
      }
      const rows = Int32Array.from(sector, (at) => {
        const number = causes.number(chain.sectors[at].outside ? 'external-input' : whose, at);
        return number < 0 ? -1 : carriers.terminal + number;
      });
      return { rule, ratios, rows };
    });
  }

  read(sources: FactorSources): void {
    this.#short.fill(0);
    this.#shut.fill(0);
    this.#factors.forEach(({ rule, ratios }, f) => {
      rule.fill(ratios, sources);
      countShort(ratios, f, this.#short, this.#last);
      if (rule.group === CLOSING) countShort(ratios, f, this.#shut, this.#lastShut);
    });
  }

  /**
   * Adds what each factor of an enterprise bears of its missing capacity.
   * @throws Error when a factor acts whose cause is not among the run's
   */
  addTo(blend: Blend, i: number): void {
    const short = this.#short[i];
    if (short === 0) return;
    const last = this.#last[i];
    if (short === 1) blend.add(1 - this.#factors[last].ratios[i], this.#rowOf(last, i));
    else this.#addSeveral(blend, i);
  }

  /** Adds a part of that size that is there because the enterprise is closed. @throws Error as `addTo` */
  addClosed(blend: Blend, i: number, size: number): void {
    if (size === 0 || this.#shut[i] === 0) return;
    if (this.#shut[i] === 1) blend.add(size, this.#rowOf(this.#lastShut[i], i));
    else this.#addGroup(blend, i, CLOSING, size);
  }

  #addSeveral(blend: Blend, i: number): void {
    this.#groupRatios.fill(1);
    for (const { rule, ratios } of this.#factors)
      this.#groupRatios[rule.group] = Math.min(this.#groupRatios[rule.group], ratios[i]);
    shareOfProduct(this.#groupRatios, this.#groupCount, this.#groupBorne);
    for (let group = 0; group < this.#groupCount; group++) this.#addGroup(blend, i, group, this.#groupBorne[group]);
  }

  /** Shares a size among the factors of one group. */
  #addGroup(blend: Blend, i: number, group: number, size: number): void {
    if (size === 0) return;
    const factors = this.#factors;
    let lack = 0;
    for (let f = 0; f < factors.length; f++) {
      const ratio = factors[f].rule.group === group ? factors[f].ratios[i] : 1;
      this.#ratios[f] = ratio;
      lack = Math.max(lack, 1 - ratio);
    }
    if (lack === 0) return;
    shareOfMin(this.#ratios, factors.length, 1, this.#borne);
    for (let f = 0; f < factors.length; f++)
      if (this.#borne[f] > 0) blend.add((this.#borne[f] / lack) * size, this.#rowOf(f, i));
  }

  #rowOf(f: number, i: number): number {
    const row = this.#factors[f].rows[i];
    if (row < 0) throw this.#unnumbered(f, i);
    return row;
  }

  #unnumbered(f: number, i: number): Error {
    const { whose } = this.#factors[f].rule;
    const cause = typeof whose === 'object' ? whose.name : whose;
    const { ids, sector } = this.chain.enterprises;
    return new Error(`${cause} of ${this.chain.sectors[sector[i]].id} acts on ${ids[i]}, unforeseen by the scenario`);
  }
}

function countShort(ratios: Float64Array, f: number, counts: Uint8Array, last: Uint8Array): void {
  for (let i = 0; i < ratios.length; i++) {
    if (!(ratios[i] < 1)) continue;
    counts[i]++;
    last[i] = f;
  }
}

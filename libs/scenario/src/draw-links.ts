// Who deals with whom, by rule: the side with more enterprises draws its partners, the larger ones more often; whoever
// was drawn by nobody gets one partner. Then flows: needs of the buyers split over suppliers by size, brought near the
// suppliers' sizes by proportional fitting, buyers' needs exact last.
import type { Random } from '#libs/kernel';
import { STREAMS } from '#libs/model';

export interface Pairs {
  readonly suppliers: number[];
  readonly buyers: number[];
}

export interface Side {
  /** Rows of the sector's enterprises. */
  readonly rows: readonly number[];
  readonly size: ArrayLike<number>;
}

const MAX_REDRAWS = 20;

/**
 * Draws the links of one rule.
 * @param rule number of the rule: its own stream of draws
 */
export function drawPairs(random: Random, rule: number, sellers: Side, buyers: Side, partners: number): Pairs {
  const isSellerLarger = sellers.rows.length >= buyers.rows.length;
  const [many, few] = isSellerLarger ? [sellers, buyers] : [buyers, sellers];
  const pairs: Pairs = { suppliers: [], buyers: [] };
  const link = (a: number, b: number): void => {
    pairs.suppliers.push(isSellerLarger ? a : b);
    pairs.buyers.push(isSellerLarger ? b : a);
  };
  const fewSums = runningSums(few);
  const isDrawn = new Uint8Array(few.rows.length);
  const wanted = Math.min(partners, few.rows.length);
  const chosen = new Int32Array(wanted);
  for (const row of many.rows) {
    for (let k = 0; k < wanted; k++) {
      chosen[k] = drawNew(random, rule, row, k, fewSums, chosen);
      isDrawn[chosen[k]] = 1;
      link(row, few.rows[chosen[k]]);
    }
  }
  const manySums = runningSums(many);
  few.rows.forEach((row, i) => {
    if (!isDrawn[i]) link(many.rows[search(manySums, random.uniform(STREAMS.partner, row, rule, 0))], row);
  });
  return pairs;
}

/** A partner not yet chosen: a few draws, then the next free one. */
function drawNew(random: Random, rule: number, row: number, k: number, sums: Float64Array, chosen: Int32Array): number {
  const isTaken = (partner: number): boolean => {
    for (let i = 0; i < k; i++) if (chosen[i] === partner) return true;
    return false;
  };
  for (let redraw = 0; redraw < MAX_REDRAWS; redraw++) {
    const partner = search(sums, random.uniform(STREAMS.partner, row, rule, k * MAX_REDRAWS + redraw));
    if (!isTaken(partner)) return partner;
  }
  let partner = 0;
  while (isTaken(partner)) partner++;
  return partner;
}

function runningSums({ rows, size }: Side): Float64Array {
  let sum = 0;
  const sums = Float64Array.from(rows, (row) => (sum += size[row]));
  return sums.map((value) => value / sum);
}

function search(sums: Float64Array, draw: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sums[middle] <= draw) low = middle + 1;
    else high = middle;
  }
  return low;
}

const FITTING_ROUNDS = 25;

/**
 * Flows of a rule's links.
 * @param needs   yuan a day each buyer row takes through this rule
 * @param targets yuan a day each supplier row should sell; only proportions count
 * @returns flow of each pair; each buyer's flows add up to its need
 */
export function fitFlows(pairs: Pairs, needs: Float64Array, targets: Float64Array): Float64Array {
  const { suppliers, buyers } = pairs;
  const flows = Float64Array.from(suppliers, (supplier) => targets[supplier]);
  const sums = new Float64Array(needs.length);
  let wanted = 0;
  let aimed = 0;
  const counted = new Uint8Array(needs.length);
  for (let i = 0; i < suppliers.length; i++) {
    if (!counted[suppliers[i]]) aimed += targets[suppliers[i]];
    counted[suppliers[i]] = 1;
  }
  for (const need of needs) wanted += need;
  const scale = aimed > 0 ? wanted / aimed : 0;
  scaleTo(flows, buyers, needs, 1, sums);
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    scaleTo(flows, suppliers, targets, scale, sums);
    scaleTo(flows, buyers, needs, 1, sums);
  }
  return flows;
}

function scaleTo(
  flows: Float64Array,
  rows: readonly number[],
  goals: Float64Array,
  scale: number,
  sums: Float64Array,
): void {
  sums.fill(0);
  for (let i = 0; i < flows.length; i++) sums[rows[i]] += flows[i];
  for (let i = 0; i < flows.length; i++) flows[i] *= sums[rows[i]] > 0 ? (goals[rows[i]] * scale) / sums[rows[i]] : 0;
}

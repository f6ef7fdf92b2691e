// Who deals with whom, by rule: the side with more enterprises draws its partners, the larger ones more often; whoever
// was drawn by nobody gets one partner. Then flows: needs of the buyers split over suppliers by size, brought near the
// suppliers' sizes by proportional fitting, buyers' needs exact last.
import type { Random } from '#libs/kernel';
import { STREAMS } from '#libs/model';

export interface Pairs {
  readonly suppliers: Int32Array;
  readonly buyers: Int32Array;
}

export interface Side {
  /** Rows of the sector's enterprises. */
  readonly rows: Int32Array;
  readonly size: Float64Array;
}

const MAX_REDRAWS = 20;

/**
 * Draws the links of one rule.
 * @param rule number of the rule: its own stream of draws
 */
export function drawPairs(random: Random, rule: number, sellers: Side, buyers: Side, partners: number): Pairs {
  const isSellerLarger = sellers.rows.length >= buyers.rows.length;
  const [many, few] = isSellerLarger ? [sellers, buyers] : [buyers, sellers];
  const wanted = Math.min(partners, few.rows.length);
  const most = many.rows.length * wanted + few.rows.length;
  const ofMany = new Int32Array(most);
  const ofFew = new Int32Array(most);
  let count = 0;
  const fewSums = runningSums(few);
  const isDrawn = new Uint8Array(few.rows.length);
  const chosen = new Int32Array(wanted);
  for (let i = 0; i < many.rows.length; i++) {
    for (let k = 0; k < wanted; k++) {
      const partner = drawNew(random, rule, many.rows[i], k, fewSums, chosen);
      chosen[k] = partner;
      isDrawn[partner] = 1;
      ofMany[count] = many.rows[i];
      ofFew[count++] = few.rows[partner];
    }
  }
  const manySums = runningSums(many);
  for (let i = 0; i < few.rows.length; i++) {
    if (isDrawn[i]) continue;
    ofMany[count] = many.rows[search(manySums, random.uniform(STREAMS.partner, few.rows[i], rule, 0))];
    ofFew[count++] = few.rows[i];
  }
  const [a, b] = [ofMany.subarray(0, count), ofFew.subarray(0, count)];
  return isSellerLarger ? { suppliers: a, buyers: b } : { suppliers: b, buyers: a };
}

/** A partner not yet chosen: a few draws, then the next free one. */
function drawNew(random: Random, rule: number, row: number, k: number, sums: Float64Array, chosen: Int32Array): number {
  for (let redraw = 0; redraw < MAX_REDRAWS; redraw++) {
    const partner = search(sums, random.uniform(STREAMS.partner, row, rule, k * MAX_REDRAWS + redraw));
    if (!isTaken(chosen, k, partner)) return partner;
  }
  let partner = 0;
  while (isTaken(chosen, k, partner)) partner++;
  return partner;
}

function isTaken(chosen: Int32Array, count: number, partner: number): boolean {
  for (let i = 0; i < count; i++) if (chosen[i] === partner) return true;
  return false;
}

function runningSums({ rows, size }: Side): Float64Array {
  const sums = new Float64Array(rows.length);
  let sum = 0;
  for (let i = 0; i < rows.length; i++) sums[i] = sum += size[rows[i]];
  for (let i = 0; i < rows.length; i++) sums[i] /= sum;
  return sums;
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
 * @param pairs   all links of the rule: suppliers among `sellers`, buyers among `buyers`
 * @param needs   yuan a day each buyer row takes through this rule
 * @param targets yuan a day each supplier row should sell; only proportions count
 * @param scratch one place per row, for sums
 * @returns flow of each pair; each buyer's flows add up to its need
 */
export function fitFlows(
  pairs: Pairs,
  sides: { readonly sellers: Int32Array; readonly buyers: Int32Array },
  needs: Float64Array,
  targets: Float64Array,
  scratch: Float64Array,
): Float64Array {
  const { suppliers, buyers } = pairs;
  const flows = new Float64Array(suppliers.length);
  let aimed = 0;
  let wanted = 0;
  for (let i = 0; i < sides.sellers.length; i++) scratch[sides.sellers[i]] = 0;
  for (let i = 0; i < suppliers.length; i++) {
    flows[i] = targets[suppliers[i]];
    if (scratch[suppliers[i]] === 0) aimed += flows[i];
    scratch[suppliers[i]] = 1;
  }
  for (let i = 0; i < sides.buyers.length; i++) wanted += needs[sides.buyers[i]];
  const scale = aimed > 0 ? wanted / aimed : 0;
  scaleTo(flows, buyers, sides.buyers, needs, 1, scratch);
  for (let round = 0; round < FITTING_ROUNDS; round++) {
    scaleTo(flows, suppliers, sides.sellers, targets, scale, scratch);
    scaleTo(flows, buyers, sides.buyers, needs, 1, scratch);
  }
  return flows;
}

/** Scales each row's flows so that they add up to its goal. */
function scaleTo(
  flows: Float64Array,
  rowOf: Int32Array,
  rows: Int32Array,
  goals: Float64Array,
  scale: number,
  sums: Float64Array,
): void {
  for (let i = 0; i < rows.length; i++) sums[rows[i]] = 0;
  for (let i = 0; i < flows.length; i++) sums[rowOf[i]] += flows[i];
  // From here on a row's place holds its factor.
  for (let i = 0; i < rows.length; i++)
    sums[rows[i]] = sums[rows[i]] > 0 ? (goals[rows[i]] * scale) / sums[rows[i]] : 0;
  for (let i = 0; i < flows.length; i++) flows[i] *= sums[rowOf[i]];
}

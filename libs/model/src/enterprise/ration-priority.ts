// Priority rationing: first every class gets its floor (a share of supply, if it asks that much), then the classes are
// served in order, 0 first; inside a class in proportion. Final demand is the last class.
import type { EnterpriseState } from './state';

/** Classes of links that a scenario may name, final demand included. */
export const MAX_PRIORITIES = 8;

const asked = new Float64Array(MAX_PRIORITIES);
const granted = new Float64Array(MAX_PRIORITIES);

/**
 * Shares scarce supply over classes.
 * @param askedYuan   what each class asks, >= 0, most important first
 * @param floors      share of supply kept for each class, 0..1; classes beyond the list have none
 * @param grantedYuan result: sums to min(supply, asked); no class gets more than it asks
 */
export function shareByPriority(
  supplyYuan: number,
  askedYuan: Float64Array,
  floors: readonly number[],
  grantedYuan: Float64Array,
): void {
  let rest = supplyYuan;
  for (let c = 0; c < askedYuan.length; c++) {
    grantedYuan[c] = Math.min(askedYuan[c], rest, supplyYuan * (floors[c] ?? 0));
    rest -= grantedYuan[c];
  }
  for (let c = 0; c < askedYuan.length; c++) {
    const more = Math.min(askedYuan[c] - grantedYuan[c], Math.max(0, rest));
    grantedYuan[c] += more;
    rest -= more;
  }
}

/** Shares `supplyYuan` of an enterprise that cannot meet its whole demand. */
export function fillByPriority(
  state: EnterpriseState,
  row: number,
  supplyYuan: number,
  floors: readonly number[],
): void {
  const { shippedYuan, orderBookYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts, priority } = part.supplies;
  asked.fill(0);
  for (let slot = starts[row]; slot < starts[row + 1]; slot++) asked[priority[slot]] += orderBookYuan[slot];
  asked[MAX_PRIORITIES - 1] += finalDemandYuan[row];
  shareByPriority(supplyYuan, asked, floors, granted);
  for (let slot = starts[row]; slot < starts[row + 1]; slot++) {
    const c = priority[slot];
    shippedYuan[slot] = asked[c] > 0 ? orderBookYuan[slot] * (granted[c] / asked[c]) : 0;
  }
  const last = MAX_PRIORITIES - 1;
  finalServedYuan[row] = asked[last] > 0 ? finalDemandYuan[row] * (granted[last] / asked[last]) : 0;
}

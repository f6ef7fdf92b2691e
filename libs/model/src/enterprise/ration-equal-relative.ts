// Equal-relative rationing is water-filling: every claim (customers' orders B_l over a_l, final demand over C_i) is met
// up to one common level, the highest that supply allows. Claims below the level are met in full.
import type { EnterpriseState } from './state';

/** Shares `supplyYuan` of an enterprise that cannot meet its whole demand. */
export function fillEqualRelative(state: EnterpriseState, row: number, supplyYuan: number): void {
  const { shippedYuan, orderBookYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts, flow } = part.supplies;
  const baseFinal = part.chain.enterprises.finalDemandYuan[part.enterprises.first + row];
  const level = waterLevel(state, row, supplyYuan, baseFinal);
  for (let slot = starts[row]; slot < starts[row + 1]; slot++) {
    shippedYuan[slot] = Math.min(orderBookYuan[slot], flow[slot] * level);
  }
  finalServedYuan[row] = Math.min(finalDemandYuan[row], baseFinal * level);
}

/** Raises the level until supply is used up; each round settles at least one claim, so rounds are bounded by claims. */
function waterLevel(state: EnterpriseState, row: number, supplyYuan: number, baseFinal: number): number {
  const { orderBookYuan, finalDemandYuan, part } = state;
  const { starts, flow } = part.supplies;
  let level = 0;
  for (let round = starts[row]; round <= starts[row + 1]; round++) {
    let settled = finalDemandYuan[row] <= baseFinal * level ? finalDemandYuan[row] : 0;
    let open = finalDemandYuan[row] <= baseFinal * level ? 0 : baseFinal;
    for (let slot = starts[row]; slot < starts[row + 1]; slot++) {
      if (orderBookYuan[slot] <= flow[slot] * level) settled += orderBookYuan[slot];
      else open += flow[slot];
    }
    const next = open > 0 ? (supplyYuan - settled) / open : level;
    if (!(next > level)) return level;
    level = next;
  }
  return level;
}

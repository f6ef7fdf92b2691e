// Equal-relative rationing is water-filling: every claim (customers' orders B_l over a_l, final demand over C_i) is met
// up to one common level, the highest that supply allows. Claims below the level are met in full.
import type { EnterpriseState } from './state';

/** Shares `supplyYuan` of an enterprise that cannot meet its whole demand. */
export function fillEqualRelative(state: EnterpriseState, row: number, supplyYuan: number): void {
  const { shippedYuan, orderBookYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts, flow } = part.supplies;
  const baseFinal = part.chain.enterprises.finalDemandYuan[part.enterprises.first + row];
  const level = waterLevel(state, row, supplyYuan, baseFinal);
  const end = starts[row + 1];
  for (let slot = starts[row]; slot < end; slot++) {
    shippedYuan[slot] = Math.min(orderBookYuan[slot], flow[slot] * level);
  }
  finalServedYuan[row] = Math.min(finalDemandYuan[row], baseFinal * level);
}

/** Raises the level until supply is used up; each round settles at least one claim, so rounds are bounded by claims. */
function waterLevel(state: EnterpriseState, row: number, supplyYuan: number, baseFinal: number): number {
  const { orderBookYuan, part } = state;
  const { starts, flow } = part.supplies;
  const first = starts[row];
  const end = starts[row + 1];
  const final = state.finalDemandYuan[row];
  let level = 0;
  for (let round = first; round <= end; round++) {
    const isFinalSettled = final <= baseFinal * level;
    let settled = isFinalSettled ? final : 0;
    let open = isFinalSettled ? 0 : baseFinal;
    for (let slot = first; slot < end; slot++) {
      const claim = orderBookYuan[slot];
      if (claim <= flow[slot] * level) settled += claim;
      else open += flow[slot];
    }
    const next = open > 0 ? (supplyYuan - settled) / open : level;
    if (!(next > level)) return level;
    level = next;
  }
  return level;
}

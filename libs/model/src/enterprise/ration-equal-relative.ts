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
    const claim = orderBookYuan[slot];
    const share = flow[slot] * level;
    shippedYuan[slot] = claim <= share ? claim : share;
  }
  finalServedYuan[row] = Math.min(finalDemandYuan[row], baseFinal * level);
}

/**
 * Raises the level until supply is used up. It starts where every claim is open, at supply over base output, for base
 * output is all base flows and final demand; so most enterprises need one pass, which finds no claim below the level.
 * Each further round settles at least one claim more, so rounds are bounded by claims.
 */
function waterLevel(state: EnterpriseState, row: number, supplyYuan: number, baseFinal: number): number {
  const { orderBookYuan, part } = state;
  const { starts, flow } = part.supplies;
  const first = starts[row];
  const end = starts[row + 1];
  const final = state.finalDemandYuan[row];
  let level = supplyYuan / part.baseOutput[row];
  let settledBefore = 0;
  for (;;) {
    let count = 0;
    let settled = 0;
    let open = 0;
    for (let slot = first; slot < end; slot++) {
      const claim = orderBookYuan[slot];
      if (claim > flow[slot] * level) open += flow[slot];
      else {
        settled += claim;
        count++;
      }
    }
    if (final > baseFinal * level) open += baseFinal;
    else if (baseFinal > 0) {
      settled += final;
      count++;
    }
    if (count === settledBefore || open === 0) return level;
    settledBefore = count;
    level = Math.max(level, (supplyYuan - settled) / open);
  }
}

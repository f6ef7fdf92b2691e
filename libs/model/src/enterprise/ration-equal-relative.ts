// Equal-relative rationing is water-filling: every claim (customers' orders B_l over a_l, final demand over C_i) is met
// up to one common level, the highest that supply allows. Claims below the level are met in full.
// Whether a claim lies below the level is a factor here and not a branch: days after a shock a processor foresees it
// about as well as a coin, and every wrong guess costs more than the sums.
import { REMAINDER_RATIO } from '../rules';
import type { EnterpriseState } from './state';

/** Ships from every enterprise's book and takes it out; needs `fillRatio`: 1 serves everybody, 0 has nothing. */
export function shipEqualRelative(state: EnterpriseState): void {
  const { shippedYuan, orderBookYuan, fillRatio, demandYuan, finalDemandYuan, finalServedYuan, part } = state;
  const { starts, flow } = part.supplies;
  const { baseOutput, enterprises } = part;
  const { finalDemandYuan: baseFinalYuan } = part.chain.enterprises;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  for (let row = 0; row < baseOutput.length; row++) {
    const first = starts[row];
    const end = starts[row + 1];
    const fill = fillRatio[row];
    if (fill === 1) {
      for (let slot = first; slot < end; slot++) {
        shippedYuan[slot] = orderBookYuan[slot];
        orderBookYuan[slot] = 0;
      }
      continue;
    }
    const final = finalDemandYuan[row];
    const baseFinal = baseFinalYuan[enterprises.first + row];
    const supply = fill * demandYuan[row];
    const level =
      fill === 0 ? 0 : waterLevel(orderBookYuan, flow, first, end, final, baseFinal, supply, supply / baseOutput[row]);
    for (let slot = first; slot < end; slot++) {
      const claim = orderBookYuan[slot];
      const base = flow[slot];
      const share = base * level;
      const isOpen = Number(claim > share);
      const shipped = share * isOpen + claim * (1 - isOpen);
      const rest = claim - shipped;
      shippedYuan[slot] = shipped;
      orderBookYuan[slot] = rest * Number(rest > remainder * base);
    }
    finalServedYuan[row] = Math.min(final, baseFinal * level);
  }
}

/**
 * The level at which supply is used up. `start` is where it lies while every claim is above it: supply over base output,
 * which is all base flows and base final demand. So most enterprises need one pass, which finds no claim below it. Each
 * pass settles the claims below the level and raises it for the others, until it settles no more than the one before.
 */
function waterLevel(
  claims: Float64Array,
  flow: Float64Array,
  first: number,
  end: number,
  final: number,
  baseFinal: number,
  supplyYuan: number,
  start: number,
): number {
  let level = start;
  let settledBefore = 0;
  for (;;) {
    let count = end - first;
    let settled = 0;
    let open = 0;
    for (let slot = first; slot < end; slot++) {
      const claim = claims[slot];
      const base = flow[slot];
      const isOpen = Number(claim > base * level);
      open += base * isOpen;
      settled += claim - claim * isOpen;
      count -= isOpen;
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

// Which enterprises matter most: the index of each one's own closure, psi_i = 0 and all others 1.
import type { SupplyNetwork } from './network';
import { countedYuanOf, openCascades, settle, type Cascades } from './screen';

/** One entry for each enterprise, in the network's sequence, but for `byIndex`. */
export interface Ranking {
  readonly indexRatio: Float64Array;
  /** Others, among those that count, that are left less than half of their output. */
  readonly othersBelowHalf: Int32Array;
  /** Enterprises, the largest index first; of equals the first in the network. */
  readonly byIndex: Int32Array;
}

/** Indices that differ by rounding alone are equal in the ranking. */
const EQUAL_RATIO = 1e-12;
/** Below half by more than rounding. */
const HALF = 0.5 - 1e-9;

export function rankEnterprises(network: SupplyNetwork): Ranking {
  const cascades = openCascades(network);
  const countedYuan = countedYuanOf(network);
  const indexRatio = new Float64Array(network.count);
  const othersBelowHalf = new Int32Array(network.count);
  for (let row = 0; row < network.count; row++) {
    const { stoppedYuan, belowHalf } = close(network, cascades, row);
    indexRatio[row] = countedYuan > 0 ? stoppedYuan / countedYuan : 0;
    othersBelowHalf[row] = belowHalf;
  }
  const byIndex = Int32Array.from({ length: network.count }, (_, row) => row);
  const rounded = indexRatio.map((ratio) => Math.floor(ratio / EQUAL_RATIO + 0.5));
  byIndex.sort((a, b) => rounded[b] - rounded[a] || a - b);
  return { indexRatio, othersBelowHalf, byIndex };
}

/** Closes one enterprise, counts what has fallen, and opens it again. */
function close(
  { countedYuan }: SupplyNetwork,
  cascades: Cascades,
  closed: number,
): { stoppedYuan: number; belowHalf: number } {
  const { downstream, upstream } = cascades;
  downstream.hit(closed, 0);
  upstream.hit(closed, 0);
  settle(cascades);
  let stoppedYuan = 0;
  let belowHalf = 0;
  for (let at = 0; at < downstream.fallenCount + upstream.fallenCount; at++) {
    const isSecond = at >= downstream.fallenCount;
    const row = isSecond ? upstream.fallen[at - downstream.fallenCount] : downstream.fallen[at];
    const downstreamLeft = downstream.leftRatio[row];
    // Counted among those that fell downstream.
    if (isSecond && downstreamLeft < 1) continue;
    const left = Math.min(downstreamLeft, upstream.leftRatio[row]);
    stoppedYuan += countedYuan[row] * (1 - left);
    if (left < HALF && row !== closed && countedYuan[row] > 0) belowHalf++;
  }
  downstream.clear();
  upstream.clear();
  return { stoppedYuan, belowHalf };
}

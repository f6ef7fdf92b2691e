// The economic systemic risk index, ESRI (Diem, Borsos, Reisch, Kertesz, Thurner, Scientific Reports 12, 2022): the
// share of all output that stops when a shock psi has run through the network, downstream as missing inputs and
// upstream as missing customers, each for itself; of each enterprise the smaller h counts.
// ESRI = sum of out_i (1 - min(h_i downstream, h_i upstream)) / sum of out_i. docs/MODEL.md, Screening.
import { Cascade } from './cascade';
import { Markets } from './markets';
import type { SupplyNetwork } from './network';
import { downstreamPaths, upstreamPaths } from './paths';

export interface ScreenOptions {
  /** Rounds end when no h falls by more than this; 1e-13 and more, below that rounding goes round in cycles. */
  readonly toleranceRatio?: number;
}

export interface Screened {
  /** h of each enterprise for want of inputs, and for want of customers. */
  readonly downstreamRatio: Float64Array;
  readonly upstreamRatio: Float64Array;
  /** Share of the output counted that stops: of both, and of each direction alone. */
  readonly indexRatio: number;
  readonly indexDownstreamRatio: number;
  readonly indexUpstreamRatio: number;
  /** Rounds until neither direction changed, the last one included. */
  readonly rounds: number;
}

const TOLERANCE_RATIO = 1e-12;
const LEAST_TOLERANCE_RATIO = 1e-13;
/** A network whose losses die away more slowly is left as far as it came. */
const MAX_ROUNDS = 100_000;

/** Both cascades of a network, ready for one shock after the other. */
export interface Cascades {
  readonly downstream: Cascade;
  readonly upstream: Cascade;
}

export function openCascades(network: SupplyNetwork): Cascades {
  const markets = network.isReplaceable ? new Markets(network) : undefined;
  return {
    downstream: new Cascade(downstreamPaths(network), network, markets),
    upstream: new Cascade(upstreamPaths(network), network),
  };
}

/** Runs both cascades to their fixed point. @returns rounds */
export function settle({ downstream, upstream }: Cascades, toleranceRatio = TOLERANCE_RATIO): number {
  const quiet = Math.max(toleranceRatio, LEAST_TOLERANCE_RATIO);
  for (let rounds = 1; rounds < MAX_ROUNDS; rounds++) {
    const down = downstream.round();
    const up = upstream.round();
    if (down <= quiet && up <= quiet) return rounds;
  }
  return MAX_ROUNDS;
}

/**
 * Screens a network for one shock.
 * @param psi what the shock leaves of each enterprise's output, 0 .. 1
 * @throws RangeError when psi is no ratio
 */
export function screen(network: SupplyNetwork, psi: Float64Array, { toleranceRatio }: ScreenOptions = {}): Screened {
  const cascades = openCascades(network);
  const { downstream, upstream } = cascades;
  for (let row = 0; row < network.count; row++) {
    if (!(psi[row] >= 0 && psi[row] <= 1)) throw new RangeError(`psi of enterprise ${row} is no ratio: ${psi[row]}`);
    downstream.hit(row, psi[row]);
    upstream.hit(row, psi[row]);
  }
  const rounds = settle(cascades, toleranceRatio);
  const both = downstream.leftRatio.map((left, row) => Math.min(left, upstream.leftRatio[row]));
  return {
    downstreamRatio: downstream.leftRatio,
    upstreamRatio: upstream.leftRatio,
    indexRatio: stopped(network, both),
    indexDownstreamRatio: stopped(network, downstream.leftRatio),
    indexUpstreamRatio: stopped(network, upstream.leftRatio),
    rounds,
  };
}

/** Output counted in the index, of all enterprises. */
export function countedYuanOf({ countedYuan }: SupplyNetwork): number {
  return countedYuan.reduce((sum, yuan) => sum + yuan, 0);
}

function stopped(network: SupplyNetwork, left: Float64Array): number {
  const all = countedYuanOf(network);
  if (all === 0) return 0;
  return network.countedYuan.reduce((sum, yuan, row) => sum + yuan * (1 - left[row]), 0) / all;
}

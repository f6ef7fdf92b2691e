// The rule of docs/MODEL.md (Screening) as it is written: every enterprise in every round, over a full matrix W. Slow and
// plain; the reference for the sparse cascades.
import type { SupplyNetwork } from './network';

interface Matrix {
  readonly n: number;
  /** W: supplier x buyer. */
  readonly w: readonly number[][];
  readonly needOf: (market: number, buyer: number) => number;
}

function matrixOf({ count, links, market }: SupplyNetwork): Matrix {
  const w = Array.from({ length: count }, () => new Array<number>(count).fill(0));
  const need = new Map<string, number>();
  for (let link = 0; link < links.count; link++) {
    const [supplier, buyer] = [links.supplier[link], links.buyer[link]];
    w[supplier][buyer] += links.flowYuan[link];
    const key = `${market[supplier]} ${buyer}`;
    need.set(key, Math.max(need.get(key) ?? 0, links.need[link]));
  }
  return { n: count, w, needOf: (p, buyer) => need.get(`${p} ${buyer}`) ?? 0 };
}

const sum = (n: number, value: (row: number) => number): number =>
  Array.from({ length: n }, (_, row) => value(row)).reduce((all, one) => all + one, 0);

type Sweep = (h: Float64Array) => Float64Array;

/** Both directions, until no h changes by more than the tolerance in either. */
export function denseScreen(
  network: SupplyNetwork,
  psi: Float64Array,
  tolerance: number,
): { readonly downstreamRatio: Float64Array; readonly upstreamRatio: Float64Array } {
  const sweeps = [downstreamSweep(network, psi), upstreamSweep(network, psi)];
  let [down, up]: Float64Array[] = [psi, psi];
  for (;;) {
    const [nextDown, nextUp] = [sweeps[0](down), sweeps[1](up)];
    const change = Math.max(changeOf(down, nextDown), changeOf(up, nextUp));
    [down, up] = [nextDown, nextUp];
    if (change <= tolerance) return { downstreamRatio: down, upstreamRatio: up };
  }
}

const changeOf = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, value, row) => Math.max(most, Math.abs(value - b[row])), 0);

function downstreamSweep(network: SupplyNetwork, psi: Float64Array): Sweep {
  const { market, markets, outputYuan: out, isReplaceable } = network;
  const { n, w, needOf } = matrixOf(network);
  const sigma = (h: Float64Array, i: number): number => {
    const left = sum(n, (k) => (market[k] === market[i] ? out[k] * h[k] : 0));
    return isReplaceable && left > 0 ? Math.min(1, out[i] / left) : 1;
  };
  return (h) => {
    const sigmas = Array.from(h, (_, i) => sigma(h, i));
    return h.map((_, j) => {
      const bought = sum(n, (i) => w[i][j]);
      let left = psi[j];
      let nonEssential = 1;
      for (let p = 0; p < markets; p++) {
        const inMarket = sum(n, (i) => (market[i] === p ? w[i][j] : 0));
        const need = needOf(p, j);
        if (inMarket === 0 || need === 0) continue;
        const base = need === 2 ? inMarket : bought;
        const pi = 1 - sum(n, (i) => (market[i] === p ? (sigmas[i] * w[i][j] * (1 - h[i])) / base : 0));
        if (need === 2) left = Math.min(left, pi);
        else nonEssential += pi - 1;
      }
      return Math.max(0, Math.min(left, nonEssential));
    });
  };
}

function upstreamSweep(network: SupplyNetwork, psi: Float64Array): Sweep {
  const { n, w } = matrixOf(network);
  const out = network.outputYuan;
  return (h) =>
    h.map((_, i) => {
      const lost = sum(n, (j) => (w[i][j] === 0 ? 0 : (w[i][j] / out[i]) * (1 - h[j])));
      return Math.max(0, Math.min(psi[i], 1 - lost));
    });
}

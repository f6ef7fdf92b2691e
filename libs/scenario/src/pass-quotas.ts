// Quotas of passes: each lever's passes are dealt out, whole, over the corridors it acts on, by their base tonnes, so
// that 94 passes are 94. Levers that act on one corridor add up.
import { dealOut } from './deal-out';

/** One lever of passes: its track, its corridors and the share of each. */
export interface PassQuota {
  readonly track: number;
  readonly corridors: readonly number[];
  /** Sum to 1, or all 0 where nothing goes over any of them. */
  readonly weights: readonly number[];
}

/** @param tonnes base tonnes of all corridors */
export function passQuota(track: number, corridors: readonly number[], tonnes: Float64Array): PassQuota {
  const all = corridors.reduce((sum, corridor) => sum + tonnes[corridor], 0);
  return { track, corridors, weights: corridors.map((corridor) => (all > 0 ? tonnes[corridor] / all : 0)) };
}

/** Fills the passes of each corridor from the levers' values; what has not changed is not dealt out again. */
export function passDealer(
  quotas: readonly PassQuota[],
): (into: Float64Array, valueOf: (track: number) => number) => void {
  const last = quotas.map((): Dealt => ({ value: NaN, dealt: new Float64Array(0) }));
  return (into, valueOf) => {
    into.fill(0);
    quotas.forEach(({ track, corridors, weights }, i) => {
      const value = valueOf(track);
      if (last[i].value !== value) last[i] = { value, dealt: dealOut(value, weights) };
      const { dealt } = last[i];
      corridors.forEach((corridor, k) => (into[corridor] += dealt[k]));
    });
  };
}

interface Dealt {
  readonly value: number;
  readonly dealt: Float64Array;
}

// How the largest cause reached an enterprise: from it back through whoever let it down most, one enterprise after the other.
import { shareOf, type WhyNode } from './tree';

export interface Station {
  readonly id: string;
  /** Days on which it fell short of those after it; null where that is not known. */
  readonly short: { readonly fromDay: number; readonly toDay: number } | null;
}

const MOST_STATIONS = 4;
/** Of the whole loss: with less of the largest cause coming through somebody, it did not come that way. */
const LEAST_WEIGHT = 0.03;

/** The farthest first, the enterprise itself last. */
export function pathOf(tree: WhyNode): Station[] {
  const main = tree.causes[0];
  const stations: Station[] = [{ id: tree.id ?? '', short: { fromDay: tree.fromDay, toDay: tree.toDay } }];
  let node: WhyNode | undefined = tree;
  let weight = 1;
  while (node && stations.length < MOST_STATIONS) {
    const next: WhyNode | undefined = node.children
      .filter(({ of, id }) => of === 'unmet' && id !== null && !stations.some((one) => one.id === id))
      .sort((a, b) => b.share * shareOf(b, main) - a.share * shareOf(a, main) || b.share - a.share)[0];
    weight *= next?.share ?? 0;
    if (next?.id && weight * shareOf(next, main) < LEAST_WEIGHT) break;
    if (next?.id) stations.unshift({ id: next.id, short: { fromDay: next.fromDay, toDay: next.toDay } });
    node = next;
  }
  return stations;
}

/** Days that are shown: before the first shortage, and a while after the day. */
export function windowOf(stations: readonly Station[], day: number, lastDay: number): { from: number; to: number } {
  const first = Math.min(day, ...stations.flatMap(({ short }) => (short ? [short.fromDay] : [])));
  const from = Math.max(0, Math.min(first - BEFORE, day - LEAST_BEFORE));
  return { from, to: Math.min(lastDay, Math.max(day + AFTER, from + LEAST_DAYS - 1)) };
}

const BEFORE = 3;
const LEAST_BEFORE = 10;
const AFTER = 9;
const LEAST_DAYS = 24;

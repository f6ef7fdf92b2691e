// All enterprises over all days, folded so that the mean of any run of rows on a day costs one subtraction: what is drawn
// while the map moves is read from these sums.
import type { Field } from '#libs/api';

/** The byte of a seller outside, who is in no rate. */
const OUTSIDE = 255;
/** The byte of a full base output. */
export const FULL = 200;
/** From this byte on an enterprise counts as awake. */
const AWAKE = FULL / 2;

export type HeatOrder = 'woke' | 'chain';

/** Places of a sector lie together. */
export interface HeatGroup {
  readonly sector: string;
  readonly name: Field['groups'][number]['name'];
  readonly first: number;
  readonly count: number;
  /** Its first row in the chain. */
  readonly firstRow: number;
}

export interface Heat {
  readonly days: number;
  readonly count: number;
  readonly groups: readonly HeatGroup[];
  /** Row of the chain at each place. */
  readonly rows: Uint32Array;
  /** By day: sums of bytes of the places before; one longer than there are places. */
  readonly sums: readonly Uint32Array[];
}

export interface HeatBytes {
  /** By day: a byte for each row asked for. */
  readonly days: readonly Uint8Array[];
  readonly groups: Field['groups'];
  /** Row of the chain of the first byte. */
  readonly firstRow: number;
  readonly order: HeatOrder;
}

/** @returns places in groups of the chain's order; in a group by the day of waking, or as in the chain */
export function foldHeat({ days, groups, firstRow, order }: HeatBytes): Heat {
  const size = days[0]?.length ?? 0;
  const within = groups.filter(({ first }) => first >= firstRow && first < firstRow + size);
  const inside = within.filter(({ first }) => days[0]?.[first - firstRow] !== OUTSIDE);
  const count = inside.reduce((sum, group) => sum + group.count, 0);
  const rows = new Uint32Array(count);
  const placed: HeatGroup[] = [];
  let at = 0;
  for (const { sector, name, first, count: many } of inside) {
    const part = rows.subarray(at, at + many);
    for (let i = 0; i < many; i++) part[i] = first + i;
    if (order === 'woke') byWaking(part, days, firstRow);
    placed.push({ sector, name, first: at, count: many, firstRow: first });
    at += many;
  }
  const sums = days.map((bytes) => {
    const sum = new Uint32Array(count + 1);
    for (let place = 0; place < count; place++) sum[place + 1] = sum[place] + bytes[rows[place] - firstRow];
    return sum;
  });
  return { days: days.length, count, groups: placed, rows, sums };
}

/** A counting sort, stable: who wakes on one day stays in the chain's order, and whoever has woken stays where it is. */
function byWaking(part: Uint32Array, days: readonly Uint8Array[], firstRow: number): void {
  const never = days.length;
  const woke = Uint32Array.from(part, (row) => {
    const day = days.findIndex((bytes) => bytes[row - firstRow] >= AWAKE);
    return day < 0 ? never : day;
  });
  const next = new Uint32Array(never + 2);
  for (const day of woke) next[day + 1]++;
  for (let day = 1; day < next.length; day++) next[day] += next[day - 1];
  const sorted = new Uint32Array(part.length);
  part.forEach((row, i) => (sorted[next[woke[i]]++] = row));
  part.set(sorted);
}

/** Mean ratio of the places from `from` to before `to` on a day. */
export function meanOf({ sums }: Heat, day: number, from: number, to: number): number {
  return (sums[day][to] - sums[day][from]) / ((to - from) * FULL);
}

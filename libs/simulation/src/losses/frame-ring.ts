// A bounded queue of days between the model and the accounting beside it: frames lie in shared memory, a slot a day.
// Nothing is transferred, so nothing is detached. Every day has the same routes; the first one lays the slots out.
import type { Frame, Route } from '#libs/kernel';

/** Days under way; the model waits when all slots are taken. */
export const SLOTS = 3;

/** What the reader needs of the routes, and where each frame's columns lie in a slot. */
export interface FrameLayout {
  readonly routes: readonly Route[];
  /** First number and length of each column, by route. */
  readonly columns: readonly (readonly { readonly first: number; readonly length: number }[])[];
  readonly slots: readonly SharedArrayBuffer[];
}

/** Lays slots out for days like this one. */
export function layFrames(frames: readonly Frame[]): FrameLayout {
  let first = 0;
  const columns = frames.map((frame) =>
    frame.columns.map(({ length }) => {
      first += length;
      return { first: first - length, length };
    }),
  );
  // Readers of flows and reports look at the sender's rows only.
  const routes = frames.map(({ route }) => ({ ...route, receiverRows: new Int32Array(0) }));
  return { routes, columns, slots: Array.from({ length: SLOTS }, () => new SharedArrayBuffer(8 * first)) };
}

/** What a route is, whoever has made it: days that were simulated again have routes of their own. */
export function routeKey({ channel, from, to, columns }: Route): string {
  return `${channel} ${from.stage}/${from.shard} ${to.stage}/${to.shard} ${columns.join()}`;
}

/** Copies a day into a slot. @param places position of each route in the layout, by its key */
export function writeFrames(
  { columns, slots }: FrameLayout,
  slot: number,
  frames: readonly Frame[],
  places: ReadonlyMap<string, number>,
): void {
  const numbers = new Float64Array(slots[slot]);
  for (const frame of frames) {
    const key = routeKey(frame.route);
    const place = places.get(key);
    if (place === undefined) throw new Error(`a frame of ${key} that the first day did not have`);
    frame.columns.forEach((column, c) => numbers.set(column, columns[place][c].first));
  }
}

/** The frames of a slot, as long as it is not written again. */
export function readFrames({ routes, columns, slots }: FrameLayout, slot: number, day: number): Frame[] {
  return routes.map((route, place) => ({
    route,
    day,
    columns: columns[place].map(({ first, length }) => new Float64Array(slots[slot], 8 * first, length)),
  }));
}

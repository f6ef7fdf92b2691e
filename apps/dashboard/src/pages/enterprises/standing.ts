// How enterprises stand on a day, from the day's bytes.
import type { Field } from '#libs/api';

const OUTSIDE = 255;
const HALF = 100;
const MOSTLY = 160;
/** A twentieth of normal: less than that is not at work. */
const AWAKE = 10;

export interface Standing {
  readonly all: number;
  readonly asleep: number;
  readonly belowHalf: number;
  readonly back: number;
  /** The sector with the most below half; undefined where there is none. */
  readonly most:
    { readonly sector: string; readonly name: Field['groups'][number]['name']; readonly count: number } | undefined;
}

/** @param bytes of a day, by row of the chain */
export function standingOf(bytes: Uint8Array, groups: Field['groups'], sector?: string): Standing {
  let [all, asleep, belowHalf, back] = [0, 0, 0, 0];
  let most: Standing['most'];
  for (const group of groups) {
    if (sector !== undefined && group.sector !== sector) continue;
    let below = 0;
    for (let row = group.first; row < group.first + group.count; row++) {
      const byte = bytes[row];
      if (byte === OUTSIDE) continue;
      all++;
      if (byte < AWAKE) asleep++;
      if (byte < HALF) below++;
      if (byte >= MOSTLY) back++;
    }
    belowHalf += below;
    if (below > (most?.count ?? 0)) most = { sector: group.sector, name: group.name, count: below };
  }
  return { all, asleep, belowHalf, back, most };
}

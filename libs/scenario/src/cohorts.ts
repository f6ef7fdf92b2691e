// Workers who are away on the eve, counted by where they go and whence they come: one group per (sector, seat weight,
// park), one cohort per group and origin; heads = sum over the group's enterprises of staff x (1 - stayed) x share.
import type { Cohorts, WorkerTerms } from '#libs/model';

/** Enterprises row by row; `originShare` is row x origins + origin. */
export interface StaffColumns extends Pick<WorkerTerms, 'staffHeads' | 'stayedRatio' | 'originShare'> {
  readonly sector: Int32Array;
  readonly park: Int32Array;
  readonly seatWeight: Float64Array;
  readonly originCount: number;
}

/** Cohorts by (sector, seat weight, park, origin), and the first cohort of each row; -1 without staff. */
export function cohortsOf(columns: StaffColumns): Pick<WorkerTerms, 'cohorts' | 'cohort'> {
  const { staffHeads, originCount } = columns;
  const keys = groupKeys(columns);
  const groups = [...staffedKeys(keys, staffHeads)].sort((a, b) => a - b);
  const firstOf = new Map(groups.map((key, group) => [key, group * originCount]));
  const cohort = new Int32Array(keys.length).fill(-1);
  const cohorts = emptyCohorts(groups.length * originCount);
  for (let row = 0; row < keys.length; row++) {
    const first = staffHeads[row] > 0 ? (firstOf.get(keys[row]) ?? -1) : -1;
    cohort[row] = first;
    if (first >= 0) join(cohorts, columns, row, first);
  }
  return { cohorts, cohort };
}

/** (sector, seat weight, park) as one number, in that order. */
function groupKeys({ sector, park, seatWeight, staffHeads }: StaffColumns): Float64Array {
  const weights = [...new Set(seatWeight)].sort((a, b) => a - b);
  const placeOf = new Map(weights.map((weight, place) => [weight, place]));
  let parks = 1;
  for (let row = 0; row < park.length; row++) parks = Math.max(parks, 1 + park[row]);
  const keys = new Float64Array(staffHeads.length);
  for (let row = 0; row < keys.length; row++) {
    const place = placeOf.get(seatWeight[row]) ?? 0;
    keys[row] = (sector[row] * weights.length + place) * parks + park[row];
  }
  return keys;
}

function staffedKeys(keys: Float64Array, staffHeads: Float64Array): Set<number> {
  const staffed = new Set<number>();
  for (let row = 0; row < keys.length; row++) if (staffHeads[row] > 0) staffed.add(keys[row]);
  return staffed;
}

function emptyCohorts(count: number): Cohorts {
  return {
    count,
    origin: new Uint8Array(count),
    sector: new Int32Array(count),
    park: new Int32Array(count),
    seatWeight: new Float64Array(count),
    awayHeads: new Float64Array(count),
  };
}

/** Adds the absent workers of one enterprise to the cohorts of its group. */
function join(cohorts: Cohorts, columns: StaffColumns, row: number, first: number): void {
  const { originCount, originShare, staffHeads, stayedRatio } = columns;
  const awayHeads = staffHeads[row] * (1 - stayedRatio[row]);
  for (let origin = 0; origin < originCount; origin++) {
    const at = first + origin;
    cohorts.origin[at] = origin;
    cohorts.sector[at] = columns.sector[row];
    cohorts.park[at] = columns.park[row];
    cohorts.seatWeight[at] = columns.seatWeight[row];
    cohorts.awayHeads[at] += awayHeads * originShare[row * originCount + origin];
  }
}

// What a series of each act stands at before its first date, the most that it can mean, and where it stands when it never
// comes. At rest is 0 what is switched on (open, passes, a white list, seats) and 1 what is a factor. Shares are at most 1.
import type { ScenarioSpec } from './schema/scenario';
import type { SeriesSpec } from './schema/series';

export type Act = SeriesSpec['acts'];

interface Range {
  readonly atRest: number;
  readonly most: number;
  /** Where it stands when it never comes. @param first its value on the first day of the run */
  readonly off: (first: number) => number;
}

/** A factor that never changes is as on the first day, and never a gain: a second shift that is there from the start. */
const FACTOR: Range = { atRest: 1, most: 100, off: (first) => Math.min(1, first) };
const SHARE: Range = { ...FACTOR, most: 1 };
const SWITCH: Range = { atRest: 0, most: 1, off: () => 0 };
const NUMBER: Range = { ...SWITCH, most: 1e9 };

/** Doubled at most: the rings of days in which workers sit out a quarantine are that long. */
export const MOST_QUARANTINE_RATIO = 2;

export const RANGE_OF: Readonly<Record<Act, Range>> = {
  capacity: FACTOR,
  demand: FACTOR,
  finishedTarget: FACTOR,
  drivers: FACTOR,
  utility: SHARE,
  open: SWITCH,
  licence: SWITCH,
  passes: NUMBER,
  // Planners lift a checkpoint: when that never comes it stays as on the first day.
  checkpoint: { ...SWITCH, off: (first) => first },
  greenChannel: SWITCH,
  whiteList: NUMBER,
  healthCode: SHARE,
  trainSeats: NUMBER,
  charterSeats: NUMBER,
  carpool: SWITCH,
  selfDrive: SWITCH,
  // No quarantine is what loosening it amounts to.
  quarantine: { atRest: 1, most: MOST_QUARANTINE_RATIO, off: () => 0 },
  approvals: NUMBER,
  filing: SWITCH,
  maskSupply: NUMBER,
  maskPurchase: SHARE,
  electricityKey: SWITCH,
  certificates: SWITCH,
};

/** Where the series at a path (levers.passes, curves.demand) stands at rest; undefined for what is no such series. */
export function atRestOf(spec: Pick<ScenarioSpec, 'levers' | 'curves'>, path: string): number | undefined {
  const [section, id] = path.split('.');
  const series = section === 'levers' ? spec.levers : section === 'curves' ? spec.curves : {};
  return Object.hasOwn(series, id) ? RANGE_OF[series[id].acts].atRest : undefined;
}

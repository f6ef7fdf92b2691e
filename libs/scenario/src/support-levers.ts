// The service desk's levers of a day. Several of one act add up where they are numbers (seats, lists, masks, approvals);
// of shares and switches the largest stands; quarantine factors multiply. Where an act has no lever it changes nothing.
import type { SupportLevers } from '#libs/model';
import { MOST_QUARANTINE_RATIO } from './acts';
import type { SUPPORT_ACTS } from './schema/series';

type WideAct = Exclude<(typeof SUPPORT_ACTS)[number], 'approvals'>;

interface Rule {
  readonly field: Exclude<keyof SupportLevers, 'approvals'>;
  readonly join: (values: readonly number[]) => number;
  /** What stands where no lever of the act is written. */
  readonly without: number;
}

/** Tracks of each act; of approvals by queue. */
export interface SupportTracks {
  readonly wide: Readonly<Record<WideAct, readonly number[]>>;
  readonly approvals: readonly (readonly number[])[];
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const largest = (values: readonly number[]): number => values.reduce((most, value) => Math.max(most, value), 0);
const isOn = (values: readonly number[]): number => (largest(values) > 0 ? 1 : 0);
const product = (values: readonly number[]): number => values.reduce((factor, value) => factor * value, 1);

const RULES: Readonly<Record<WideAct, Rule>> = {
  // Without a list everybody is listed at once.
  whiteList: { field: 'whiteListHeads', join: sum, without: Infinity },
  healthCode: { field: 'codeRatio', join: largest, without: 1 },
  trainSeats: { field: 'trainSeats', join: sum, without: 0 },
  charterSeats: { field: 'charterSeats', join: sum, without: 0 },
  carpool: { field: 'hasCarpool', join: isOn, without: 0 },
  selfDrive: { field: 'selfDriveRatio', join: largest, without: 0 },
  quarantine: {
    field: 'quarantineRatio',
    join: (values) => Math.min(MOST_QUARANTINE_RATIO, product(values)),
    without: 1,
  },
  filing: { field: 'isFiling', join: isOn, without: 0 },
  maskSupply: { field: 'maskSupply', join: sum, without: 0 },
  maskPurchase: { field: 'maskPurchaseRatio', join: largest, without: 1 },
  electricityKey: { field: 'isElectricityKey', join: isOn, without: 0 },
  certificates: { field: 'certificateShare', join: largest, without: 0 },
};

/** @param tracksOf tracks of the levers of an act; of approvals on one queue */
export function supportTracks(
  tracksOf: (act: WideAct | 'approvals', queue?: string) => readonly number[],
  queues: readonly string[],
): SupportTracks {
  const wide = Object.fromEntries((Object.keys(RULES) as WideAct[]).map((act) => [act, tracksOf(act)]));
  return {
    wide: wide as Record<WideAct, readonly number[]>,
    approvals: queues.map((queue) => tracksOf('approvals', queue)),
  };
}

/** Writes the day's numbers. @param valueOf value of a track on the day */
export function fillSupport(
  levers: SupportLevers,
  { wide, approvals }: SupportTracks,
  valueOf: (track: number) => number,
): void {
  for (const act of Object.keys(RULES) as WideAct[]) {
    const { field, join, without } = RULES[act];
    levers[field] = wide[act].length === 0 ? without : join(wide[act].map(valueOf));
  }
  approvals.forEach((tracks, queue) => (levers.approvals[queue] = sum(tracks.map(valueOf))));
}

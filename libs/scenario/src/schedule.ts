// The levers of every day: tracks, and which of them make up which group, corridor or market number. Interventions are
// laid over by day: from its day on an intervention's value stands in its track.
import { InputError } from '#libs/messages';
import { neutralLevers, type Levers, type LeverShape } from '#libs/model';
import { didYouMean, quoted } from './nearest';
import type { Track } from './series';

/** An intervention during a run: from `day` on the track at `path` has this value. */
export interface Intervention {
  readonly path: string;
  readonly day: number;
  readonly value: number;
}

export interface LeverSchedule {
  readonly shape: LeverShape;
  readonly tracks: readonly Track[];
  readonly capacity: readonly (readonly number[])[];
  readonly utility: readonly (readonly number[])[];
  readonly open: readonly (readonly number[])[];
  readonly demand: readonly (readonly number[])[];
  /** Days from contract to due day, per demand group. */
  readonly dueDays: readonly number[];
  readonly finishedTarget: readonly (readonly number[])[];
  /** Per corridor: tracks and the corridor's share of each. */
  readonly passes: readonly (readonly { track: number; weight: number }[])[];
  readonly checkpoint: readonly (readonly number[])[];
  readonly greenChannel: readonly (readonly number[])[];
  readonly drivers: readonly (readonly number[])[];
  readonly market: MarketTracks | undefined;
}

export interface MarketTracks {
  readonly opens: number;
  readonly online: number;
  readonly visitors: number;
  readonly basket: number;
  readonly firstDayShare: number;
  readonly dailyHazard: number;
}

/**
 * The levers by day; after the last day of the run they stay as they were on it. One object is filled again and again:
 * read it before asking for another day.
 * @throws InputError SCN_UNKNOWN_LEVER, SCN_DATE_OUTSIDE, SCN_OUT_OF_RANGE for an intervention that cannot be laid over
 */
export function leversOf(
  schedule: LeverSchedule,
  interventions: readonly Intervention[] = [],
): (day: number) => Levers {
  const values = layOver(schedule, interventions);
  const levers = neutralLevers(schedule.shape);
  const last = (values[0]?.length ?? 1) - 1;
  return (asked) => {
    const day = Math.min(asked, last);
    const product = (tracks: readonly number[], at: number): number => {
      let factor = 1;
      if (at >= 0) for (const track of tracks) factor *= values[track][at];
      return factor;
    };
    const fill = (into: Float64Array, groups: readonly (readonly number[])[]): void =>
      groups.forEach((tracks, group) => (into[group] = product(tracks, day)));
    fill(levers.capacity, schedule.capacity);
    fill(levers.utility, schedule.utility);
    fill(levers.openShare, schedule.open);
    fill(levers.demand, schedule.demand);
    fill(levers.finishedTarget, schedule.finishedTarget);
    schedule.demand.forEach((tracks, group) => (levers.due[group] = product(tracks, day - schedule.dueDays[group])));
    fill(levers.corridors.driverShare, schedule.drivers);
    const most = (tracks: readonly number[]): number =>
      tracks.reduce((max, track) => Math.max(max, values[track][day]), 0);
    schedule.checkpoint.forEach((tracks, c) => (levers.corridors.isControlled[c] = most(tracks) > 0 ? 1 : 0));
    schedule.greenChannel.forEach((tracks, c) => (levers.corridors.hasGreenChannel[c] = most(tracks) > 0 ? 1 : 0));
    schedule.passes.forEach((shares, c) => {
      levers.corridors.passes[c] = shares.reduce((sum, { track, weight }) => sum + weight * values[track][day], 0);
    });
    if (schedule.market) fillMarket(levers, schedule.market, values, day);
    return levers;
  };
}

function fillMarket(levers: Levers, market: MarketTracks, values: readonly Float64Array[], day: number): void {
  const isOpen = values[market.opens][day] > 0;
  const wasOpen = day > 0 && values[market.opens][day - 1] > 0;
  levers.market.isOpen = isOpen ? 1 : 0;
  levers.market.openingHazard = wasOpen ? market.dailyHazard : market.firstDayShare;
  levers.market.onlineShare = values[market.online][day];
  levers.market.visitors = isOpen ? values[market.visitors][day] : 0;
  levers.market.basketYuan = values[market.basket][day];
}

function layOver({ tracks }: LeverSchedule, interventions: readonly Intervention[]): readonly Float64Array[] {
  const values = tracks.map((track) => track.values);
  for (const { path, day, value } of interventions) {
    const index = tracks.findIndex((track) => track.path === path);
    const fault = (code: string, reason: string, mend: string): InputError =>
      new InputError({ code, path, reason, mend });
    if (index < 0) {
      throw fault(
        'SCN_UNKNOWN_LEVER',
        `no lever ${quoted(path)}.`,
        didYouMean(
          path,
          tracks.map((track) => track.path),
        ),
      );
    }
    const days = values[index].length;
    if (!(Number.isInteger(day) && day >= 0 && day < days)) {
      throw fault('SCN_DATE_OUTSIDE', `day ${day} lies outside the run.`, `Give a day from 0 to ${days - 1}.`);
    }
    if (!(value >= 0 && value <= 1e15)) {
      throw fault('SCN_OUT_OF_RANGE', `${value} is not valid.`, 'Give a number from 0 to 1e15.');
    }
    values[index] = values[index].slice().fill(value, day);
  }
  return values;
}

// The levers of every day: tracks, and which of them make up which group, corridor or market number.
import { neutralLevers, type Levers, type LeverShape } from '#libs/model';
import { layOver, type Intervention } from './interventions';
import { passDealer, type PassQuota } from './pass-quotas';
import type { Track } from './series';
import { fillSupport, type SupportTracks } from './support-levers';

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
  readonly passes: readonly PassQuota[];
  readonly checkpoint: readonly (readonly number[])[];
  readonly greenChannel: readonly (readonly number[])[];
  readonly drivers: readonly (readonly number[])[];
  /** Per licence group: the largest stands. */
  readonly licence: readonly (readonly number[])[];
  readonly support: SupportTracks;
  readonly market: MarketTracks | undefined;
}

export interface MarketTracks {
  readonly opens: number;
  readonly online: number;
  readonly visitorsPerDay: number;
  readonly entryCap: number;
  readonly basket: number;
  /** Share of the visitors that come, by days since the opening. */
  readonly arrivalShare: Float64Array;
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
  const values = layOver(schedule.tracks, interventions).map((track) => track.values);
  const levers = neutralLevers(schedule.shape);
  const dealPasses = passDealer(schedule.passes);
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
    schedule.licence.forEach((tracks, group) => (levers.licence[group] = most(tracks) > 0 ? 1 : 0));
    schedule.checkpoint.forEach((tracks, c) => (levers.corridors.isControlled[c] = most(tracks) > 0 ? 1 : 0));
    schedule.greenChannel.forEach((tracks, c) => (levers.corridors.hasGreenChannel[c] = most(tracks) > 0 ? 1 : 0));
    dealPasses(levers.corridors.passes, (track) => values[track][day]);
    fillSupport(levers.support, schedule.support, (track) => values[track][day]);
    if (schedule.market) fillMarket(levers, schedule.market, values, day);
    return levers;
  };
}

function fillMarket(levers: Levers, market: MarketTracks, values: readonly Float64Array[], day: number): void {
  const opens = values[market.opens];
  let opening = day;
  while (opening > 0 && opens[opening - 1] > 0) opening--;
  const isOpen = opens[day] > 0;
  levers.market.isOpen = isOpen ? 1 : 0;
  levers.market.openingHazard = opening < day ? market.dailyHazard : market.firstDayShare;
  levers.market.onlineShare = values[market.online][day];
  const coming = values[market.visitorsPerDay][day] * market.arrivalShare[day - opening];
  levers.market.visitors = isOpen ? Math.min(values[market.entryCap][day], coming) : 0;
  levers.market.basketYuan = values[market.basket][day];
}

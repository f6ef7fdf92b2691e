// The market's dated numbers: opening, online trade, visitors behind entry control, basket.
import exp from '@stdlib/math-base-special-exp';
import type { Calendar } from './dates';
import type { ScenarioFile } from './scenario-file';
import type { MarketTracks } from './schedule';
import { dailyValues, dayAt, type Track } from './series';

export type TrackList = Track[];

/** Appends the market's tracks; undefined where the market has no opening day. */
export function marketTracks(file: ScenarioFile, calendar: Calendar, tracks: TrackList): MarketTracks | undefined {
  const { market, days } = file.spec;
  if (market.opens === undefined) return undefined;
  const opening = dayAt(file, calendar, market.opens, ['market', 'opens']);
  const push = (name: string, values: Float64Array): number =>
    tracks.push({ path: `market.${name}`, values, overrides: false }) - 1;
  const daily = (value: (day: number) => number): Float64Array =>
    Float64Array.from({ length: days }, (_, day) => value(day));
  const cap =
    market.entryCap &&
    dailyValues(file, calendar, { ...market.entryCap, shape: 'step' }, ['market', 'entryCap'], Infinity);
  return {
    opens: push(
      'opens',
      daily((day) => (day >= opening ? 1 : 0)),
    ),
    online: push(
      'online',
      market.online ? dailyValues(file, calendar, market.online, ['market', 'online'], 0) : new Float64Array(days),
    ),
    visitors: push(
      'visitors',
      daily((day) =>
        Math.min(cap ? cap[day] : Infinity, market.visitorsPerDay * arrivalShare(market.arrivals, day - opening)),
      ),
    ),
    basket: push('basketYuan', new Float64Array(days).fill(market.basketYuan)),
    firstDayShare: market.firstDayShare,
    dailyHazard: market.dailyHazard,
  };
}

/** from + (1 - from)(1 - exp(-d/tau)), d days after the opening. */
function arrivalShare(arrivals: { from: number; tauDays: number } | undefined, day: number): number {
  if (!arrivals || day < 0) return 1;
  return arrivals.from + (1 - arrivals.from) * (1 - exp(-day / arrivals.tauDays));
}

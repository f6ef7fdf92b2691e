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
  const series = (name: 'online' | 'entryCap', range: { atRest: number; most: number }): Float64Array => {
    const written = market[name];
    if (!written) return new Float64Array(days).fill(range.atRest);
    return dailyValues(file, calendar, { shape: 'step', ...written }, ['market', name], range);
  };
  const online = series('online', { atRest: 0, most: 1 });
  const cap = series('entryCap', { atRest: Infinity, most: Infinity });
  if (market.opens === undefined) return undefined;
  const opening = dayAt(file, calendar, market.opens, ['market', 'opens']);
  const push = (name: string, values: Float64Array): number =>
    tracks.push({ path: `market.${name}`, values, overrides: false }) - 1;
  const daily = (value: (day: number) => number): Float64Array => new Float64Array(days).map((_, day) => value(day));
  const visitors = (day: number): number => market.visitorsPerDay * arrivalShare(market.arrivals, day - opening);
  return {
    opens: push(
      'opens',
      daily((day) => (day >= opening ? 1 : 0)),
    ),
    online: push('online', online),
    visitors: push(
      'visitors',
      daily((day) => Math.min(cap[day], visitors(day))),
    ),
    basket: push('basketYuan', new Float64Array(days).fill(market.basketYuan)),
    firstDayShare: market.firstDayShare,
    dailyHazard: market.dailyHazard,
  };
}

/** Online trade in the end, share of turnover: the rest of base turnover needs visitors. */
export function lastOnlineShare({ spec }: ScenarioFile, calendar: Calendar): number {
  const entries = Object.entries(spec.market.online?.values ?? {});
  const last = entries.sort(([a], [b]) => calendar.dayOf(a) - calendar.dayOf(b)).at(-1);
  return last?.[1] ?? 0;
}

/** from + (1 - from)(1 - exp(-d/tau)), d days after the opening. */
function arrivalShare(arrivals: { from: number; tauDays: number } | undefined, day: number): number {
  if (!arrivals || day < 0) return 1;
  return arrivals.from + (1 - arrivals.from) * (1 - exp(-day / arrivals.tauDays));
}

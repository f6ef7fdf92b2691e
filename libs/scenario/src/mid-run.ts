// What a planner sets in the middle of a run, `levers.passes=120` from a day on, as interventions. Only what is dated can
// change then: what enterprises there are, who buys from whom and which numbers are drawn is settled on day 0.
import type { CompiledScenario } from './compile';
import type { Intervention } from './interventions';
import { badSet, valueOf, type Override } from './lay-over';
import { didYouMean } from './nearest';
import type { Track } from './series';

/**
 * Turns settings into interventions from `day` on. A number stands from that day, dates and numbers each from theirs,
 * null takes the series away, `market.opens` takes a date; what was to come later in the series no longer does.
 * @param settings as of `--set`: the path of a track, or below it `values` or `values.DATE`; a quota of passes is its
 *   lever's value, and may be named as `levers.ID.quota`
 * @throws InputError CLI_BAD_SET
 */
export function interventionsFrom(
  compiled: CompiledScenario,
  settings: readonly Override[],
  day: number,
): Intervention[] {
  return settings.flatMap((setting) => {
    const { track, date } = trackOf(compiled, setting.path);
    const value = valueOf(setting);
    const written = date === undefined ? value : { [date]: value };
    const isOpening = track.path === 'market.opens' && date === undefined && !isMap(value);
    const dated = isOpening ? openingOn(compiled, setting, value, day) : datedValues(compiled, setting, written, day);
    return dated
      .map(([on, amount]) => ({ path: track.path, day: on, value: numberOf(setting, track, amount) }))
      .sort((a, b) => a.day - b.day);
  });
}

/**
 * Whether a setting adds a series under an id that the scenario does not have yet: that is no intervention, but laid
 * over the text; before its dates it does nothing.
 */
export function addsSeries({ spec }: CompiledScenario, setting: Override): boolean {
  const [section, id, ...below] = setting.path.split('.');
  if (section !== 'levers' && section !== 'curves' && section !== 'shocks') return false;
  return below.length === 0 && !Object.hasOwn(spec[section], id) && isMap(valueOf(setting));
}

function trackOf(compiled: CompiledScenario, path: string): { track: Track; date: string | undefined } {
  for (const track of compiled.schedule.tracks) {
    const isQuota = path === `${track.path}.quota` && isPasses(compiled, track);
    if (path === track.path || path === `${track.path}.values` || isQuota) return { track, date: undefined };
    const values = `${track.path}.values.`;
    if (path.startsWith(values)) return { track, date: path.slice(values.length) };
  }
  const known = compiled.schedule.tracks.map((track) => track.path);
  const mend = known.length === 0 ? 'This scenario has none.' : didYouMean(path, known);
  throw badSet(path, 'this cannot change in mid-run: levers, curves, shocks and the market can.', mend);
}

function isPasses({ spec }: CompiledScenario, { path }: Track): boolean {
  const [section, id] = path.split('.');
  return section === 'levers' && spec.levers[id]?.acts === 'passes';
}

type Dated = readonly [day: number, value: unknown];

function datedValues(compiled: CompiledScenario, setting: Override, value: unknown, from: number): Dated[] {
  if (!isMap(value)) return [[from, value]];
  const dated = Object.entries(value).map(([date, amount]): Dated => [dayOf(compiled, setting, date, from), amount]);
  if (dated.length === 0) throw badSet(setting.path, 'there is no dated value.', 'Write {2020-02-20: 5}.');
  return dated;
}

/** The market is closed until its new opening day. */
function openingOn(compiled: CompiledScenario, setting: Override, value: unknown, from: number): Dated[] {
  if (value === null) return [[from, null]];
  const opening = dayOf(compiled, setting, value, from);
  return opening > from
    ? [
        [from, 0],
        [opening, 1],
      ]
    : [[from, 1]];
}

function dayOf({ calendar, spec }: CompiledScenario, { path }: Override, value: unknown, from: number): number {
  const day = typeof value === 'string' || typeof value === 'number' ? calendar.dayOf(value) : NaN;
  if (Number.isInteger(day) && day >= from && day < spec.days) return day;
  const last = spec.days - 1;
  const range = `from ${calendar.dateOf(from)} (day ${from}) to ${calendar.dateOf(last)} (day ${last})`;
  throw badSet(path, `${JSON.stringify(value)} is no day that is still to come.`, `Give one ${range}.`);
}

/** A value of the series; null is where it stands when it never comes. */
function numberOf({ path }: Override, { off, most }: Track, value: unknown): number {
  if (typeof value === 'number' && value >= 0 && value <= most) return value;
  if (value === null && off !== null) return off;
  const reason =
    value === null ? 'it cannot be taken away in mid-run.' : `${JSON.stringify(value)} is no value of this series.`;
  throw badSet(path, reason, `Give a number from 0 to ${most}, or {DATE: number}.`);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// `resumption events DIR`: milestones as sentences, or with --channel the day's frames as rows, recomputed from the
// nearest snapshot.
import { readArchive } from '#libs/adapters';
import { CHANNELS, InputError, MILESTONE_TYPES, type Channel } from '#libs/messages';
import { rowLabels } from '#libs/model';
import { Calendar, didYouMean, parseScenario, type ScenarioSpec } from '#libs/scenario';
import type { Context } from '../context';
import { recomputeDays } from '../archived';
import { wholeNumber } from '../overrides';
import { nameIn, tellMilestone } from '../words';

export interface EventsOptions {
  readonly day?: string;
  readonly type?: string;
  readonly entity?: string;
  readonly channel?: string;
  readonly limit?: string;
  readonly json?: boolean;
}

const MAX_ROWS = 100_000;

export async function events(folder: string, options: EventsOptions, context: Context): Promise<void> {
  if (options.channel !== undefined) await frameRows(folder, options, channelOf(options.channel), context);
  else await milestones(folder, options, context);
}

/** @throws InputError CLI_BAD_NUMBER */
function limitOf(limit: string | undefined): number {
  return limit === undefined ? MAX_ROWS : wholeNumber('--limit', limit, { least: 1, most: MAX_ROWS });
}

/** @throws InputError CLI_UNKNOWN_TYPE */
function refuseUnknownType(type: string | undefined): void {
  if (type === undefined || MILESTONE_TYPES.some((one) => one === type)) return;
  const reason = `no type of milestone "${type}".`;
  throw new InputError({ code: 'CLI_UNKNOWN_TYPE', path: '--type', reason, mend: didYouMean(type, MILESTONE_TYPES) });
}

async function milestones(
  folder: string,
  { day, type, entity, limit, json }: EventsOptions,
  context: Context,
): Promise<void> {
  refuseUnknownType(type);
  const archive = await readArchive(folder);
  const { manifest, scenarioText } = archive;
  const { spec } = parseScenario(scenarioText, manifest.scenario, manifest.overrides);
  const calendar = new Calendar(manifest.start);
  const days = dayRange(day, manifest.days, calendar);
  let left = limitOf(limit);
  for (const milestone of await archive.milestones()) {
    if (left <= 0) break;
    if (milestone.day < days.from || milestone.day > days.to) continue;
    if (type !== undefined && milestone.type !== type) continue;
    if (entity !== undefined && !Object.values(milestone).includes(entity)) continue;
    left--;
    const sentence = tellMilestone(milestone, context.language, (at) => calendar.dateOf(at), nameOf(spec, context));
    const causes = milestone.causes.length > 0 ? `  <- ${milestone.causes.join(' ')}` : '';
    context.out(json ? `${JSON.stringify(milestone)}\n` : `${milestone.id}\t${sentence}${causes}\n`);
  }
}

async function frameRows(
  folder: string,
  { day, entity, limit, json }: EventsOptions,
  channel: Channel,
  context: Context,
): Promise<void> {
  const { manifest } = await readArchive(folder);
  const days = dayRange(day ?? '0', manifest.days, new Calendar(manifest.start));
  let left = limitOf(limit);
  await recomputeDays(folder, days, ({ day: today, frames }, { chain }) => {
    for (const { route, columns } of frames) {
      if (route.channel !== channel) continue;
      const labels = rowLabels(chain, route);
      for (let row = 0; row < columns[0].length && left > 0; row++) {
        const label = labels(row);
        if (entity !== undefined && !label.includes(entity)) continue;
        const values = Object.fromEntries(route.columns.map((name, c) => [name, columns[c][row]]));
        left--;
        if (json)
          context.out(
            `${JSON.stringify({ day: today, channel, from: route.from, to: route.to, row: label, ...values })}\n`,
          );
        else
          context.out(
            `${today}\t${channel}\t${label.join(' -> ')}\t${Object.entries(values)
              .map(([name, value]) => `${name}=${value}`)
              .join(' ')}\n`,
          );
      }
    }
  });
  if (left <= 0) context.err(`Stopped after ${limit ?? MAX_ROWS} rows; narrow --day or --entity.\n`);
}

/** Names of sectors and named enterprises; others are called by their id. */
function nameOf({ sectors, enterprises }: ScenarioSpec, { language }: Context): (id: string) => string {
  const named = new Map(
    Object.entries({ ...sectors, ...enterprises }).flatMap(([id, { name }]) =>
      name ? [[id, nameIn(name, language)] as const] : [],
    ),
  );
  return (id) => named.get(id) ?? id;
}

function channelOf(text: string): Channel {
  const channel = CHANNELS.find((one) => one === text);
  if (!channel)
    throw new InputError({
      code: 'CLI_UNKNOWN_CHANNEL',
      path: '--channel',
      reason: `no channel "${text}".`,
      mend: didYouMean(text, CHANNELS),
    });
  return channel;
}

/** `12`, `10..23`, dates too; all days without one. @throws InputError CLI_BAD_DAY */
function dayRange(text: string | undefined, days: number, calendar: Calendar): { from: number; to: number } {
  if (text === undefined) return { from: 0, to: days - 1 };
  const [from, to = from] = text.split('..').map((part) => calendar.dayOf(part));
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && from < days)
    return { from, to: Math.min(to, days - 1) };
  throw new InputError({
    code: 'CLI_BAD_DAY',
    path: '--day',
    reason: `"${text}" is no day of the run.`,
    mend: `Write 12, 10..23 or 2020-02-18; days go from 0 to ${days - 1}.`,
  });
}

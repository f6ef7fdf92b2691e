// `resumption events DIR`: milestones as sentences, or with --channel the day's frames as rows, recomputed from the
// nearest snapshot.
import { readArchive } from '#libs/adapters';
import { CHANNELS, InputError, MILESTONE_TYPES, type Channel, type Milestone } from '#libs/messages';
import { rowLabels } from '#libs/model';
import { Calendar, didYouMean, parseScenario, type ScenarioSpec } from '#libs/scenario';
import type { Context } from '../context';
import { recomputeDays } from '../archived';
import { wholeNumber } from '../overrides';
import { nameIn, tellMilestone, tellResumed } from '../words';

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
  const wanted = (await archive.milestones()).filter(
    (one) =>
      one.day >= days.from &&
      one.day <= days.to &&
      (type === undefined || one.type === type) &&
      (entity === undefined || Object.values(one).includes(entity)),
  );
  const dateOf = (at: number): string => calendar.dateOf(at);
  const name = nameOf(spec, context);
  const isTold = json === true || type !== undefined || entity !== undefined;
  const groups = isTold ? wanted.map((one) => [one]) : together(wanted, spec);
  for (const group of groups.slice(0, limitOf(limit))) {
    const [first] = group;
    const sentence =
      group.length > 1 && first.type === 'EnterpriseResumed'
        ? tellResumed(group.length, name(first.sector), dateOf(first.day), context.language)
        : tellMilestone(first, context.language, dateOf, name, actOf(spec));
    const causes = first.causes.length > 0 ? `  <- ${first.causes.join(' ')}` : '';
    context.out(json ? `${JSON.stringify(first)}\n` : `${first.id}\t${sentence}${causes}\n`);
  }
}

/** Enterprises without a name of their own that resume one after the other in a sector, in one group. */
function together(milestones: readonly Milestone[], { enterprises }: ScenarioSpec): Milestone[][] {
  const groups: Milestone[][] = [];
  const keyOf = (one: Milestone | undefined): string | undefined =>
    one?.type === 'EnterpriseResumed' && !Object.hasOwn(enterprises, one.enterprise)
      ? [one.day, one.sector, ...one.causes].join()
      : undefined;
  for (const milestone of milestones) {
    const last = groups.at(-1);
    const key = keyOf(milestone);
    if (last && key !== undefined && keyOf(last[0]) === key) last.push(milestone);
    else groups.push([milestone]);
  }
  return groups;
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

/** What a lever or curve acts on, by its path. */
function actOf({ levers, curves }: ScenarioSpec): (path: string) => string | undefined {
  const acts = new Map<string, string>([
    ...Object.entries(levers).map(([id, { acts: act }]) => [`levers.${id}`, act] as const),
    ...Object.entries(curves).map(([id, { acts: act }]) => [`curves.${id}`, act] as const),
  ]);
  return (path) => acts.get(path);
}

/** Names of sectors and named enterprises; others, and levers, are called by their id. */
function nameOf({ sectors, enterprises }: ScenarioSpec, { language }: Context): (id: string) => string {
  const named = new Map(
    Object.entries({ ...sectors, ...enterprises }).flatMap(([id, { name }]) =>
      name ? [[id, nameIn(name, language)] as const] : [],
    ),
  );
  return (id) => named.get(id) ?? id.replace(/^(levers|curves)\./, '');
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

// `resumption events DIR`: milestones as sentences, or with --channel the day's frames as rows, recomputed from the
// nearest snapshot.
import { readArchive } from '#libs/adapters';
import { CHANNELS, InputError, type Channel } from '#libs/messages';
import { rowLabels, type Chain } from '#libs/model';
import { Calendar, didYouMean, parseScenario } from '#libs/scenario';
import type { Context } from '../context';
import { compileArchived, recomputeDays } from '#libs/studies';
import { wholeNumber } from '../overrides';
import { dayRange, milestoneLines, refuseUnknownType } from '../told-milestones';

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
export function limitOf(limit: string | undefined): number {
  return limit === undefined ? MAX_ROWS : wholeNumber('--limit', limit, { least: 1, most: MAX_ROWS });
}

async function milestones(folder: string, options: EventsOptions, context: Context): Promise<void> {
  const { day, type, entity, limit, json } = options;
  refuseUnknownType(type);
  const archive = await readArchive(folder);
  const { manifest, scenarioText } = archive;
  const { spec } = parseScenario(scenarioText, manifest.scenario, manifest.overrides);
  const days = dayRange(day, manifest.days, new Calendar(manifest.start));
  const told = await archive.milestones();
  const lines = milestoneLines(told, spec, { days, type, entity, json }, context);
  if (entity !== undefined && lines.length === 0) {
    // A lever or a cause is no enterprise, and may be told of on other days.
    if (!told.some((one) => Object.values(one).includes(entity)))
      refuseStranger(entity, compileArchived(archive).chain);
    tellNothing(entity, context);
  }
  for (const line of lines.slice(0, limitOf(limit))) context.out(`${line}\n`);
}

async function frameRows(
  folder: string,
  { day, entity, limit, json }: EventsOptions,
  channel: Channel,
  context: Context,
): Promise<void> {
  const { manifest } = await readArchive(folder);
  const days = dayRange(day ?? '0', manifest.days, new Calendar(manifest.start));
  const most = limitOf(limit);
  let left = most;
  const { compiled } = await recomputeDays(folder, days, ({ day: today, frames }, { chain }) => {
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
  if (entity !== undefined && left === most) {
    refuseStranger(entity, compiled.chain);
    tellNothing(entity, context);
  }
  if (left <= 0) context.err(`Stopped after ${limit ?? MAX_ROWS} rows; narrow --day or --entity.\n`);
}

/** @throws InputError CLI_UNKNOWN_ENTITY for a name that nobody has */
function refuseStranger(entity: string, { enterprises, sectors, corridors, zones, parks }: Chain): void {
  const names = [...sectors.map(({ id }) => id), ...zones, ...parks, ...corridors.ids, ...enterprises.ids];
  if (names.includes(entity)) return;
  const reason = `nobody in the run is called ${JSON.stringify(entity)}.`;
  throw new InputError({ code: 'CLI_UNKNOWN_ENTITY', path: '--entity', reason, mend: didYouMean(entity, names) });
}

function tellNothing(entity: string, context: Context): void {
  context.err(`Nothing is told of ${entity} on these days.\n`);
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

// `resumption events [RUN] --stack [--follow]`: the milestones of a run on a stack, as far as recovery has come; with
// --follow on and on until the run ends.
import { bottleneckMilestones, type RunSummary } from '#libs/analysis';
import { InputError, type Milestone } from '#libs/messages';
import type { MetricStore, RunManifest, RunRow } from '#libs/runtime';
import { Calendar, parseScenario } from '#libs/scenario';
import { limitOf, type EventsOptions } from '../commands/events';
import { EXIT, type Context } from '../context';
import { dayRange, milestoneLines, refuseUnknownType, type MilestoneChoice } from '../told-milestones';
import { wordsOf } from '#libs/words';
import { findRun, newestRun } from './find-run';
import { followRun } from './follow-run';
import { EXIT_INTERRUPTED, interruptible } from './interrupt';
import { patient } from './patient';
import { withStack, type Stack, type StackOption } from './stack';
import { stillText } from './still-text';

export interface StackEventsOptions extends EventsOptions, StackOption {
  readonly follow?: boolean;
}

/** @param name the newest run where none is named. @returns the exit code: 1 when the run followed fails */
export async function eventsOnStack(
  name: string | undefined,
  options: StackEventsOptions,
  context: Context,
): Promise<number> {
  if (options.channel !== undefined) {
    const reason = 'the rows of frames are computed again from an archive.';
    const mend = 'Bring the run home first: resumption archive --stack RUN.';
    throw new InputError({ code: 'CLI_NOT_WITH_STACK', path: '--channel', reason, mend });
  }
  refuseUnknownType(options.type);
  return withStack(options, async (stack) => {
    const found = name === undefined ? await newestRun(stack.stores) : await findRun(stack.stores, name);
    return tell(stack, found.manifest, options, context);
  });
}

/** @throws InputError CLI_ONLY_WITH_STACK */
export function refuseFollow({ follow }: StackEventsOptions): void {
  if (follow === undefined) return;
  const reason = 'an archive does not grow.';
  throw new InputError({ code: 'CLI_ONLY_WITH_STACK', path: '--follow', reason, mend: 'Add --stack.' });
}

async function tell(
  stack: Stack,
  manifest: RunManifest,
  options: StackEventsOptions,
  context: Context,
): Promise<number> {
  const { day, type, entity, json, limit, follow = false } = options;
  const days = dayRange(day, manifest.days, new Calendar(manifest.start));
  const print = printer(manifest, { days, type, entity, json }, limitOf(limit), context);
  const { metrics, runs } = stack.stores;
  let told = -1;
  const onDay = async (row: RunRow): Promise<void> => {
    const range = { from: told + 1, to: row.projectedDay };
    print(await patient(() => metrics.milestones(manifest.id, range)));
    told = row.projectedDay;
  };
  if (!follow) {
    const row = await patient(() => runs.row(manifest.id));
    const end = row ? await endMilestones(metrics, manifest, row) : [];
    const range = { from: 0, to: row?.projectedDay ?? -1 };
    const all = [...(await patient(() => metrics.milestones(manifest.id, range))), ...end];
    print(all.sort((a, b) => a.day - b.day));
    return EXIT.ok;
  }
  const words = wordsOf(context.language);
  const onStill = (row: RunRow, stillMs: number): void =>
    context.err(`${stillText(stack, manifest, row, stillMs, words)}\n`);
  const onPaused = (): void => context.err(`${words.runPaused(manifest.id)}\n`);
  const followed = await interruptible((signal) =>
    followRun(stack.stores, manifest, { signal, onDay, onStill, onPaused }),
  );
  if (followed.type === 'left') return EXIT_INTERRUPTED;
  if (followed.type === 'over') print(await endMilestones(metrics, manifest, followed.row));
  if (followed.row.status === 'ended') return EXIT.ok;
  context.err(`STK_RUN_FAILED ${manifest.id}: ${followed.row.failure ?? words.runLeft(manifest.id)}\n`);
  return EXIT.unexpected;
}

/** Prints what is wanted, no more than the limit in all. */
function printer(
  { scenario, overrides }: RunManifest,
  choice: MilestoneChoice,
  limit: number,
  context: Context,
): (milestones: readonly Milestone[]) => void {
  const { spec } = parseScenario(scenario.text, scenario.name, overrides);
  let left = limit;
  return (milestones) => {
    const lines = milestoneLines(milestones, spec, choice, context).slice(0, left);
    left -= lines.length;
    for (const line of lines) context.out(`${line}\n`);
  };
}

/** Those that are known only at the end, as an archive has them. */
async function endMilestones(metrics: MetricStore, { days }: RunManifest, row: RunRow): Promise<readonly Milestone[]> {
  const text = row.status === 'ended' ? await patient(() => metrics.summary(row.id)) : undefined;
  return text === undefined ? [] : bottleneckMilestones((JSON.parse(text) as RunSummary).bottleneck ?? [], days);
}

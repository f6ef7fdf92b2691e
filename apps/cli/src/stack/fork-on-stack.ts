// `resumption fork RUN@DAY --set path=value --stack`: a new run on the stack that shares the past of another one, which
// may still go on. Its past is computed again by the services; that it is the same is seen when it has ended.
import { loadHash64 } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { RunManifest } from '#libs/runtime';
import type { Override } from '#libs/scenario';
import { forkOf, forkParentOf, type Forked } from '#libs/simulation';
import { EXIT, type Context } from '../context';
import { overridesOf } from '../overrides';
import { dayOfRun, splitPlace } from '../place';
import { runDates, wordsOf } from '#libs/words';
import { createRun, nameRun } from './create-run';
import { findRun } from './find-run';
import { firstDifference } from '#libs/studies';
import { patient } from './patient';
import { withStack, type Stack, type StackOption } from './stack';
import { printRun, watchRun } from './watch-run';

export interface StackForkOptions extends StackOption {
  readonly set?: readonly string[];
  readonly detach?: boolean;
  readonly json?: boolean;
  readonly out?: string;
}

/** @returns the exit code: 1 when the run failed, 3 when its past is not the parent's */
export async function forkOnStack(place: string, options: StackForkOptions, context: Context): Promise<number> {
  const { folder: name, dayText } = splitPlace(place, 'fork');
  if (options.out !== undefined) {
    const mend = 'resumption archive --stack RUN --out DIR brings the fork home.';
    throw new InputError({ code: 'CLI_NOT_WITH_STACK', path: '--out', reason: 'it does not go with --stack.', mend });
  }
  const settings = overridesOf({ set: options.set ?? [] });
  if (settings.length === 0) {
    const mend = 'Write --set levers.passes=120, for one.';
    throw new InputError({ code: 'CLI_NOTHING_SET', path: '--set', reason: 'nothing would differ.', mend });
  }
  return withStack(options, (stack) => forkIn(stack, { name, dayText, settings }, options, context));
}

interface Asked {
  readonly name: string;
  readonly dayText: string;
  readonly settings: readonly Override[];
}

async function forkIn(
  stack: Stack,
  { name, dayText, settings }: Asked,
  { detach, json }: StackForkOptions,
  context: Context,
): Promise<number> {
  const { stores } = stack;
  const parent = await findRun(stores, name);
  const day = dayOfRun(parent, dayText, 'RUN@DAY');
  const hash = await loadHash64();
  const inputs = await patient(() => forkParentOf(parent, day, { ...stores, hash }));
  const past = (await patient(() => stores.metrics.digests(parent.row.id))).slice(0, day);
  const forked = forkOf(inputs, settings, day);
  const { shards, accountsForLosses } = parent.manifest;
  const manifest = nameRun({ ...forked, shards, accountsForLosses, steppedBy: 'services' });
  await createRun(stores, manifest);
  if (detach) {
    context.out(json ? `${JSON.stringify({ run: manifest.id })}\n` : `${manifest.id}\n`);
    return EXIT.ok;
  }
  context.err(`${wordsOf(context.language).runCreated(manifest.id)}\n`);
  const watched = await watchRun(stack, manifest, context);
  if (watched.type === 'told') return watched.code;
  const own = await patient(() => stores.metrics.digests(manifest.id));
  const differing = firstDifference(past, own, day);
  if (differing !== undefined) {
    const reason = 'is not as it was: what is set reaches back before the fork.';
    context.err(`STK_OTHER_PAST ${manifest.id}: day ${differing} ${reason}\n`);
    return EXIT.differs;
  }
  if (!json) context.out(headline(parent.row.id, manifest, settings, day, context));
  const { forkedFrom, interventions }: Pick<Forked, 'forkedFrom' | 'interventions'> = forked;
  printRun(
    watched.summary,
    manifest.id,
    { json, extra: { parent: parent.row.id, forkedFrom, interventions } },
    context,
  );
  return EXIT.ok;
}

function headline(
  parent: string,
  { start, days }: RunManifest,
  settings: readonly Override[],
  day: number,
  { language }: Context,
): string {
  const words = wordsOf(language);
  const sets = settings.map(({ path, value }) => `${path} = ${value}`).join(words.comma);
  const date = runDates({ start, days, language }).of(day);
  return `${words.forkOf(parent, date, day)}${words.colon}${sets}\n${words.samePast(day)}\n\n`;
}

// `resumption run FILE --stack`: the run of a scenario by the services of a stack, watched from here.
import { InputError, MAX_LOG_SHARDS } from '#libs/messages';
import type { Beginning } from '#libs/runtime';
import { compileTexts } from '#libs/scenario';
import { EXIT, type Context } from '../context';
import { readScenario } from '../load-scenario';
import { overridesOf, wholeNumber, type OverrideOptions } from '../overrides';
import { wordsOf } from '#libs/words';
import { createRun, nameRun } from './create-run';
import { speedOf } from './speed';
import { withStack, type Stack, type StackOption } from './stack';
import { printRun, watchRun } from './watch-run';

export interface StackRunOptions extends OverrideOptions, StackOption {
  readonly shards?: string;
  readonly losses?: boolean;
  readonly daysPerSecond?: string;
  readonly paused?: boolean;
  readonly detach?: boolean;
  readonly json?: boolean;
  /** Of the ordinary run; they mean nothing here. */
  readonly out?: string;
  readonly frames?: boolean;
  readonly members?: string;
  readonly workers?: string;
}

/** @returns the exit code: 1 when the run failed */
export async function runOnStack(path: string, options: StackRunOptions, context: Context): Promise<number> {
  refuseOthers(options);
  const shards = wholeNumber('--shards', options.shards ?? '1', { least: 1, most: MAX_LOG_SHARDS });
  const beginning: Beginning = {
    mode: options.paused === true ? 'paused' : 'playing',
    daysPerSecond: options.daysPerSecond === undefined ? null : speedOf('--days-per-second', options.daysPerSecond),
  };
  const overrides = overridesOf(options);
  const texts = readScenario(path, overrides);
  // Compiled before a stack is looked for: what is wrong with the file is told first.
  compileTexts(texts, overrides);
  const accountsForLosses = options.losses !== false;
  const inputs = { texts, overrides, interventions: [] };
  const manifest = nameRun({ ...inputs, shards, accountsForLosses, steppedBy: 'services' });
  return withStack(options, (stack) => startRun(stack, manifest, beginning, options, context));
}

async function startRun(
  stack: Stack,
  manifest: ReturnType<typeof nameRun>,
  beginning: Beginning,
  { detach, json }: StackRunOptions,
  context: Context,
): Promise<number> {
  await createRun(stack.stores, manifest, beginning);
  if (detach) {
    context.out(json ? `${JSON.stringify({ run: manifest.id })}\n` : `${manifest.id}\n`);
    return EXIT.ok;
  }
  context.err(`${wordsOf(context.language).runCreated(manifest.id)}\n`);
  const watched = await watchRun(stack, manifest, context);
  if (watched.type === 'told') return watched.code;
  printRun(watched.summary, manifest.id, { json }, context);
  return EXIT.ok;
}

const OTHERS = { out: '--out', frames: '--frames', members: '--members', workers: '--workers' } as const;
const HERE_ONLY = { daysPerSecond: '--days-per-second', paused: '--paused', detach: '--detach' } as const;

/** @throws InputError CLI_NOT_WITH_STACK */
function refuseOthers(options: StackRunOptions): void {
  const given = (['out', 'frames', 'members', 'workers'] as const).find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const mend =
    given === 'out' ? 'resumption archive --stack RUN --out DIR brings a run home.' : 'Leave one of them out.';
  throw new InputError({
    code: 'CLI_NOT_WITH_STACK',
    path: OTHERS[given],
    reason: 'it does not go with --stack.',
    mend,
  });
}

/** Options that mean something on a stack alone. @throws InputError CLI_ONLY_WITH_STACK */
export function refuseStackOptions(options: StackRunOptions): void {
  const given = (['daysPerSecond', 'paused', 'detach'] as const).find((name) => options[name] !== undefined);
  if (given === undefined) return;
  const reason = 'it means nothing without --stack.';
  throw new InputError({ code: 'CLI_ONLY_WITH_STACK', path: HERE_ONLY[given], reason, mend: 'Add --stack.' });
}

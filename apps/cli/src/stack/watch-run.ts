// A command that stays with a run until it ends: progress, who is waited for when nothing moves, Ctrl-C, and what the
// run came to.
import type { RunSummary } from '#libs/analysis';
import type { RunManifest, RunRow } from '#libs/runtime';
import { EXIT, type Context } from '../context';
import { drawRun } from '../terminal';
import { wordsOf } from '#libs/words';
import { gone } from './find-run';
import { followRun } from './follow-run';
import { EXIT_INTERRUPTED, interruptible } from './interrupt';
import { liveProgress } from './live-progress';
import { patient } from './patient';
import type { Stack } from './stack';
import { stillText } from './still-text';

export type Watched =
  | { readonly type: 'ended'; readonly row: RunRow; readonly summary: RunSummary }
  /** Told already; the command ends with this code. */
  | { readonly type: 'told'; readonly code: number };

/** @throws InputError STK_UNKNOWN_RUN when the run is removed */
export async function watchRun(stack: Stack, manifest: RunManifest, context: Context): Promise<Watched> {
  const { id } = manifest;
  const words = wordsOf(context.language);
  const progress = liveProgress(stack.stores, manifest, context);
  const say = (...lines: readonly string[]): void => {
    progress.clear();
    context.err(lines.map((line) => `${line}\n`).join(''));
  };
  const followed = await interruptible((signal) =>
    followRun(stack.stores, manifest, {
      signal,
      onDay: progress.day,
      onStill: (row, stillMs) => say(stillText(stack, manifest, row, stillMs, words)),
      onPaused: () => say(words.runPaused(id)),
    }),
  );
  progress.clear();
  switch (followed.type) {
    case 'left':
      say(words.runLeft(id), words.howToFollow(id), words.howToPause(id), words.howToRemove(id));
      return { type: 'told', code: EXIT_INTERRUPTED };
    case 'still':
      say(`STK_NOTHING_MOVES ${words.runLeft(id)}`, words.howToFollow(id), words.howToRemove(id));
      return { type: 'told', code: EXIT.unexpected };
    case 'over':
      return endOf(stack, followed.row, context);
    default:
      return followed satisfies never;
  }
}

async function endOf({ stores }: Stack, row: RunRow, context: Context): Promise<Watched> {
  if (row.status === 'failed') {
    context.err(`STK_RUN_FAILED ${row.id}: ${row.failure ?? ''}\n`);
    return { type: 'told', code: EXIT.unexpected };
  }
  const text = await patient(() => stores.metrics.summary(row.id));
  if (text === undefined) throw gone(row.id);
  return { type: 'ended', row, summary: JSON.parse(text) as RunSummary };
}

/** The page of the ordinary run, or its JSON with the run's id. */
export function printRun(
  summary: RunSummary,
  run: string,
  { json, extra = {} }: { readonly json?: boolean | undefined; readonly extra?: object },
  { language, width, color, out }: Context,
): void {
  const next = `resumption archive --stack ${run}`;
  if (json) out(`${JSON.stringify({ ...summary, run, ...extra })}\n`);
  else out(`${drawRun(summary, { language, width, color, next })}\n`);
}

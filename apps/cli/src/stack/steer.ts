// `resumption pause|play|step RUN`: how days of a run open.
import { InputError } from '#libs/messages';
import type { RunRow, RunStore } from '#libs/runtime';
import type { Context } from '../context';
import { wholeNumber } from '../overrides';
import { count, wordsOf, type Words } from '#libs/words';
import { findRun, type FoundRun } from './find-run';
import { patient } from './patient';
import { speedOf } from './speed';
import { withStack, type StackOption } from './stack';
import { commandedBy } from './who';

export interface SteerOptions extends StackOption {
  readonly json?: boolean;
}

type Change = Omit<Parameters<RunStore['play']>[1], 'by'>;

/** As fast as it goes. */
const FULL_SPEED = 'max';
const MOST_STEP_DAYS = 10_000;

export function pause(name: string, options: SteerOptions, context: Context): Promise<void> {
  const change = (): Change => ({ mode: 'paused', stepTo: -1 });
  return steer(name, change, (row, words) => words.nowPaused(row.id, row.openedDay), options, context);
}

export async function play(
  name: string,
  options: SteerOptions & { readonly speed?: string },
  context: Context,
): Promise<void> {
  const { speed } = options;
  const daysPerSecond = speed === undefined ? undefined : speed === FULL_SPEED ? null : speedOf('--speed', speed);
  const change = (): Change => ({ mode: 'playing', ...(daysPerSecond === undefined ? {} : { daysPerSecond }) });
  const tell = (row: RunRow, words: Words): string =>
    words.nowPlays(
      row.id,
      row.daysPerSecond === null ? words.asFastAsItGoes : words.daysASecond(digits(row.daysPerSecond)),
    );
  await steer(name, change, tell, options, context);
}

export async function step(
  name: string,
  options: SteerOptions & { readonly days?: string },
  context: Context,
): Promise<void> {
  const more = wholeNumber('--days', options.days ?? '1', { least: 1, most: MOST_STEP_DAYS });
  const change = ({ manifest, row }: FoundRun): Change => {
    const from = Math.max(row.openedDay, row.mode === 'paused' ? row.stepTo : -1);
    return { mode: 'paused', stepTo: Math.min(manifest.days - 1, from + more) };
  };
  await steer(
    name,
    change,
    (row, words) => words.nowSteps(row.id, Math.max(row.stepTo, row.openedDay)),
    options,
    context,
  );
}

async function steer(
  name: string,
  changeOf: (found: FoundRun) => Change,
  tell: (row: RunRow, words: Words) => string,
  options: SteerOptions,
  context: Context,
): Promise<void> {
  const row = await withStack(options, async ({ stores }) => {
    const found = await findRun(stores, name);
    const { id } = found.row;
    const isDone = await patient(() => stores.runs.play(id, { ...changeOf(found), by: commandedBy() }));
    const after = await patient(() => stores.runs.row(id));
    if (!isDone || !after) throw over(after ?? found.row);
    return after;
  });
  const { id: run, mode, stepTo, daysPerSecond, openedDay, projectedDay } = row;
  if (options.json) context.out(`${JSON.stringify({ run, mode, stepTo, daysPerSecond, openedDay, projectedDay })}\n`);
  else context.out(`${tell(row, wordsOf(context.language))}\n`);
}

function over({ id, status }: RunRow): InputError {
  const reason = status === 'failed' ? `${id} failed.` : `${id} has ended.`;
  const mend = `resumption fork ${id}@DAY --set ... --stack begins another from one of its days.`;
  return new InputError({ code: 'STK_RUN_OVER', path: 'RUN', reason, mend });
}

const digits = (value: number): string => count(value, 2).replace(/\.?0+$/, '');

// `resumption intervene RUN --set levers.passes=120 --day 12`: a decision in a run that is under way. It stands from the
// day asked for, or from the first day that is not open yet.
import { randomUUID } from 'node:crypto';
import { InputError, type Command } from '#libs/messages';
import type { RunManifest, RunRow } from '#libs/runtime';
import type { Intervention, Override } from '#libs/scenario';
import { interventionsIn } from '#libs/simulation';
import type { Context } from '../context';
import { overridesOf } from '../overrides';
import { dayOfRun } from '../place';
import { runDates, wordsOf } from '#libs/words';
import { findRun } from './find-run';
import { patient } from './patient';
import { withStack, type Stack, type StackOption } from './stack';
import { commandedBy } from './who';

export interface InterveneOptions extends StackOption {
  readonly set?: readonly string[];
  readonly day?: string;
  readonly json?: boolean;
}

/** An intervention as it was asked for and as it was accepted. */
interface Accepted extends Command {
  /** Null where no day was named. */
  readonly askedDay: number | null;
}

/** @throws InputError CLI_..., RUN_..., STK_... */
export async function intervene(name: string, options: InterveneOptions, context: Context): Promise<void> {
  const settings = overridesOf({ set: options.set ?? [] });
  if (settings.length === 0) {
    const mend = 'Write --set levers.passes=120, for one.';
    throw new InputError({ code: 'CLI_NOTHING_SET', path: '--set', reason: 'nothing would differ.', mend });
  }
  await withStack(options, (stack) => interveneIn(stack, name, settings, options, context));
}

async function interveneIn(
  { stores }: Stack,
  name: string,
  settings: readonly Override[],
  { day: dayText, json }: InterveneOptions,
  context: Context,
): Promise<void> {
  const { manifest, row } = await findRun(stores, name);
  if (row.status !== 'running') throw over(row);
  const day = dayText === undefined ? undefined : dayOfRun({ manifest }, dayText, '--day');
  // Without a day it is the first that is not open; a run whose last day is open takes no more.
  const from = day ?? row.openedDay + 1;
  if (from >= manifest.days) throw over(row);
  const accepted: Accepted[] = [];
  for (const asked of interventionsIn(manifest, settings, from)) {
    const askedDay = day === undefined && asked.day === from ? null : asked.day;
    accepted.push({ ...(await accept(stores, row, asked)), askedDay });
  }
  if (json) context.out(`${JSON.stringify({ run: manifest.id, interventions: accepted })}\n`);
  else for (const one of accepted) context.out(`${told(one, manifest, context)}\n`);
}

async function accept({ runs }: Stack['stores'], row: RunRow, asked: Intervention): Promise<Command> {
  const request = { ...asked, idempotencyKey: randomUUID(), by: commandedBy() };
  const command = await patient(() => runs.intervene(row.id, request));
  if (command) return command;
  throw over((await patient(() => runs.row(row.id))) ?? row);
}

function over({ id, status }: RunRow): InputError {
  const reason =
    status === 'running'
      ? `every day of ${id} is open already.`
      : `${id} ${status === 'ended' ? 'has ended' : 'failed'}.`;
  const mend = `It takes no interventions any more. Fork it: resumption fork ${id}@DAY --set ... --stack.`;
  return new InputError({ code: 'STK_RUN_OVER', path: 'RUN', reason, mend });
}

function told(
  { path, value, effectiveDay, askedDay }: Accepted,
  { start, days }: RunManifest,
  { language }: Context,
): string {
  const words = wordsOf(language);
  const dates = runDates({ start, days, language });
  const stands = words.standsFrom(`${path} = ${value}`, dates.of(effectiveDay), effectiveDay);
  if (askedDay === null || askedDay === effectiveDay) return stands;
  return `${stands}${words.inRow}${words.laterThanAsked(dates.of(askedDay), effectiveDay - 1)}`;
}

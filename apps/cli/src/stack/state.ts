// Where a stack runs: its state file, as whoever keeps the stack writes it. Servers of its own over Kafka come first,
// then the one process of `resumption serve`.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { z } from 'zod';

const STATE_FILE = 'stack.json';
const MEND = 'Start one: npm run stack -- up, or: resumption serve.';

const serviceSchema = z.object({
  name: z.string(),
  /** null while it is being started again. */
  pid: z.number().nullable(),
  /** The last day that it has told, null where it tells none. */
  day: z.number().nullable().optional(),
});

/** More may stand in the file than is read here. */
const stateSchema = z.object({
  phase: z.enum(['starting', 'up', 'stopping']).default('up'),
  supervisorPid: z.number().int().positive().optional(),
  /** host:port each; null where the log lies inside the one process. */
  kafka: z.array(z.string()).nullable().default(null),
  postgresUrl: z.string().nullable(),
  prefix: z.string().default('resumption'),
  services: z.array(serviceSchema).default([]),
});

export interface StackState extends z.infer<typeof stateSchema> {
  readonly folder: string;
}

/** The folders that are looked at where none is named. */
function usualFolders(): string[] {
  return ['stack', 'serve'].map((name) => join(projectRoot(), '.resumption', name));
}

/** Whether a folder is one that a stack keeps its state in. */
export function isStackFolder(folder: string): boolean {
  return existsSync(join(folder, STATE_FILE));
}

/**
 * The stack that runs.
 * @param folder as named; the usual ones otherwise, the first that runs
 * @throws InputError STK_NOT_RUNNING, STK_NOT_READY, STK_BAD_STATE
 */
export function findStack(folder: string | undefined): StackState {
  const folders = folder === undefined ? usualFolders() : [folder];
  const refusals = folders.map((one) => {
    try {
      return readStack(one);
    } catch (error) {
      if (error instanceof InputError) return error;
      throw error;
    }
  });
  const found = refusals.find((one): one is StackState => !(one instanceof InputError));
  if (found) return found;
  // One that is there and not ready says more than one that is not there.
  const told = refusals.find((one) => one instanceof InputError && one.fault.code !== 'STK_NOT_RUNNING') ?? refusals[0];
  throw told as InputError;
}

function readStack(folder: string): StackState {
  const file = join(folder, STATE_FILE);
  const text = textOf(file);
  if (text === undefined) throw stackError('STK_NOT_RUNNING', folder, 'no stack runs there.', MEND);
  const state = parsed(file, text);
  if (state.supervisorPid !== undefined && !isAlive(state.supervisorPid)) {
    throw stackError('STK_NOT_RUNNING', folder, `process ${state.supervisorPid} that kept the stack is gone.`, MEND);
  }
  if (state.phase !== 'up') {
    const reason = state.phase === 'starting' ? 'the stack is being started.' : 'the stack is being stopped.';
    throw stackError('STK_NOT_READY', folder, reason, 'Try again in a few seconds.');
  }
  return { ...state, folder };
}

function parsed(file: string, text: string): z.infer<typeof stateSchema> {
  try {
    const result = stateSchema.safeParse(JSON.parse(text));
    if (result.success) return result.data;
  } catch {
    // Not JSON: told below.
  }
  throw stackError('STK_BAD_STATE', file, 'this is no state of a stack.', `Remove it. ${MEND}`);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else's may not be signalled, but it is there.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

export function stackError(code: string, file: string, reason: string, mend: string): InputError {
  return new InputError({ code, place: { file }, reason, mend });
}

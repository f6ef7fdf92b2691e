// A stack that a command works with: where it runs, and its stores while the command does.
import { openPostgresStores, type Stores } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { StoreAway } from '#libs/runtime';
import { findStack, isStackFolder, stackError, type StackState } from './state';

export interface Stack {
  readonly stores: Stores;
  /** Read again, for services come and go. */
  readonly state: () => StackState;
}

/** `--stack [FOLDER]` as commander gives it: true without a folder. */
export interface StackOption {
  readonly stack?: string | true;
}

/** Connects for as long as the action takes. @throws InputError STK_... */
export async function withStack<T>({ stack }: StackOption, action: (stack: Stack) => Promise<T>): Promise<T> {
  const folder = stack === true ? undefined : stack;
  const state = findStack(folder);
  if (state.postgresUrl === null) {
    const reason = 'this stack keeps its runs inside its own process.';
    throw stackError('STK_NO_HISTORY', state.folder, reason, 'Start it with a database to reach its runs from here.');
  }
  const stores = await orAway(state, () =>
    openPostgresStores(state.postgresUrl ?? '', { applicationName: 'resumption' }),
  );
  try {
    return await orAway(state, () => action({ stores, state: () => findStack(state.folder) }));
  } finally {
    await stores.close();
  }
}

/** A store that is away, in the words of the stack. */
async function orAway<T>({ folder }: StackState, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    if (!(error instanceof StoreAway)) throw error;
    throw stackError('STK_STORE_AWAY', folder, `${error.message}.`, 'npm run stack -- status tells what runs.');
  }
}

/**
 * The argument of a command and the folder of `--stack`: the option's folder may be left out, and then takes the
 * argument that follows it for a folder. `archive --stack RUN` is put right here.
 */
export function placedOf<O extends StackOption>(
  argument: string | undefined,
  options: O,
): { readonly argument: string | undefined; readonly options: O } {
  const { stack } = options;
  if (argument !== undefined || typeof stack !== 'string' || isStackFolder(stack)) return { argument, options };
  return { argument: stack, options: { ...options, stack: true } };
}

/** The argument that a command cannot do without. @throws InputError CLI_MISSING_ARGUMENT */
export function needed(argument: string | undefined, name: string): string {
  if (argument !== undefined) return argument;
  const reason = 'the argument is missing.';
  const mend = 'The command with --help says what it takes.';
  throw new InputError({ code: 'CLI_MISSING_ARGUMENT', path: name, reason, mend });
}

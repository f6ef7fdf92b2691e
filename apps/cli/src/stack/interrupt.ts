// Ctrl-C while a command watches: it stops watching, in order, and what it watches goes on.

/** @param action is given what is aborted by the first Ctrl-C; a second one ends the process at once */
export async function interruptible<T>(action: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const interrupted = new AbortController();
  const onSignal = (): void => interrupted.abort();
  process.once('SIGINT', onSignal);
  try {
    return await action(interrupted.signal);
  } finally {
    process.removeListener('SIGINT', onSignal);
  }
}

/** As a shell counts a command that was ended by Ctrl-C. */
export const EXIT_INTERRUPTED = 130;

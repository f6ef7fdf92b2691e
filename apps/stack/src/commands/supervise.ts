// `stack up --foreground`: this process is the supervisor, until it is told to stop.
import type { StackLayout } from '../layout';
import { dropLock, takeLock } from '../lock';
import { Supervisor } from '../supervisor';
import { EXIT } from '../surroundings';

// npm passes the terminal's Ctrl-C on, so that one arrives as two.
const SAME_SIGNAL_MS = 1000;

export interface SuperviseOptions {
  readonly layout: StackLayout;
  readonly brokers: 1 | 3;
  readonly replicas: string | undefined;
  /** Folder of built apps. */
  readonly apps: string;
  /** A line of progress. */
  readonly say: (line: string) => void;
  /** Called once when all is ready. */
  readonly isUp: () => void;
}

/** Runs until SIGINT, SIGTERM or SIGHUP. @returns the exit code, undefined when another supervisor has the folder */
export async function supervise(options: SuperviseOptions): Promise<number | undefined> {
  const { layout, brokers, replicas, apps, say, isUp } = options;
  if (!takeLock(layout)) return undefined;
  const began = Date.now();
  const log = (line: string): void => say(`${((Date.now() - began) / 1000).toFixed(1).padStart(6)} s  ${line}`);
  const supervisor = new Supervisor({ layout, brokers, replicas, apps, log });
  const told = stopSignal(() => void supervisor.kill().then(() => process.exit(EXIT.failed)));
  try {
    const up = supervisor.up().then(isUp);
    // Told to stop while it starts, it stops; whatever the start says then is the stop's doing.
    await Promise.race([up, told]);
    await told;
    up.catch(() => undefined);
    return EXIT.ok;
  } finally {
    await supervisor.down();
    dropLock(layout);
  }
}

/** Resolves at the first signal to stop; a second one, a second later or more, kills. */
function stopSignal(kill: () => void): Promise<void> {
  return new Promise((resolve) => {
    let first: number | undefined;
    const heard = (): void => {
      first ??= Date.now();
      resolve();
      if (Date.now() - first > SAME_SIGNAL_MS) kill();
    };
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, heard);
  });
}

// `resumption serve`: all services in one process on embedded parts, the page before them, for a machine with nothing
// installed. The process is a child of this command, which passes signals on and ends as it ends.
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { endLeftOvers, postgresFolder, projectRoot } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { Context } from '../context';
import { wholeNumber } from '../overrides';
import { findStack } from './state';
import { wordsOf } from '#libs/words';

export interface ServeOptions {
  readonly port: string;
  readonly folder?: string;
  readonly reset?: boolean;
  readonly page: boolean;
}

const MOST_PORT = 65_535;
const LEFT_OVER_GRACE_MS = 5000;

/** What the process says when it serves. */
interface Listening {
  readonly port: number;
  readonly hasPage: boolean;
}

/** Serves until it is stopped. @returns the exit code of the process */
export async function serve({ port, folder, reset, page }: ServeOptions, context: Context): Promise<number> {
  const httpPort = wholeNumber('--port', port, { least: 0, most: MOST_PORT });
  const home = resolve(folder ?? join(projectRoot(), '.resumption', 'serve'));
  refuseServed(home);
  if (reset) await wipe(home);
  const script = join(projectRoot(), 'dist', 'apps', 'standalone', 'src', 'main.js');
  const environment = {
    RESUMPTION_SERVE_FOLDER: home,
    RESUMPTION_SERVE_PAGE: String(page),
    RESUMPTION_HTTP_PORT: String(httpPort),
  };
  // Loaded here: no other command starts a process.
  const { execa } = await import('execa');
  const child = execa(process.execPath, [script], {
    ...{ stdin: 'ignore', stdout: 'pipe', stderr: 'inherit', buffer: false, reject: false },
    ...{ env: environment, extendEnv: true },
  });
  // The terminal's Ctrl-C reaches the child, too; a signal to this process alone is passed on.
  process.on('SIGTERM', () => void child.kill('SIGTERM'));
  process.on('SIGINT', () => undefined);
  child.stdout.setEncoding('utf8').on('data', (text: string) => tell(text, home, context));
  const { exitCode } = await child;
  return exitCode ?? 1;
}

/** The line that says where it listens, in the words of the terminal. */
function tell(text: string, home: string, context: Context): void {
  const words = wordsOf(context.language);
  for (const line of text.split('\n').filter((one) => one.includes('"listening"'))) {
    const { port, hasPage } = JSON.parse(line) as Listening;
    context.out(`${hasPage ? words.servesPage(port, home) : words.serves(port, home)}\n`);
  }
}

/** Two on one folder would take the database from each other. @throws InputError STK_RUNNING */
function refuseServed(home: string): void {
  const mend = 'Stop it first, or give another folder: --folder. If it is gone, remove stack.json there.';
  try {
    findStack(home);
  } catch (error) {
    if (error instanceof InputError) return;
    throw error;
  }
  const reason = 'a process serves from there.';
  throw new InputError({ code: 'STK_RUNNING', place: { file: home }, reason, mend });
}

/** Only what an earlier `serve` has left there. */
async function wipe(home: string): Promise<void> {
  // A killed one has left its database running.
  await endLeftOvers(postgresFolder(home), LEFT_OVER_GRACE_MS);
  for (const left of [postgresFolder(home), join(home, 'gateway'), join(home, 'stack.json')])
    rmSync(left, { recursive: true, force: true });
}

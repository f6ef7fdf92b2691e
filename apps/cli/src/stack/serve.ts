// `resumption serve`: all services in one process on embedded parts, for a machine with nothing installed. The process is
// a child of this command, which passes signals on and ends as it ends.
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { projectRoot } from '#libs/adapters';
import { InputError } from '#libs/messages';
import type { Context } from '../context';
import { wholeNumber } from '../overrides';
import { isStackFolder } from './state';
import { wordsOf } from '#libs/words';

export interface ServeOptions {
  readonly port: string;
  readonly folder?: string;
  readonly reset?: boolean;
}

const MOST_PORT = 65_535;

/** Serves until it is stopped. @returns the exit code of the process */
export async function serve({ port, folder, reset }: ServeOptions, context: Context): Promise<number> {
  const httpPort = wholeNumber('--port', port, { least: 0, most: MOST_PORT });
  const home = resolve(folder ?? join(projectRoot(), '.resumption', 'serve'));
  if (reset) wipe(home);
  const script = join(projectRoot(), 'dist', 'apps', 'standalone', 'src', 'main.js');
  // Loaded here: no other command starts a process.
  const { execa } = await import('execa');
  const child = execa(process.execPath, [script], {
    ...{ stdin: 'ignore', stdout: 'pipe', stderr: 'inherit', buffer: false, reject: false },
    ...{ env: { RESUMPTION_SERVE_FOLDER: home, RESUMPTION_HTTP_PORT: String(httpPort) }, extendEnv: true },
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
  for (const line of text.split('\n').filter((one) => one.includes('"listening"'))) {
    const { port } = JSON.parse(line) as { port: number };
    context.out(`${wordsOf(context.language).serves(port, home)}\n`);
  }
}

/** Only what an earlier `serve` has left there. */
function wipe(home: string): void {
  if (!existsSync(home)) return;
  if (isStackFolder(home)) {
    throw new InputError({
      code: 'STK_RUNNING',
      place: { file: home },
      reason: 'a process serves from there, or was killed while it did.',
      mend: 'Stop it first; if it is gone, remove stack.json there.',
    });
  }
  rmSync(join(home, 'postgres'), { recursive: true, force: true });
}

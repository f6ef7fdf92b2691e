// As whom PostgreSQL runs: it refuses to run as root, so root lends it another user.
import { runCommand } from './command';
import { localError } from './local-error';

export interface SystemUser {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

const LENT = ['postgres', 'nobody'];
const TIMEOUT_MS = 5000;

/**
 * @returns undefined where we are not root: it runs as we do
 * @throws InputError LOCAL_MISSING
 */
export async function postgresUser(): Promise<SystemUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  for (const name of LENT) {
    const [uid, gid] = [await idOf('-u', name), await idOf('-g', name)];
    if (uid !== undefined && gid !== undefined) return { name, uid, gid };
  }
  throw localError(
    'MISSING',
    'user postgres',
    'is not on this machine, nor nobody.',
    'Start this as another user than root.',
  );
}

async function idOf(flag: '-u' | '-g', name: string): Promise<number | undefined> {
  const { exitCode, output } = await runCommand('id', [flag, name], { timeoutMs: TIMEOUT_MS });
  return exitCode === 0 ? Number(output.trim()) : undefined;
}

// Where keys come from: the operator's file, or one that is made on the first start and kept in the gateway's folder.
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '#libs/messages';
import { hashOf, KeyRing, parseKeys } from './key-ring';

const KEY_BYTES = 32;
const OWN_KEY = 'key';

export interface Keys {
  readonly ring: KeyRing;
  /** The generated key itself and its file; undefined where the operator gives a file. */
  readonly own: { readonly key: string; readonly file: string } | undefined;
}

/** @throws InputError GAT_NO_KEYS, GAT_BAD_KEYS */
export function readKeys({
  keysFile,
  folder,
}: {
  readonly keysFile: string | undefined;
  readonly folder: string;
}): Keys {
  if (keysFile === undefined) return ownKey(folder);
  let text: string;
  try {
    text = readFileSync(keysFile, 'utf8');
  } catch (error) {
    const reason = `the file of keys cannot be read (${(error as NodeJS.ErrnoException).code ?? 'error'}).`;
    const mend = 'Give the file that RESUMPTION_KEYS_FILE names.';
    throw new InputError({ code: 'GAT_NO_KEYS', place: { file: keysFile }, reason, mend });
  }
  return { ring: new KeyRing(parseKeys(text, keysFile)), own: undefined };
}

/** The key of this machine: its owner is the operator. */
function ownKey(folder: string): Keys {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, OWN_KEY);
  if (!existsSync(file)) {
    const fresh = `${file}.${process.pid}.new`;
    writeFileSync(fresh, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(fresh, file);
  }
  chmodSync(file, 0o600);
  const key = readFileSync(file, 'utf8').trim();
  if (!/^[\w-]{43}$/.test(key)) {
    const mend = 'Remove it: the next start makes another.';
    throw new InputError({ code: 'GAT_BAD_KEYS', place: { file }, reason: 'is no key of 32 bytes.', mend });
  }
  return { ring: new KeyRing([{ name: 'local', role: 'operator', hash: hashOf(key) }]), own: { key, file } };
}

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|::1)$/;

export const isLoopback = (host: string): boolean => LOOPBACK.test(host);

/** Only this machine may be answered with a key that nobody has handed out. @throws InputError GAT_OPEN_BIND */
export function refuseOpenBind(host: string, keysFile: string | undefined): void {
  if (isLoopback(host) || keysFile !== undefined) return;
  throw new InputError({
    code: 'GAT_OPEN_BIND',
    path: 'RESUMPTION_HTTP_HOST',
    reason: `${host} can be reached from other machines, and there is no file of keys.`,
    mend: 'Write one and name it with RESUMPTION_KEYS_FILE, or listen on 127.0.0.1.',
  });
}

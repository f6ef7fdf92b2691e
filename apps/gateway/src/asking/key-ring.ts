// Keys as they are kept: never themselves, only their hashes. A key is 32 random bytes, so that a plain SHA-256 will do.
import { createHash, timingSafeEqual } from 'node:crypto';
import { ROLES, type Role } from '#libs/api';
import { InputError } from '#libs/messages';
import { z } from 'zod';
import type { Asker } from './asker';

const MOST_KEYS = 1000;

const keysSchema = z
  .array(
    z.strictObject({
      name: z
        .string()
        .regex(/^[\p{L}\p{N} ._@-]{1,60}$/u, 'is no name: letters, digits, blank, ".", "_", "@", "-", at most 60.'),
      role: z.enum(ROLES),
      hash: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in 64 hexadecimal digits.'),
    }),
  )
  .min(1)
  .max(MOST_KEYS);

export interface KeptKey {
  readonly name: string;
  readonly role: Role;
  readonly hash: string;
}

export const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex');

export class KeyRing {
  readonly #keys: readonly { readonly asker: Asker; readonly hash: Buffer }[];

  constructor(keys: readonly KeptKey[]) {
    this.#keys = keys.map(({ name, role, hash }) => {
      return { asker: { name, role, isLocal: false }, hash: Buffer.from(hash, 'hex') };
    });
  }

  /** Whose key it is; every key is compared, so that time tells nothing. */
  find(key: string): Asker | undefined {
    const hash = Buffer.from(hashOf(key), 'hex');
    let found: Asker | undefined;
    for (const kept of this.#keys) if (timingSafeEqual(kept.hash, hash)) found ??= kept.asker;
    return found;
  }
}

/** @param file its name, for errors. @throws InputError GAT_BAD_KEYS */
export function parseKeys(text: string, file: string): KeptKey[] {
  const fault = (reason: string, path?: string): InputError => {
    const mend = 'Write a list of {"name", "role", "hash"}; hash is the SHA-256 of the key.';
    return new InputError({ code: 'GAT_BAD_KEYS', place: { file }, ...(path !== undefined && { path }), reason, mend });
  };
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw fault('is no JSON.');
  }
  const parsed = keysSchema.safeParse(content);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw fault(issue.message, issue.path.join('.'));
  }
  const names = parsed.data.map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined) throw fault(`${JSON.stringify(twice)} is there twice.`);
  return parsed.data;
}

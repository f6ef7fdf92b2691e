// Idempotency-Key: the same key again is the same request again, and gets the first one's answer.
import type { RouteName } from '#libs/api';
import { createHash, randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ApiError } from './api-error';

const KEY = /^[\x21-\x7e]{1,128}$/;

/** @throws ApiError API_BAD_KEY */
export function idempotencyKey({ headers }: Pick<IncomingMessage, 'headers'>): string | undefined {
  const key = headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && KEY.test(key)) return key;
  const mend = 'Send 1 to 128 visible ASCII characters, a UUID for one.';
  throw new ApiError(422, { code: 'API_BAD_KEY', path: 'Idempotency-Key', reason: 'it is no key.', mend });
}

/** What the store knows the request by: keys of different askers and routes never meet. */
export function requestKey(asked: { owner: string; route: RouteName; on: string; key: string | undefined }): string {
  const { owner, route, on, key } = asked;
  if (key === undefined) return randomUUID();
  return createHash('sha256')
    .update(JSON.stringify([owner, route, on, key]))
    .digest('hex');
}

/** Bodies that keys came with, so that one that comes with another is told. The oldest are forgotten. */
export class KeyedBodies {
  readonly #hashes = new Map<string, string>();

  constructor(private readonly most = 10_000) {}

  /** @param key of `requestKey`. @throws ApiError API_KEY_REUSED */
  note(key: string, body: unknown): void {
    const hash = createHash('sha256').update(JSON.stringify(body)).digest('base64');
    const earlier = this.#hashes.get(key);
    if (earlier !== undefined && earlier !== hash) throw keyReused();
    this.#hashes.set(key, hash);
    if (this.#hashes.size > this.most) this.#hashes.delete(this.#hashes.keys().next().value ?? '');
  }
}

export function keyReused(): ApiError {
  const reason = 'it came with another request before.';
  const mend = 'Take a new key for a new request.';
  return new ApiError(422, { code: 'API_KEY_REUSED', path: 'Idempotency-Key', reason, mend });
}

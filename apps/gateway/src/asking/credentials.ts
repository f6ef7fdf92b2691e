// The key that a request carries: a header from programs, a cookie from the page.
import type { IncomingMessage } from 'node:http';

const COOKIE = 'resumption_key';
const DAYS_KEPT = 30;

/** Longer ones are not looked at. */
const MOST_KEY = 200;

export interface Credential {
  readonly key: string;
  readonly by: 'header' | 'cookie';
}

/** A header goes before a cookie. */
export function credentialOf({ headers }: Pick<IncomingMessage, 'headers'>): Credential | undefined {
  const bearer = /^bearer +([^\s]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return shortOnly({ key: bearer, by: 'header' });
  for (const part of (headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=');
    if (part.slice(0, at).trim() === COOKIE) return shortOnly({ key: part.slice(at + 1).trim(), by: 'cookie' });
  }
  return undefined;
}

const shortOnly = (credential: Credential): Credential | undefined =>
  credential.key.length > 0 && credential.key.length <= MOST_KEY ? credential : undefined;

/** Out of reach of scripts, and never sent along from another site. */
export function cookieOf(key: string, isSecure: boolean): string {
  return `${COOKIE}=${key}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${DAYS_KEPT * 86_400}${isSecure ? '; Secure' : ''}`;
}

export const NO_COOKIE = `${COOKIE}=; Path=/; HttpOnly; SameSite=Strict; Max-Age=0`;

// Whether a request means us and comes from us. A foreign name that was made to lead to this machine (DNS rebinding) shows
// in Host; a foreign page that has a browser write to us shows in Origin.
import type { IncomingMessage } from 'node:http';
import { ApiError } from '../http/api-error';
import { isLoopback } from './key-files';

type Headers = Pick<IncomingMessage, 'headers' | 'method'>;

const HOST = /^(?:\[([0-9a-f:.]{2,45})\]|([\w.-]{1,253}))(?::\d{1,5})?$/i;

/** Without the port; undefined where it is no host. */
export function hostName(host: string | undefined): string | undefined {
  const [, address, name] = HOST.exec(host ?? '') ?? [];
  return (address ?? name)?.toLowerCase();
}

/** On this machine alone, only its own names are answered to. @throws ApiError API_HOST */
export function refuseForeignHost({ headers }: Headers, boundHost: string): void {
  if (!isLoopback(boundHost)) return;
  const name = hostName(headers.host);
  if (name !== undefined && isLoopback(name)) return;
  const reason = 'this gateway answers to 127.0.0.1 and localhost alone.';
  const mend = 'Ask it by that name; to be reached by another one it needs keys and another address to listen on.';
  throw new ApiError(421, { code: 'API_HOST', reason, mend });
}

/** What changes something comes from our own page or from a program. @throws ApiError API_ORIGIN */
export function refuseForeignOrigin({ headers, method }: Headers): void {
  if (method === 'GET' || method === 'HEAD') return;
  const { origin, host } = headers;
  const site = headers['sec-fetch-site'];
  const isOwn = origin === undefined || (URL.canParse(origin) && new URL(origin).host === host?.toLowerCase());
  const isSameSite = site === undefined || site === 'same-origin' || site === 'none';
  if (isOwn && isSameSite) return;
  const reason = 'another site asks for a change.';
  throw new ApiError(403, { code: 'API_ORIGIN', reason, mend: 'Ask from the page itself, or from a program.' });
}

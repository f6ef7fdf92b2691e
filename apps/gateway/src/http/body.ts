// Bodies: JSON, read only once it is known who asks, and only as much as the route can mean.
import { MOST_TABLES, MOST_TEXT, type RouteName } from '#libs/api';
import type { IncomingMessage } from 'node:http';
import { ApiError, tooBusy } from './api-error';

export interface BodyLimits {
  readonly plainBytes: number;
  /** Where scenarios come in. */
  readonly textsBytes: number;
  /** Of all bodies that are being read at one time. */
  readonly allBytes: number;
}

/** Chinese takes three bytes a character; JSON writes a line feed as two. */
export const BODY_LIMITS: BodyLimits = {
  plainBytes: 200_000,
  textsBytes: MOST_TABLES + 3 * MOST_TEXT,
  allBytes: 3 * MOST_TABLES,
};

const WITH_TEXTS: ReadonlySet<RouteName> = new Set(['createRun', 'saveScenario', 'validateScenario'] as const);

export class Bodies {
  #bytesBeingRead = 0;

  constructor(private readonly limits: BodyLimits) {}

  /** The body; an empty map where there is none. @throws ApiError API_NOT_JSON, API_TOO_LARGE, API_BAD_JSON, API_BUSY */
  async read(name: RouteName, request: IncomingMessage): Promise<unknown> {
    const { headers } = request;
    const length = Number(headers['content-length'] ?? 0);
    if (headers['transfer-encoding'] === undefined && !(length > 0)) return {};
    refuseOtherForms(headers);
    const { plainBytes, textsBytes } = this.limits;
    const most = WITH_TEXTS.has(name) ? textsBytes : plainBytes;
    if (length > most) throw tooLarge(most);
    return jsonOf(await this.#bytesOf(request, most));
  }

  async #bytesOf(request: IncomingMessage, most: number): Promise<Buffer> {
    const chunks: Buffer[] = [];
    let bytes = 0;
    try {
      for await (const chunk of request as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.#bytesBeingRead += chunk.length;
        if (bytes > most) throw tooLarge(most);
        if (this.#bytesBeingRead > this.limits.allBytes) throw tooBusy('too many large bodies at once.');
        chunks.push(chunk);
      }
    } catch (error) {
      if (error instanceof ApiError) throw error;
      throw new ApiError(400, { code: 'API_CUT_OFF', reason: 'the body ended early.', mend: 'Send it again.' });
    } finally {
      this.#bytesBeingRead -= bytes;
    }
    return Buffer.concat(chunks);
  }
}

function refuseOtherForms(headers: IncomingMessage['headers']): void {
  const isJson = /^application\/json *(; *charset="?utf-8"?)? *$/i.test(headers['content-type'] ?? '');
  const encoding = headers['content-encoding'] ?? 'identity';
  if (isJson && encoding === 'identity') return;
  const reason = isJson ? 'the body is compressed.' : 'the body is not said to be JSON.';
  throw new ApiError(415, { code: 'API_NOT_JSON', reason, mend: 'Send Content-Type: application/json, as it is.' });
}

function tooLarge(most: number): ApiError {
  const reason = `the body has more than ${(most / 1e6).toFixed(1)} MB.`;
  const refusal = { code: 'API_TOO_LARGE', reason, mend: 'Send less: leave small enterprises to populations.' };
  // What is still on its way is not waited for.
  return new ApiError(413, refusal, { connection: 'close' });
}

function jsonOf(bytes: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as unknown;
  } catch {
    throw new ApiError(400, {
      code: 'API_BAD_JSON',
      reason: 'the body is no JSON.',
      mend: 'Send one JSON value in UTF-8.',
    });
  }
}

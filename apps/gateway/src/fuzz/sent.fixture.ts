// Sends a request as it is, over connections that are kept.
import { request, type Agent } from 'node:http';
import type { Generated } from './generated.fixture';

export interface Received {
  readonly status: number;
  readonly content: string;
  readonly bytes: Buffer;
}

const ANSWER_MS = 30_000;

/** A stream is left as soon as it has begun. @throws Error where there is no answer */
export function sent(agent: Agent, url: string, { method, path, headers, body }: Generated): Promise<Received> {
  return new Promise((resolve, reject) => {
    const length = body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) };
    const asked = request(`${url}/`, { agent, method, path, headers: { ...headers, ...length } }, (response) => {
      const content = response.headers['content-type'] ?? '';
      const status = response.statusCode ?? 0;
      if (content.startsWith('text/event-stream')) {
        response.on('error', () => undefined);
        asked.destroy();
        resolve({ status, content, bytes: Buffer.alloc(0) });
        return;
      }
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status, content, bytes: Buffer.concat(chunks) }));
      response.on('error', reject);
    });
    asked.setTimeout(ANSWER_MS, () => asked.destroy(new Error('no answer')));
    asked.on('error', reject);
    asked.end(body);
  });
}

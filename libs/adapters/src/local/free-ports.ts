// Ports for servers that keep theirs over a restart: below the range that systems hand out to outgoing connections
// (32768 up, mostly), so that nobody takes one while its server is away.
import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

const FIRST_PORT = 20_000;
const LAST_PORT = 28_999;
const MAX_TRIES = 1000;

/**
 * @returns that many different loopback ports which nobody listens on right now
 * @throws Error when there are hardly any left
 */
export async function freePorts(count: number): Promise<number[]> {
  const found = new Set<number>();
  for (let tries = 0; found.size < count; tries++) {
    if (tries >= MAX_TRIES) throw new Error(`No ${count} free ports between ${FIRST_PORT} and ${LAST_PORT}.`);
    const port = randomInt(FIRST_PORT, LAST_PORT + 1);
    if (!found.has(port) && (await isPortFree(port))) found.add(port);
  }
  return [...found];
}

/** Whether nobody listens on a loopback port right now. */
export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => server.close(() => resolve(true)));
  });
}

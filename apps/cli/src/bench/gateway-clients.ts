// Readers of a run's stream, in a process of their own: most take everything at once, some take nothing. When the parent
// says so they tell at what moment each day reached each of them.
import { get, Agent } from 'node:http';

export interface ClientsAsked {
  readonly url: string;
  readonly keys: readonly string[];
  readonly clients: number;
  /** Of the clients: read nothing once they are connected. */
  readonly stalled: number;
}

/** Told once by each reader and day: milliseconds since the epoch. */
export interface ClientsTold {
  readonly arrivals: readonly (readonly [day: number, atMs: number])[];
  readonly connected: number;
  /** Stalled readers that were let go. */
  readonly dropped: number;
  /** Readers that missed a day, or had it twice. */
  readonly broken: number;
}

/** What is measured is a run that goes on, not the rush at its beginning. */
const OPENED_AT_ONCE = 50;

/** Prints `ready` when all are connected; ends with what it has seen when its input ends. */
export async function readAsClients({ url, keys, clients, stalled }: ClientsAsked): Promise<void> {
  const agent = new Agent({ keepAlive: false, maxSockets: Infinity });
  const arrivals: [number, number][] = [];
  const days: number[][] = [];
  let connected = 0;
  let dropped = 0;
  const open = (at: number): Promise<void> => {
    const isStalled = at < stalled;
    const seen: number[] = [];
    if (!isStalled) days.push(seen);
    return new Promise<void>((resolve, reject) => {
      const headers = { authorization: `Bearer ${keys[at % keys.length]}` };
      const request = get(url, { agent, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`a stream answered ${response.statusCode}`));
        connected++;
        resolve();
        response.on('close', () => (dropped += isStalled ? 1 : 0));
        response.on('error', () => undefined);
        if (isStalled) return response.pause();
        response.setEncoding('latin1');
        response.on('data', (text: string) => note(text, seen, arrivals));
      });
      request.on('error', reject);
    });
  };
  for (let first = 0; first < clients; first += OPENED_AT_ONCE) {
    const group = Array.from({ length: Math.min(OPENED_AT_ONCE, clients - first) }, (_, at) => first + at);
    await Promise.all(group.map(open));
  }
  process.stdout.write('ready\n');
  process.stdin.resume();
  await new Promise((ended) => process.stdin.once('end', ended));
  const broken = days.filter((seen) => seen.some((day, at) => at > 0 && day !== seen[at - 1] + 1)).length;
  const told: ClientsTold = { arrivals, connected, dropped, broken };
  process.stdout.write(`${JSON.stringify(told)}\n`, () => process.exit(0));
}

/** An id is seldom cut in two by a packet: then that reader's day counts for `broken`, which is told. */
function note(text: string, seen: number[], arrivals: [number, number][]): void {
  for (const [, digits] of text.matchAll(/^id: [^\n:]+:(\d+)\n/gm)) {
    seen.push(Number(digits));
    arrivals.push([Number(digits), performance.timeOrigin + performance.now()]);
  }
}

// Readers of streams over HTTP, and a server of streams over stores in memory.
import type { DayResult, Run } from '#libs/api';
import { InProcessLiveFeed, type Stores } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import { compileTexts } from '#libs/scenario';
import { createServer, get, IncomingMessage, ServerResponse, type Server } from 'node:http';
import { Socket, type AddressInfo } from 'node:net';
import { Duplex } from 'node:stream';
import { projectDays, type Ran } from '../results/ran.fixture';
import { Results } from '../results/results';
import { Streams, type StreamsOptions } from './streams';

interface Event {
  readonly event: string;
  readonly id: string | undefined;
  readonly data: unknown;
}

/** As a browser reads a stream. */
class EventReader {
  readonly events: Event[] = [];
  comments = 0;
  isOver = false;
  status = 0;
  lastId: string | undefined;
  #text = '';
  readonly #request;

  constructor(url: string, lastId?: string) {
    this.lastId = lastId;
    const headers = lastId === undefined ? {} : { 'last-event-id': lastId };
    this.#request = get(url, { headers, agent: false }, (response) => {
      this.status = response.statusCode ?? 0;
      response.setEncoding('utf8');
      response.on('data', (text: string) => this.#take(text));
      response.on('close', () => (this.isOver = true));
      response.on('error', () => undefined);
    });
    this.#request.on('error', () => (this.isOver = true));
  }

  /** Days by their first telling. */
  get days(): number[] {
    return this.events.flatMap(({ event, id }) => (event === 'day' && id ? [Number(id.split(':')[1])] : []));
  }

  /** The newest word on each day. */
  get told(): DayResult[] {
    const days: DayResult[] = [];
    for (const { event, data } of this.events) if (event === 'day') days[(data as DayResult).day] = data as DayResult;
    return days;
  }

  cut(): void {
    this.#request.destroy();
  }

  #take(text: string): void {
    this.#text += text;
    const blocks = this.#text.split('\n\n');
    this.#text = blocks.pop() ?? '';
    for (const block of blocks) {
      const fields = new Map(
        block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
      );
      if (block === ':') this.comments++;
      const event = fields.get('event');
      if (event === undefined) continue;
      this.lastId = fields.get('id') ?? this.lastId;
      this.events.push({ event, id: fields.get('id'), data: JSON.parse(fields.get('data') ?? 'null') });
    }
  }
}

export interface Gateway {
  readonly streams: Streams;
  readonly feed: LiveFeed;
  read(after?: number | string): EventReader;
  close(): Promise<void>;
}

const describeRun =
  ({ runs }: Pick<Stores, 'runs'>) =>
  async (run: string): Promise<Run | undefined> => {
    const row = await runs.row(run);
    // What the stream does with a run does not depend on the rest of it.
    return row && ({ ...row, commands: await runs.commands(run) } as unknown as Run);
  };

export async function gatewayOver(stores: Stores, more: Partial<StreamsOptions> = {}): Promise<Gateway> {
  const feed = more.feed ?? new InProcessLiveFeed();
  const failures: unknown[] = [];
  const streams = new Streams({
    ...{ stores, feed, results: new Results({ stores, compile: compileTexts }), describe: describeRun(stores) },
    onFailure: (error) => void failures.push(error),
    ...more,
  });
  const server: Server = createServer((request, response) => {
    const { searchParams, pathname } = new URL(request.url ?? '', 'http://gateway');
    const after = searchParams.get('after');
    const lastEventId = request.headers['last-event-id'] as string | undefined;
    const reader = { key: 'key', response, after: after === null ? undefined : Number(after), lastEventId };
    streams.open(pathname.slice(1), reader).catch((error: Error) => {
      response.writeHead(404).end(error.message);
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  const readers: EventReader[] = [];
  return {
    ...{ streams, feed },
    read(after) {
      const query = typeof after === 'number' ? `?after=${after}` : '';
      const reader = new EventReader(
        `http://127.0.0.1:${port}/mini${query}`,
        typeof after === 'string' ? after : undefined,
      );
      readers.push(reader);
      return reader;
    },
    async close() {
      for (const reader of readers) reader.cut();
      await streams.close();
      await new Promise((closed) => server.close(closed));
      if (failures.length > 0) throw new Error(`the streams failed at: ${failures.join('; ')}`);
    },
  };
}

/** Closes days as recovery does. */
export async function closeDays(
  stores: Stores,
  ran: Ran,
  feed: LiveFeed | undefined,
  from: number,
  to: number,
): Promise<void> {
  for (let day = from; day <= to; day++) {
    await projectDays(stores, ran, { from: day, to: day });
    const { date } = ran.days[day];
    const rates = { resumption: 1, returnToPost: null, capacityRecovery: 1, throughput: 1 };
    await feed?.publish({ run: 'mini', day, date, ...rates, lostValueAddedYuan: 0, milestones: 0 });
  }
}

/** An answer whose other end takes what it is sent until it is told to stop. */
export function stalledResponse(): { readonly response: ServerResponse; stall(): number } {
  let isStalled = false;
  let taken = '';
  const socket = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _, done) {
      taken += chunk.toString();
      if (!isStalled) done();
    },
  });
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  response.assignSocket(socket as Socket);
  return {
    response,
    stall() {
      isStalled = true;
      return Number([...taken.matchAll(/^id: mini:(\d+)$/gm)].at(-1)?.[1] ?? -1);
    },
  };
}

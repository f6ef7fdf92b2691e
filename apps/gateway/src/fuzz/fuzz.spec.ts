// Whatever is asked: an answer, never a 5xx, and in the shape that the table promises. `npm run fuzz` asks 100,000 times.
import { Agent } from 'node:http';
import { problemSchema, ROUTES, type Route, type RouteName } from '#libs/api';
import fc from 'fast-check';
import { aGateway, KEYS, type OpenedGateway } from '../gateway.fixture';
import { methodsOf } from '../http/route-table';
import { ranMini, storesAfter } from '../results/ran.fixture';
import { generated, type Generated, type Known } from './generated.fixture';
import { sent, type Received } from './sent.fixture';

// eslint-disable-next-line no-restricted-properties -- How many is for whoever runs it to say.
const REQUESTS = Number(process.env.FUZZ_REQUESTS ?? 1000);
/** Enough for every route to be met with everything right. */
const ENOUGH_FOR_ALL = 20_000;
/** Routes that no request is made right for: a key in a body, the run that the others need. */
const SPARED: readonly string[] = ['openSession', 'removeRun'];
/** Asked at once. */
const BATCH = 10;
const TIMEOUT_MS = 60_000 + REQUESTS * 60;

const FREELY = { points: 1e9, seconds: 1, wrongKeys: 1e9 };

describe('requests made from the OpenAPI document', () => {
  let gateway: OpenedGateway;
  let known: Known;
  const agent = new Agent({ keepAlive: true, maxSockets: 2 * BATCH });
  const seen = new Map<string, number>();

  beforeAll(async () => {
    const ran = await ranMini(8);
    gateway = await aGateway({ stores: await storesAfter(ran), limits: { rates: FREELY, streamsOfKey: 1000 } });
    const body = { scenario: 'keqiao-mini', days: 8, mode: 'paused' };
    const { id } = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body })).json<{ id: string }>();
    const names = ran.days[0].enterprises.enterprise as readonly string[] | undefined;
    known = knownOf(id, names ?? [], (await textOf(gateway)).text);
  });
  afterAll(async () => {
    agent.destroy();
    await gateway.close();
  });

  it(
    `are answered, ${REQUESTS} of them, without a 5xx, as the table promises`,
    async () => {
      const batches = fc.array(generated(known), { minLength: BATCH, maxLength: BATCH });
      await fc.assert(
        fc.asyncProperty(batches, async (asked) => {
          for (const fault of await Promise.all(asked.map((one) => faultOf(one)))) expect(fault).toBeUndefined();
        }),
        {
          numRuns: Math.ceil(REQUESTS / BATCH),
          // What failed is told with all that is needed to ask it again; shrinking would ask thousands of times.
          endOnFailure: true,
          interruptAfterTimeLimit: TIMEOUT_MS - 30_000,
          markInterruptAsFailure: true,
        },
      );
      expect((await gateway.ask(undefined, 'GET', '/livez')).status).toBe(200);
      expect(missed(seen)).toEqual([]);
    },
    TIMEOUT_MS,
  );

  /** What is wrong with the answer. */
  async function faultOf(asked: Generated): Promise<unknown> {
    const received = await sent(agent, gateway.url, asked).catch((error: unknown) => error as Error);
    if (received instanceof Error) return isUnsendable(received) ? undefined : { asked, error: String(received) };
    const { status, content, bytes } = received;
    const name = methodsOf(asked.path.split('?')[0])?.get(asked.method);
    const kind = `${name ?? 'none'} ${status < 300 ? 'done' : 'refused'}`;
    seen.set(kind, (seen.get(kind) ?? 0) + 1);
    const isRight = status < 500 && (status < 400 ? isPromised(name, received) : isProblem(received));
    return isRight ? undefined : { asked, status, content, body: bytes.toString().slice(0, 2000) };
  }
});

function isProblem({ content, bytes, status }: Received): boolean {
  // What cannot be parsed as HTTP at all is refused by Node itself.
  if (bytes.length === 0) return true;
  if (!content.startsWith('application/problem+json')) return false;
  const problem = problemSchema.safeParse(JSON.parse(bytes.toString()));
  return problem.success && problem.data.status === status;
}

function isPromised(name: RouteName | undefined, { content, bytes, status }: Received): boolean {
  const route: Route | undefined = name && ROUTES[name];
  if (!route || status === 304) return true;
  if (status === 204) return route.status === 204;
  if (route.content !== undefined) return content.startsWith(route.content);
  if (!content.startsWith('application/json')) return name === 'readMetrics';
  return route.answer?.safeParse(JSON.parse(bytes.toString())).success === true;
}

/** Our own client refuses to send some. */
function isUnsendable(error: Error): boolean {
  return /ERR_INVALID_CHAR|ERR_UNESCAPED_CHARACTERS|ERR_HTTP_INVALID_HEADER/.test(
    `${(error as { code?: string }).code}`,
  );
}

/** Routes that were never asked rightly. */
function missed(seen: ReadonlyMap<string, number>): string[] {
  const names = Object.keys(ROUTES) as RouteName[];
  if (REQUESTS < ENOUGH_FOR_ALL) return [];
  return names.filter((name) => !seen.has(`${name} done`) && !SPARED.includes(name)).map((name) => `${name} done`);
}

async function textOf(gateway: OpenedGateway): Promise<{ text: string }> {
  return (await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/keqiao-mini')).json<{ text: string }>();
}

function knownOf(paused: string, enterprises: readonly string[], text: string): Known {
  const [some] = [enterprises.slice(0, 5)];
  return {
    run: ['mini', 'mini', paused],
    runs: [`mini,${paused}`, 'mini,mini'],
    id: [...some, 'keqiao-mini', 'mine', 'dyeing'],
    enterprise: some,
    entity: some,
    sector: ['dyeing', 'weaving'],
    zone: ['keqiao', 'binhai'],
    day: [0, 1, 5, 7],
    from: [0, 3],
    to: [7, 60],
    days: [8],
    scenario: ['keqiao-mini'],
    path: ['levers.passes', 'levers.charter', 'market.opens', 'days'],
    value: [1, 0, '120'],
    text: [text],
    set: [[{ path: 'levers.passes', value: '120' }]],
    key: [KEYS.analyst],
    tables: [[]],
  };
}

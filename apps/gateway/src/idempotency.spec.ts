import type { Accepted, Problem, Run } from '#libs/api';
import { aGateway, KEYS, type OpenedGateway } from './gateway.fixture';

const MINI = { scenario: 'keqiao-mini', days: 20, mode: 'paused' } as const;

describe('a request that comes again with its key', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway({ limits: { runsUnderWay: 100 } })));
  afterAll(() => gateway.close());

  const post = (path: string, key: string | undefined, body: unknown, who = KEYS.planner) =>
    gateway.ask(who, 'POST', path, { body, ...(key !== undefined && { headers: { 'idempotency-key': key } }) });
  const make = async (): Promise<Run> => (await post('/v1/runs', undefined, MINI)).json<Run>();

  it('makes one run, even when both are under way at once', async () => {
    const made = await Promise.all([1, 2, 3].map(() => post('/v1/runs', 'once', MINI)));
    expect(made.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(new Set(made.map((one) => one.json<Run>().id)).size).toBe(1);
  });

  it('is another request where another asks, on another route, or without a key', async () => {
    const ids = [
      (await post('/v1/runs', 'same', MINI)).json<Run>().id,
      (await post('/v1/runs', 'same', MINI, KEYS.other)).json<Run>().id,
      (await post('/v1/runs', undefined, MINI)).json<Run>().id,
    ];
    expect(new Set(ids).size).toBe(3);
  });

  it('is refused where it asks for something else', async () => {
    await post('/v1/runs', 'else', MINI);
    const other = await post('/v1/runs', 'else', { ...MINI, days: 30 });
    expect([other.status, other.json<Problem>().code]).toEqual([422, 'API_KEY_REUSED']);
  });

  it('decides once', async () => {
    const { id } = await make();
    const decide = (value: number) => post(`/v1/runs/${id}/interventions`, 'decide', { path: 'levers.passes', value });
    const [first, again] = [await decide(120), await decide(120)];
    expect(again.json<Accepted>()).toEqual(first.json<Accepted>());
    expect(await gateway.stores.runs.commands(id)).toHaveLength(1);
    expect((await decide(99)).json<Problem>().code).toBe('API_KEY_REUSED');
  });

  it('is answered as before also when the run is over', async () => {
    const { id } = await make();
    const decide = (key: string) => post(`/v1/runs/${id}/interventions`, key, { path: 'levers.passes', value: 7 });
    const first = await decide('late');
    await gateway.stores.runs.end(id, 'd'.repeat(32));
    expect((await decide('late')).json<Accepted>()).toEqual(first.json<Accepted>());
    const fresh = await decide('later');
    expect([fresh.status, fresh.json<Problem>().code]).toEqual([409, 'STK_RUN_OVER']);
  });

  it('forks once', async () => {
    const { id } = await make();
    const fork = () => post(`/v1/runs/${id}/forks`, 'fork', { day: 0, set: [{ path: 'levers.passes', value: '9' }] });
    expect((await fork()).json<Run>().id).toBe((await fork()).json<Run>().id);
  });

  it.each(['', 'a b', 'ü', 'k'.repeat(129)])('is refused where %j is no key', async (key) => {
    const refused = await post('/v1/runs', encodeURI(key) === key ? key : Buffer.from(key).toString('latin1'), MINI);
    expect([refused.status, refused.json<Problem>().code]).toEqual([422, 'API_BAD_KEY']);
  });
});

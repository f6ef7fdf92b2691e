import { ROUTES, type Problem, type Route, type RouteName, type Run, type Validation } from '#libs/api';
import { aGateway, KEYS, type OpenedGateway } from './gateway.fixture';
import { exampleOf, pathOf } from './requests.fixture';

const OF_RUNS = (Object.keys(ROUTES) as RouteName[]).filter((name) => ROUTES[name].path.includes('{run}'));
const ABOUT_RUNS: RouteName[] = [...OF_RUNS, 'compareRuns'];

describe('a run of another planner', () => {
  let gateway: OpenedGateway;
  let run: Run;
  beforeAll(async () => {
    gateway = await aGateway();
    const body = { scenario: 'keqiao-mini', days: 5, mode: 'paused' };
    run = (await gateway.ask(KEYS.other, 'POST', '/v1/runs', { body })).json<Run>();
  });
  afterAll(() => gateway.close());

  it('is asked about by many routes, or this proves little', () => expect(ABOUT_RUNS.length).toBeGreaterThan(20));

  it.each(ABOUT_RUNS)('is not there for %s, in the same words as one that is not', async (name) => {
    const route: Route = ROUTES[name];
    const ask = (id: string) =>
      gateway.ask(KEYS.planner, route.method.toUpperCase(), pathOf(route, id), exampleOf(route));
    const [others, none] = [await ask(run.id), await ask('none-1-abcdef12')];
    expect([others.status, others.json<Problem>().code]).toEqual([404, 'API_UNKNOWN_RUN']);
    expect(others.text.replaceAll(run.id, '')).toBe(none.text.replaceAll('none-1-abcdef12', ''));
  });

  it('is in no list but its owner’s and the operator’s', async () => {
    const seen = async (key: string) =>
      (await gateway.ask(key, 'GET', '/v1/runs')).json<Run[]>().some(({ id }) => id === run.id);
    expect([await seen(KEYS.planner), await seen(KEYS.analyst), await seen(KEYS.developer)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([await seen(KEYS.other), await seen(KEYS.operator)]).toEqual([true, true]);
  });

  it('goes on as it was, whatever the other tried', async () => {
    expect(await gateway.stores.runs.row(run.id)).toMatchObject({ mode: 'paused', stepTo: -1, daysPerSecond: null });
    expect(await gateway.stores.runs.commands(run.id)).toEqual([]);
  });
});

describe('a run that was made at the command line', () => {
  it('is everybody’s', async () => {
    const gateway = await aGateway();
    const body = { scenario: 'keqiao-mini', days: 5, mode: 'paused' };
    const made = (await gateway.ask(KEYS.other, 'POST', '/v1/runs', { body })).json<Run>();
    const manifest = await gateway.stores.runs.manifest(made.id);
    if (!manifest) throw new Error('no manifest');
    const { owner: _, ...ownerless } = manifest;
    await gateway.stores.runs.create({ ...ownerless, id: 'from-the-terminal', idempotencyKey: 'terminal' });
    for (const key of [KEYS.analyst, KEYS.planner]) {
      const read = await gateway.ask(key, 'GET', '/v1/runs/from-the-terminal');
      expect([read.status, read.json<Run>().owner]).toEqual([200, '']);
    }
    await gateway.close();
  });
});

describe('scenarios of one’s own', () => {
  let gateway: OpenedGateway;
  let text: string;
  beforeAll(async () => {
    gateway = await aGateway({ limits: { shelf: { mostScenarios: 2, mostBytes: 100_000 } } });
    text = (await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/keqiao-mini')).json<{ text: string }>().text;
  });
  afterAll(() => gateway.close());

  const save = (key: string, id: string, body: unknown = { text }) =>
    gateway.ask(key, 'PUT', `/v1/scenarios/${id}`, { body });

  it('are kept, read, run and removed by who saved them', async () => {
    expect((await save(KEYS.planner, 'mine')).status).toBe(200);
    const read = await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/mine');
    expect(read.json()).toMatchObject({ id: 'mine', isOwn: true, text });
    const made = await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: { scenario: 'mine', mode: 'paused' } });
    expect(made.status).toBe(201);
    expect((await gateway.ask(KEYS.planner, 'DELETE', '/v1/scenarios/mine')).status).toBe(204);
    expect((await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/mine')).status).toBe(404);
  });

  it('are nothing to others, who may have theirs under the same id', async () => {
    await save(KEYS.planner, 'mine');
    expect((await gateway.ask(KEYS.other, 'GET', '/v1/scenarios/mine')).status).toBe(404);
    expect((await gateway.ask(KEYS.other, 'DELETE', '/v1/scenarios/mine')).status).toBe(404);
    expect((await save(KEYS.other, 'mine', { text: text.replace('seed: 1', 'seed: 2') })).status).toBe(200);
    const read = (key: string) => gateway.ask(key, 'GET', '/v1/scenarios/mine');
    expect([(await read(KEYS.planner)).json().seed, (await read(KEYS.other)).json().seed]).toEqual([1, 2]);
  });

  it('do not take the place of the project’s', async () => {
    const saved = await save(KEYS.planner, 'keqiao');
    expect([saved.status, saved.json<Problem>().code]).toEqual([409, 'API_BUILT_IN']);
  });

  it('have an end in number', async () => {
    expect((await save(KEYS.other, 'second')).status).toBe(200);
    const third = await save(KEYS.other, 'third');
    expect([third.status, third.json<Problem>().code]).toEqual([409, 'API_TOO_MANY']);
    expect((await save(KEYS.other, 'second')).status).toBe(200);
  });

  it('are kept only where they compile, with the place of what is wrong', async () => {
    const wrong = text.replace('dyeing:', 'dying:');
    const saved = await save(KEYS.planner, 'wrong', { text: wrong });
    expect(saved.status).toBe(422);
    expect(saved.json<Problem>()).toMatchObject({
      line: expect.any(Number) as number,
      column: expect.any(Number) as number,
    });
    expect((await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/wrong')).status).toBe(404);
  });

  it('are checked without being kept', async () => {
    const checked = await gateway.ask(KEYS.analyst, 'POST', '/v1/scenarios/validate', {
      body: { text: 'resumption: 1\nids: x' },
    });
    expect(checked.json()).toMatchObject({
      isValid: false,
      faults: [{ line: expect.any(Number) as number }],
      levers: [],
    });
    const body = { text: text.replace(/^seed: .*$/m, 'seed: many').replace(/^days: .*$/m, 'days: 0') };
    const wrong = await gateway.ask(KEYS.analyst, 'POST', '/v1/scenarios/validate', { body });
    expect(wrong.json<Validation>().faults.map(({ path }) => path)).toEqual(['days', 'seed']);
    const refused = await gateway.ask(KEYS.planner, 'PUT', '/v1/scenarios/wrong', { body });
    expect(refused.json()).toMatchObject({
      ...{ status: 422, code: 'SCN_OUT_OF_RANGE', path: 'days' },
      also: [{ code: 'SCN_WRONG_TYPE', path: 'seed', line: expect.any(Number) as number }],
    });
    const right = await gateway.ask(KEYS.analyst, 'POST', '/v1/scenarios/validate', { body: { text } });
    expect(right.json()).toMatchObject({ isValid: true, faults: [], enterprises: 61, links: 225, days: 60 });
  });
});

import type { Problem, Run, Scenario, ScenarioListed } from '#libs/api';
import { aGateway, KEYS, type OpenedGateway } from './gateway.fixture';

const MINI = { scenario: 'keqiao-mini', days: 20, mode: 'paused' } as const;

describe('a planner with a key', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway()));
  afterAll(() => gateway.close());

  it('is told what there is to run', async () => {
    const listed = await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios');
    expect(listed.status).toBe(200);
    const mini = listed.json<ScenarioListed[]>().find(({ id }) => id === 'keqiao-mini');
    expect(mini).toMatchObject({ name: { zh: '柯桥（小型）' }, enterprises: 61, links: null, days: 60, isOwn: false });
  });

  it('sees the levers of a scenario, in words', async () => {
    const read = (await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/keqiao-mini')).json<Scenario>();
    const passes = read.levers.find(({ path }) => path === 'levers.passes');
    expect(passes).toMatchObject({ name: { en: 'Transport passes', zh: '通行证' }, kind: 'count', canIntervene: true });
    expect(passes?.values).toHaveLength(60);
  });

  it('makes a run, which begins as it was asked to', async () => {
    const made = await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI });
    expect(made.status).toBe(201);
    const run = made.json<Run>();
    expect(run).toMatchObject({ scenario: { id: 'keqiao-mini' }, days: 20, mode: 'paused', owner: 'planner' });
    const again = await gateway.ask(KEYS.planner, 'GET', `/v1/runs/${run.id}`);
    expect(again.json<Run>()).toEqual(run);
  });

  it('steers it, and is told how it then goes', async () => {
    const run = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    const stepped = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/step`, { body: { days: 3 } });
    expect(stepped.json<Run>()).toMatchObject({ mode: 'paused' });
    expect(await gateway.stores.runs.row(run.id)).toMatchObject({ stepTo: 2 });
    const sped = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/speed`, { body: { daysPerSecond: 2 } });
    expect(sped.json<Run>()).toMatchObject({ daysPerSecond: 2 });
    const played = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/play`);
    expect(played.json<Run>()).toMatchObject({ mode: 'playing' });
  });

  it('decides in it, from the first day that is not open', async () => {
    const run = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    await gateway.stores.runs.openDay(run.id, { day: 0, attempt: 1 });
    const body = { path: 'levers.passes', value: 120 };
    const accepted = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/interventions`, { body });
    expect(accepted.status).toBe(201);
    expect(accepted.json()).toMatchObject({ seq: 1, effectiveDay: 1, date: '2020-02-02', by: 'planner', askedDay: 0 });
    const read = (await gateway.ask(KEYS.planner, 'GET', `/v1/runs/${run.id}`)).json<Run>();
    expect(read.commands).toEqual([{ seq: 1, path: 'levers.passes', value: 120, effectiveDay: 1, by: 'planner' }]);
  });

  it('opens the market from a day by a switch', async () => {
    const run = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    const body = { path: 'market.opens', value: 1, day: 5 };
    const accepted = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/interventions`, { body });
    expect(accepted.json()).toMatchObject({ path: 'market.opens', value: 1, effectiveDay: 5 });
  });

  it('is told what may not be decided, and how to mend it', async () => {
    const run = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    const body = { path: 'levers.pases', value: 120 };
    const refused = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${run.id}/interventions`, { body });
    expect(refused.status).toBe(422);
    expect(refused.headers.get('content-type')).toContain('application/problem+json');
    expect(refused.json<Problem>()).toMatchObject({ code: 'CLI_BAD_SET', path: 'levers.pases' });
    expect(refused.json<Problem>().mend).toContain('levers.passes');
  });

  it('forks from the day that comes next, and not from later ones', async () => {
    const parent = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    const set = [{ path: 'levers.passes', value: '120' }];
    const forked = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${parent.id}/forks`, { body: { day: 0, set } });
    expect(forked.status).toBe(201);
    const fork = forked.json<Run>();
    expect(fork.forkedFrom).toMatchObject({ run: parent.id, day: 0 });
    expect(fork.interventions).toEqual([{ path: 'levers.passes', day: 0, value: 120 }]);
    const early = await gateway.ask(KEYS.planner, 'POST', `/v1/runs/${parent.id}/forks`, { body: { day: 7, set } });
    expect(early.status).toBe(409);
    expect(early.json<Problem>()).toMatchObject({ code: 'STK_DAY_NOT_REACHED', path: 'day' });
  });

  it('removes it for good', async () => {
    const run = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
    expect((await gateway.ask(KEYS.planner, 'DELETE', `/v1/runs/${run.id}`)).status).toBe(204);
    expect((await gateway.ask(KEYS.planner, 'GET', `/v1/runs/${run.id}`)).status).toBe(404);
  });
});

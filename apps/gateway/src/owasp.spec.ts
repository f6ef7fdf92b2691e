// One test or more for each of the OWASP API Security Top 10 of 2023. Where a test lies elsewhere, a line says so.
import { createHash } from 'node:crypto';
import type { Problem, Run } from '#libs/api';
import { aGateway, KEYS, type OpenedGateway } from './gateway.fixture';

const MINI = { scenario: 'keqiao-mini', days: 5, mode: 'paused' } as const;

describe('OWASP API 2023', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway({ hasPage: true })));
  afterAll(() => gateway.close());

  const problem = async (key: string | undefined, method: string, path: string, given = {}) => {
    const answered = await gateway.ask(key, method, path, given);
    expect(answered.headers.get('content-type')).toContain('application/problem+json');
    return answered.json<Problem>();
  };

  describe('API1 broken object level authorization', () => {
    // Every route of a run, asked about another's: owners.spec.ts.
    it('a fork of another’s run is refused as one of none', async () => {
      const { id } = (await gateway.ask(KEYS.other, 'POST', '/v1/runs', { body: MINI })).json<Run>();
      const body = { day: 0, set: [{ path: 'levers.passes', value: '1' }] };
      expect(await problem(KEYS.planner, 'POST', `/v1/runs/${id}/forks`, { body })).toMatchObject({ status: 404 });
    });
  });

  describe('API2 broken authentication', () => {
    // Keys, cookies, binds: asking/asking.spec.ts.
    it('a wrong key is told no more than a missing one', async () => {
      const [missing, wrong] = [await problem(undefined, 'GET', '/v1/runs'), await problem('wrong', 'GET', '/v1/runs')];
      expect(wrong).toEqual(missing);
      expect(wrong).toMatchObject({ status: 401, code: 'API_NO_KEY' });
    });

    it('a hash that was read is no key', async () => {
      const hash = createHash('sha256').update(KEYS.operator).digest('hex');
      expect(await problem(hash, 'GET', '/v1/runs')).toMatchObject({ status: 401 });
    });

    it('whoever tries keys is slowed down', async () => {
      const strict = await aGateway({ limits: { rates: { points: 1000, seconds: 60, wrongKeys: 3 } } });
      const statuses: number[] = [];
      for (let tries = 0; tries < 5; tries++) statuses.push((await strict.ask(`k${tries}`, 'GET', '/v1/runs')).status);
      expect(statuses).toEqual([401, 401, 401, 429, 429]);
      const body = { key: 'guessed' };
      expect((await strict.ask(undefined, 'POST', '/v1/session', { body })).status).toBe(429);
      await strict.close();
    });
  });

  describe('API3 broken object property level authorization', () => {
    it('what a run’s maker may not say is refused, not taken', async () => {
      const said = await problem(KEYS.planner, 'POST', '/v1/runs', { body: { ...MINI, owner: 'operator' } });
      expect(said).toMatchObject({ status: 422, code: 'API_UNKNOWN_KEY', path: 'owner' });
    });

    it('no key, hash or file of ours is in an answer', async () => {
      const { id } = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
      const texts = await Promise.all(
        [`/v1/runs/${id}`, '/v1/runs', '/v1/session', '/v1/system', '/v1/scenarios', '/v1/openapi.json', '/readyz'].map(
          async (path) => (await gateway.ask(KEYS.planner, 'GET', path)).text,
        ),
      );
      const hash = createHash('sha256').update(KEYS.planner).digest('hex');
      for (const secret of [KEYS.planner, hash, gateway.folder, process.cwd(), 'idempotencyKey']) {
        expect(texts.join()).not.toContain(secret);
      }
    });
  });

  describe('API4 unrestricted resource consumption', () => {
    it('a body that is larger than the route can mean is not read', async () => {
      const body = { path: 'levers.passes', value: 1, day: 0, more: 'x'.repeat(300_000) };
      const refused = await problem(KEYS.planner, 'POST', '/v1/runs/none/interventions', { body });
      expect(refused).toMatchObject({ status: 413, code: 'API_TOO_LARGE' });
    });

    it('a large body is read only of who may send one', async () => {
      const body = { text: 'x'.repeat(900_000), tables: [] };
      expect(await problem(undefined, 'POST', '/v1/scenarios/validate', { body })).toMatchObject({ status: 401 });
      expect(await problem(KEYS.analyst, 'PUT', '/v1/scenarios/mine', { body })).toMatchObject({ status: 403 });
    });

    it('a page of a list has an end', async () => {
      expect(await problem(KEYS.analyst, 'GET', '/v1/runs?limit=1001')).toMatchObject({
        status: 422,
        path: 'query.limit',
      });
      expect((await gateway.ask(KEYS.analyst, 'GET', '/v1/runs?limit=1000')).status).toBe(200);
    });

    it('one key asks so often, and no more, whatever the others do', async () => {
      const strict = await aGateway({ limits: { rates: { points: 5, seconds: 60, wrongKeys: 100 } } });
      const statuses: number[] = [];
      for (let tries = 0; tries < 6; tries++)
        statuses.push((await strict.ask(KEYS.analyst, 'GET', '/v1/session')).status);
      expect(statuses).toEqual([200, 200, 200, 200, 200, 429]);
      const slowed = await strict.ask(KEYS.analyst, 'GET', '/v1/session');
      expect(Number(slowed.headers.get('retry-after'))).toBeGreaterThan(0);
      expect((await strict.ask(KEYS.developer, 'GET', '/v1/session')).status).toBe(200);
      await strict.close();
    });

    it('one key has so many runs under way, and no more, also when it asks all at once', async () => {
      const strict = await aGateway({ limits: { runsUnderWay: 2 } });
      const made = await Promise.all(
        [1, 2, 3, 4].map(() => strict.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })),
      );
      expect(made.map(({ status }) => status).sort()).toEqual([201, 201, 409, 409]);
      expect((await strict.ask(KEYS.other, 'POST', '/v1/runs', { body: MINI })).status).toBe(201);
      await strict.close();
    });

    it('a scenario that would be too large to draw is refused before it is drawn', async () => {
      const { text } = (await gateway.ask(KEYS.planner, 'GET', '/v1/scenarios/keqiao-mini')).json<{ text: string }>();
      const body = { text: text.replace(/count: \d+/g, 'count: 2000000') };
      const checked = await gateway.ask(KEYS.analyst, 'POST', '/v1/scenarios/validate', { body });
      expect(checked.json()).toMatchObject({ isValid: false, faults: [{ code: 'SCN_OUT_OF_RANGE' }] });
    });
  });

  describe('API5 broken function level authorization', () => {
    // Every route by every role: routes.spec.ts.
    it('an analyst makes no run', async () => {
      expect(await problem(KEYS.analyst, 'POST', '/v1/runs', { body: MINI })).toMatchObject({
        status: 403,
        code: 'API_ROLE',
      });
    });

    it('a route has the methods of the table, and the others are refused with a list', async () => {
      for (const method of ['PATCH', 'PUT', 'OPTIONS']) {
        const answered = await gateway.ask(KEYS.operator, method, '/v1/runs');
        expect([method, answered.status, answered.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD, POST']);
      }
      const overridden = await gateway.ask(KEYS.analyst, 'GET', '/v1/runs', {
        headers: { 'x-http-method-override': 'DELETE' },
      });
      expect(overridden.status).toBe(200);
    });
  });

  describe('API6 unrestricted access to sensitive business flows', () => {
    // A decision changes a run that others follow: it is a planner's, of an owner, once for a key, and on record.
    it('who decided what is on record', async () => {
      const { id } = (await gateway.ask(KEYS.planner, 'POST', '/v1/runs', { body: MINI })).json<Run>();
      const body = { path: 'levers.passes', value: 3 };
      await gateway.ask(KEYS.operator, 'POST', `/v1/runs/${id}/interventions`, { body });
      const { commands } = (await gateway.ask(KEYS.planner, 'GET', `/v1/runs/${id}`)).json<Run>();
      expect(commands.map(({ by }) => by)).toEqual(['operator']);
    });
  });

  describe('API7 server side request forgery', () => {
    // Nothing that is asked names an address: the gateway calls its stores and the services of its configuration alone.
    it('a scenario reads no file but the tables that come with it', async () => {
      for (const path of ['/etc/passwd', '../../package.json', 'http://127.0.0.1/x.csv', 'other.csv']) {
        const text = `resumption: 1\nid: x\nname: { en: X }\nstart: 2020-02-01\ndays: 5\nseed: 1\nfiles: { enterprises: ${path} }\n`;
        const checked = await gateway.ask(KEYS.analyst, 'POST', '/v1/scenarios/validate', { body: { text } });
        expect([path, checked.json().isValid]).toEqual([path, false]);
        expect(checked.text).not.toContain('root:');
      }
    });
  });

  describe('API8 security misconfiguration', () => {
    it('every answer, of the page and of the API, keeps a browser to what it is for', async () => {
      for (const path of ['/', '/runs', '/v1/runs', '/v1/none', '/livez']) {
        const { headers } = await gateway.ask(KEYS.analyst, 'GET', path);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('content-security-policy')).not.toMatch(/script-src[^;]*unsafe/);
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('x-frame-options')).toBe('DENY');
        expect(headers.get('x-powered-by')).toBeNull();
        expect(headers.get('access-control-allow-origin')).toBeNull();
      }
    });

    it('a script that stands in the page is allowed by its hash', async () => {
      const { headers } = await gateway.ask(undefined, 'GET', '/');
      const hash = createHash('sha256').update('document.title = "R";').digest('base64');
      expect(headers.get('content-security-policy')).toContain(`script-src 'self' 'sha256-${hash}'`);
    });

    it('what went wrong here is told without our insides, and logged', async () => {
      const broken = await aGateway();
      broken.stores.runs.rows = () => Promise.reject(new Error('relation "runs" at 10.0.0.7 has no column'));
      const write = jest.spyOn(process.stderr, 'write').mockImplementation(() => true);
      const answered = await broken.ask(KEYS.analyst, 'GET', '/v1/runs');
      const logged = write.mock.calls.join('');
      write.mockRestore();
      expect([answered.status, answered.json<Problem>().code]).toEqual([500, 'API_UNEXPECTED']);
      expect(answered.text).not.toMatch(/relation|10\.0\.0\.7|\.ts|\.js/);
      expect(logged).toContain('has no column');
      await broken.close();
    });

    it('bad JSON, a bad path and an unknown route are problems too', async () => {
      const text = { body: '{"scenario":', headers: { 'content-type': 'application/json' } };
      expect(await problem(KEYS.planner, 'POST', '/v1/runs', text)).toMatchObject({
        status: 400,
        code: 'API_BAD_JSON',
      });
      expect(await problem(KEYS.planner, 'GET', '/v1/runs/%E0%A4%A')).toMatchObject({
        status: 400,
        code: 'API_BAD_PATH',
      });
      expect(await problem(KEYS.planner, 'GET', '/v1/nothing')).toMatchObject({ status: 404, code: 'API_NO_ROUTE' });
      expect(await problem(undefined, 'GET', '/v1/nothing')).toMatchObject({ status: 404 });
    });
  });

  describe('API9 improper inventory management', () => {
    // The routes served are those of the table and of the OpenAPI document: routes.spec.ts.
    it('there is one version, and nothing beside it', async () => {
      for (const path of ['/v2/runs', '/v0/runs', '/api', '/v1', '/graphql', '/v1/runs/']) {
        const answered = await gateway.ask(KEYS.operator, 'GET', path);
        const isJson = answered.headers.get('content-type')?.startsWith('application/json') === true;
        expect([path, isJson]).toEqual([path, false]);
      }
    });
  });

  // API10 unsafe consumption of APIs: the gateway consumes none of others. What it reads of the services' readiness is
  // parsed by a schema (system/system.spec.ts).
});

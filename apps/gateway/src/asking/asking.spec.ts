import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import type { Problem, Session } from '#libs/api';
import { aGateway, KEYS, openedAt, type OpenedGateway } from '../gateway.fixture';
import { hashOf, KeyRing, parseKeys } from './key-ring';

/** Node's fetch sets Host and Origin by itself. */
function rawly(
  gateway: OpenedGateway,
  method: string,
  path: string,
  headers: Record<string, string>,
): Promise<{ status: number; text: string; headers: Record<string, unknown> }> {
  return new Promise((resolve, reject) => {
    const asked = request(gateway.url + path, { method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve({
          status: response.statusCode ?? 0,
          text: Buffer.concat(chunks).toString(),
          headers: response.headers,
        });
      });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('a gateway on its first start', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway({ keysFile: undefined, localSession: true, hasPage: true })));
  afterAll(() => gateway.close());

  it('makes a key of 32 random bytes that nobody else on the machine can read', () => {
    const file = join(gateway.folder, 'key');
    expect(readFileSync(file, 'utf8')).toMatch(/^[\w-]{43}\n$/);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('takes that key for the operator of this machine', async () => {
    const key = readFileSync(join(gateway.folder, 'key'), 'utf8').trim();
    const { status, json } = await gateway.ask(key, 'GET', '/v1/session');
    expect([status, json<Session>()]).toEqual([200, { name: 'local', role: 'operator', isLocal: false }]);
  });

  it('gives it to the page on this machine, where no script can read it', async () => {
    const page = await rawly(gateway, 'GET', '/', {});
    const [cookie] = page.headers['set-cookie'] as string[];
    expect(cookie).toMatch(/^resumption_key=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict; Max-Age=\d+$/);
    const session = await rawly(gateway, 'GET', '/v1/session', { cookie: cookie.split(';')[0] });
    expect(JSON.parse(session.text)).toEqual({ name: 'local', role: 'operator', isLocal: true });
  });

  it('gives it to nobody who came by another name, so that no foreign page is taken for ours', async () => {
    for (const host of [
      'evil.example',
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      'evil.example:80',
      '@127.0.0.1',
    ]) {
      const page = await rawly(gateway, 'GET', '/', { host });
      expect([host, page.status, page.headers['set-cookie']]).toEqual([host, 421, undefined]);
    }
  });

  it('keeps it when it is started again', async () => {
    const before = readFileSync(join(gateway.folder, 'key'), 'utf8');
    const again = await openedAt(gateway.folder, { keysFile: undefined, localSession: false });
    await again.close();
    expect(readFileSync(join(gateway.folder, 'key'), 'utf8')).toBe(before);
  });
});

describe('an address that other machines reach', () => {
  it.each(['0.0.0.0', '::', '192.168.1.5', 'gateway.example', ''])(
    '%s is refused without a file of keys',
    async (host) => {
      const opened = aGateway({ keysFile: undefined, host });
      await expect(opened).rejects.toThrow(/^GAT_OPEN_BIND RESUMPTION_HTTP_HOST: .*RESUMPTION_KEYS_FILE/);
    },
  );

  it('is taken with one, and then no cookie is given away', async () => {
    const gateway = await aGateway({ host: '0.0.0.0', localSession: true, hasPage: true });
    const page = await rawly(gateway, 'GET', '/', {});
    expect([page.status, page.headers['set-cookie']]).toEqual([200, undefined]);
    const byName = await rawly(gateway, 'GET', '/v1/session', {
      host: 'gateway',
      authorization: `Bearer ${KEYS.analyst}`,
    });
    expect(byName.status).toBe(200);
    await gateway.close();
  });
});

describe('a file of keys', () => {
  const entry = { name: 'Ada', role: 'planner', hash: hashOf('k') };

  it('holds hashes, and finds whose key it is', () => {
    const ring = new KeyRing(parseKeys(JSON.stringify([entry]), 'keys.json'));
    expect(ring.find('k')).toEqual({ name: 'Ada', role: 'planner', isLocal: false });
    expect(ring.find(entry.hash)).toBeUndefined();
    expect(ring.find('')).toBeUndefined();
  });

  it.each([
    ['no JSON', '[{', ''],
    ['no list', '{}', ''],
    ['empty', '[]', ''],
    ['an unknown role', JSON.stringify([{ ...entry, role: 'root' }]), '0.role'],
    ['a key in the place of its hash', JSON.stringify([{ ...entry, hash: 'k' }]), '0.hash'],
    ['one name twice', JSON.stringify([entry, entry]), ''],
    ['more than it means', JSON.stringify([{ ...entry, admin: true }]), '0'],
  ])('that is %s is refused, with the place', (_, text, path) => {
    expect(() => parseKeys(text, 'keys.json')).toThrow(`GAT_BAD_KEYS keys.json${path === '' ? '' : ` ${path}`}`);
  });

  it('that is not there is told', async () => {
    await expect(aGateway({ keysFile: '/nowhere/keys.json' })).rejects.toThrow('GAT_NO_KEYS /nowhere/keys.json');
  });
});

describe('a page that is asked to keep a key', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway()));
  afterAll(() => gateway.close());

  it('gets it as a cookie, and loses it when it says so', async () => {
    const opened = await gateway.ask(undefined, 'POST', '/v1/session', { body: { key: KEYS.planner } });
    expect(opened.status).toBe(204);
    const [cookie] = (opened.headers.get('set-cookie') ?? '').split(';');
    const session = await gateway.ask(undefined, 'GET', '/v1/session', { headers: { cookie } });
    expect(session.json<Session>()).toMatchObject({ name: 'planner', isLocal: false });
    const closed = await gateway.ask(undefined, 'DELETE', '/v1/session', { headers: { cookie } });
    expect(closed.headers.get('set-cookie')).toContain('Max-Age=0');
  });

  it('is told when it is not known', async () => {
    const opened = await gateway.ask(undefined, 'POST', '/v1/session', { body: { key: 'wrong' } });
    expect([opened.status, opened.json<Problem>().code, opened.headers.get('set-cookie')]).toEqual([
      401,
      'API_NO_KEY',
      null,
    ]);
  });
});

describe('a change that another site asks for', () => {
  let gateway: OpenedGateway;
  beforeAll(async () => (gateway = await aGateway()));
  afterAll(() => gateway.close());
  const cookie = `resumption_key=${KEYS.planner}`;

  it.each([
    ['of another host', { origin: 'http://evil.example' }],
    ['of another port', { origin: 'http://127.0.0.1:1' }],
    ['without a name', { origin: 'null' }],
    ['as the browser says', { 'sec-fetch-site': 'cross-site' }],
    ['of the same site, but another origin', { 'sec-fetch-site': 'same-site' }],
  ])('%s is refused', async (_, headers) => {
    const answered = await rawly(gateway, 'DELETE', '/v1/scenarios/mine', { cookie, ...headers });
    expect([answered.status, (JSON.parse(answered.text) as Problem).code]).toEqual([403, 'API_ORIGIN']);
  });

  it('from the page itself is taken', async () => {
    const headers = { cookie, origin: gateway.url, 'sec-fetch-site': 'same-origin' };
    const answered = await rawly(gateway, 'DELETE', '/v1/scenarios/mine', headers);
    expect((JSON.parse(answered.text) as Problem).code).toBe('API_NO_SCENARIO');
  });

  it('as a form is refused: only JSON is read', async () => {
    const headers = { 'content-type': 'text/plain', cookie };
    const answered = await gateway.ask(undefined, 'POST', '/v1/runs', { body: '{"scenario":"keqiao-mini"}', headers });
    expect([answered.status, answered.json<Problem>().code]).toEqual([415, 'API_NOT_JSON']);
  });
});

describe('a scenario of one’s own', () => {
  it('lies where no name can lead out of the folder', async () => {
    const gateway = await aGateway();
    mkdirSync(join(gateway.folder, 'scenarios'), { recursive: true });
    writeFileSync(join(gateway.folder, 'scenarios', 'secret.json'), '{"text":"secret","tables":[]}');
    for (const id of ['..%2Fsecret', '%2e%2e%2fsecret', '..%5csecret', 'secret%00', '.%2e/secret', 'A'.repeat(81)]) {
      const answered = await gateway.ask(KEYS.planner, 'GET', `/v1/scenarios/${id}`);
      expect([id, answered.status, answered.text.includes('"text":"secret"')]).toEqual([id, 404, false]);
    }
    await gateway.close();
  });
});

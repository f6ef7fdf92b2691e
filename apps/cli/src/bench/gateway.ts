// `npm run -s bench -- gateway`: Keqiao on the whole stack, read through a gateway of its own: how soon a day that has
// closed is told, to one reader and to five hundred of whom fifty take nothing, in how much memory; how soon questions
// about runs that are over are answered.
import { spawn, type ChildProcess } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePorts, openPostgresStores, projectRoot, RedisLiveFeed, type Stores } from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import type { ClientsAsked, ClientsTold } from './gateway-clients';
import { gatewayLines, type AnswerMeasured, type GatewayMeasured, type ReadersMeasured } from './gateway-lines';
import { residentBytes } from './process-tree';
import { manifest, over, stack, stateOf, tell } from './stack';

const CLIENTS = 500;
const STALLED = 50;
/** A key reads at most a hundred streams. */
const KEYS = 10;
const LOOK_MS = 100;
const START_MS = 20_000;
/** The last day's event may be under way when the run is over. */
const SETTLE_MS = 2000;
const REPEATS = 20;

interface Gateway {
  readonly url: string;
  readonly pid: number;
  readonly keys: readonly string[];
  stop(): Promise<void>;
}

interface OnStack {
  readonly stores: Stores;
  readonly feed: LiveFeed;
  readonly gateway: Gateway;
}

export async function benchGateway({ json }: { readonly json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-gateway-'));
  stack('up', folder);
  try {
    const { postgresUrl, redisUrl, prefix } = stateOf(folder);
    const stores = await openPostgresStores(postgresUrl);
    const feed = await RedisLiveFeed.open({ url: redisUrl, prefix, onTrouble: () => undefined });
    const gateway = await startGateway(folder);
    try {
      const measured = await measureGateway({ stores, feed, gateway });
      console.log(json ? JSON.stringify(measured) : gatewayLines(measured));
    } finally {
      await gateway.stop();
      await feed.close();
      await stores.close();
    }
  } finally {
    stack('down', folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureGateway(on: OnStack): Promise<GatewayMeasured> {
  tell('a run to warm up');
  await readers(on, 'warm', { clients: 1, stalled: 0 });
  tell('one reader');
  const one = await readers(on, 'one', { clients: 1, stalled: 0 });
  tell(`${CLIENTS} readers, ${STALLED} of them stalled`);
  const many = await readers(on, 'many', { clients: CLIENTS, stalled: STALLED });
  tell('answers');
  const answers = await measureAnswers(on.gateway);
  return { one, many, answers };
}

/** Reads a run from its first day to its last. */
async function readers(
  { stores, feed, gateway }: OnStack,
  run: string,
  asked: Pick<ClientsAsked, 'clients' | 'stalled'>,
): Promise<ReadersMeasured> {
  await stores.runs.create(manifest(run, true), { mode: 'paused' });
  const url = `${gateway.url}/v1/runs/${run}/stream?after=-1`;
  const clients = startClients({ ...asked, url, keys: gateway.keys });
  await clients.ready;
  const closedAt = new Map<number, number>();
  const unsubscribe = await feed.subscribe(run, ({ day }) => {
    closedAt.set(day, performance.timeOrigin + performance.now());
  });
  let peakBytes = 0;
  const look = setInterval(() => (peakBytes = Math.max(peakBytes, residentBytes(gateway.pid))), LOOK_MS);
  await stores.runs.play(run, { mode: 'playing', by: 'bench' });
  await over(stores, run);
  await sleep(SETTLE_MS);
  clearInterval(look);
  await unsubscribe();
  const { arrivals, connected, dropped, broken } = await clients.end();
  const delaysMs = arrivals.flatMap(([day, atMs]) => {
    const closed = closedAt.get(day);
    return closed === undefined ? [] : [atMs - closed];
  });
  return { delaysMs: delaysMs.sort((a, b) => a - b), days: closedAt.size, connected, dropped, broken, peakBytes };
}

/** Each asked some times: of runs that are over, most of it comes out of what is kept. */
async function measureAnswers({ url, keys }: Gateway): Promise<AnswerMeasured[]> {
  const asked = {
    'all days': '/v1/runs/one/days',
    'a page of enterprises': '/v1/runs/one/enterprises?day=20',
    'a day of the field': '/v1/runs/one/field/20',
    'the heat map': '/v1/runs/one/heat',
    'one enterprise': '/v1/runs/one/enterprises?day=20&sort=base&limit=1',
    milestones: '/v1/runs/one/milestones',
    compare: '/v1/compare?runs=one,many',
  };
  const answers: AnswerMeasured[] = [];
  for (const [name, path] of Object.entries(asked)) {
    const tookMs: number[] = [];
    let status = 0;
    let bytes = 0;
    for (let at = 0; at <= REPEATS; at++) {
      const start = performance.now();
      const response = await fetch(url + path, { headers: { authorization: `Bearer ${keys[at % keys.length]}` } });
      bytes = (await response.arrayBuffer()).byteLength;
      ({ status } = response);
      tookMs.push(performance.now() - start);
    }
    const [firstMs, ...others] = tookMs;
    answers.push({ name, status, bytes, firstMs, againMs: others.sort((a, b) => a - b) });
  }
  return answers;
}

async function startGateway(folder: string): Promise<Gateway> {
  const { postgresUrl, redisUrl, prefix } = stateOf(folder);
  const keys = Array.from({ length: KEYS }, () => randomBytes(32).toString('base64url'));
  const keysFile = join(folder, 'bench-keys.json');
  const rows = keys.map((key, at) => {
    return { name: `bench-${at}`, role: 'operator', hash: createHash('sha256').update(key).digest('hex') };
  });
  writeFileSync(keysFile, JSON.stringify(rows), { mode: 0o600 });
  const [port] = await freePorts(1);
  const script = join(projectRoot(), 'dist', 'apps', 'gateway', 'src', 'main.js');
  const child = spawn(process.execPath, [script], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      // As a stack starts it.
      ...{ MALLOC_MMAP_THRESHOLD_: '262144', NODE_OPTIONS: '--max-semi-space-size=4' },
      RESUMPTION_POSTGRES_URL: postgresUrl,
      RESUMPTION_REDIS_URL: redisUrl,
      RESUMPTION_TOPIC_PREFIX: prefix,
      RESUMPTION_HTTP_PORT: String(port),
      RESUMPTION_KEYS_FILE: keysFile,
      RESUMPTION_GATEWAY_FOLDER: join(folder, 'bench-gateway'),
      RESUMPTION_LOG_LEVEL: 'warn',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(url, child);
  return {
    ...{ url, keys, pid: child.pid ?? 0 },
    stop: async () => {
      child.kill('SIGTERM');
      if (child.exitCode === null) await once(child, 'exit');
    },
  };
}

async function answering(url: string, child: ChildProcess): Promise<void> {
  for (const end = performance.now() + START_MS; performance.now() < end;) {
    if (child.exitCode !== null) throw new Error(`the gateway ended with ${child.exitCode}`);
    const isThere = await fetch(`${url}/v1/openapi.json`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isThere) return;
    await sleep(LOOK_MS);
  }
  throw new Error('the gateway does not answer');
}

function startClients(asked: ClientsAsked): { readonly ready: Promise<void>; end(): Promise<ClientsTold> } {
  const script = join(projectRoot(), 'dist', 'apps', 'cli', 'src', 'bench-main.js');
  const child = spawn(process.execPath, [script, '--clients', JSON.stringify(asked)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  let text = '';
  let isReady: () => void = () => undefined;
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    text += part;
    if (text.startsWith('ready\n')) isReady();
  });
  const exit = once(child, 'exit');
  return {
    ready: Promise.race([
      new Promise<void>((resolve) => (isReady = resolve)),
      exit.then(() => {
        throw new Error('the readers ended before they were connected');
      }),
    ]),
    end: async () => {
      child.stdin.end();
      await exit;
      return JSON.parse(text.slice('ready\n'.length)) as ClientsTold;
    },
  };
}

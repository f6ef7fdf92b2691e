// `npm run -s bench -- stack`: Keqiao on the whole stack, servers included, beside the run in one process of the same minute.
// A stack of its own is started in a temporary folder and stopped again.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openPostgresStores, projectRoot, type Stores } from '#libs/adapters';
import type { RunManifest, RunRow } from '#libs/runtime';
import { compileTexts } from '#libs/scenario';
import { headOf } from '#libs/simulation';
import { readScenario } from '../load-scenario';
import { recordRun } from '#libs/studies';
import { cpuSeconds, residentBytes } from './process-tree';
import { KEQIAO_FILE } from './keqiao';
import { stackLines, type StackMeasured, type StackRun } from './stack-lines';

const LOOK_MS = 5;
const RUN_MS = 300_000;
/** Services that are killed while a run goes on, each once in each round. */
const KILLED = ['plants', 'logistics', 'markets', 'exporters', 'support', 'control', 'recovery'];

interface ProcessFile {
  readonly name: string;
  readonly pid: number | null;
  readonly port: number;
}

export interface StackFile {
  readonly postgresUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly servers: readonly ProcessFile[];
  readonly services: readonly ProcessFile[];
}

export async function benchStack({ json }: { readonly json: boolean }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-stack-'));
  stack('up', folder);
  try {
    const stores = await openPostgresStores(stateOf(folder).postgresUrl);
    const measured = await measureStack(folder, stores);
    await stores.close();
    console.log(json ? JSON.stringify(measured) : stackLines(measured));
  } finally {
    stack('down', folder);
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measureStack(folder: string, stores: Stores): Promise<StackMeasured> {
  tell('a run to warm up');
  await follow(folder, stores, await create(stores, 'warm', false));
  tell('without losses');
  const plain = await follow(folder, stores, await create(stores, 'plain', false));
  tell('with losses');
  const losses = await follow(folder, stores, await create(stores, 'losses', true));
  tell('in one process');
  const oneProcessMs = await inOneProcess();
  tell('services killed');
  const recoveryMs = await killed(folder, stores, KILLED);
  tell('the broker killed');
  const brokerMs = await killed(folder, stores, ['kafka-1', 'kafka-1', 'kafka-1']);
  return { days: manifest('x', false).days, plain, losses, oneProcessMs, recoveryMs, brokerMs };
}

export function manifest(id: string, accountsForLosses: boolean): RunManifest {
  const texts = readScenario(KEQIAO_FILE, []);
  const head = headOf({ texts, overrides: [], interventions: [] }, compileTexts(texts, []));
  const createdAt = new Date().toISOString();
  return { ...head, id, createdAt, shards: 1, accountsForLosses, steppedBy: 'services', idempotencyKey: id };
}

function create(stores: Stores, id: string, losses: boolean): Promise<string> {
  return stores.runs.create(manifest(id, losses));
}

/** Follows a run to its end; days a second are those after the first day, when every service has compiled. */
async function follow(folder: string, stores: Stores, run: string): Promise<StackRun> {
  const { servers, services } = stateOf(folder);
  const processes = [...servers, ...services];
  const cpuBefore = processes.map(({ pid }) => cpuSeconds(pid));
  const sentBefore = await sent(services);
  const start = performance.now();
  let firstMs = 0;
  let row = await rowOf(stores, run);
  for (; row.status === 'running'; row = await rowOf(stores, run)) {
    if (firstMs === 0 && row.projectedDay >= 0) firstMs = performance.now() - start;
    if (performance.now() - start > RUN_MS) throw new Error(`run ${run} goes on: ${JSON.stringify(row)}`);
    await pause(LOOK_MS);
  }
  if (row.status !== 'ended') throw new Error(`run ${run} failed: ${row.failure}`);
  const wallMs = performance.now() - start;
  const sentAfter = await sent(services);
  const days = (await stores.metrics.digests(run)).length;
  const cpu = processes.map(({ name, pid }, at) => ({ name, seconds: cpuSeconds(pid) - cpuBefore[at] }));
  return {
    ...{ firstMs, wallMs, daysPerSecond: (days - 1) / ((wallMs - firstMs) / 1000), digest: row.digest ?? '' },
    messagesPerDay: (sentAfter.records - sentBefore.records) / days,
    bytesPerDay: (sentAfter.bytes - sentBefore.bytes) / days,
    cpu,
    residentBytes: processes.reduce((sum, { pid }) => sum + residentBytes(pid), 0),
  };
}

/** From each kill to a day that was not open yet when it fell, in ms. */
async function killed(folder: string, stores: Stores, names: readonly string[]): Promise<number[]> {
  const took: number[] = [];
  let run = '';
  for (const name of names) {
    let row = run === '' ? undefined : await rowOf(stores, run);
    if (!row || row.status !== 'running' || row.projectedDay > 40) {
      if (run !== '') await over(stores, run);
      run = await create(stores, `killed-${took.length}-${name}`, false);
      do {
        await pause(LOOK_MS);
        row = await rowOf(stores, run);
      } while (row.projectedDay < 2);
    }
    const { servers, services } = stateOf(folder);
    const pid = [...servers, ...services].find((one) => one.name === name)?.pid ?? 0;
    const { openedDay } = await rowOf(stores, run);
    const start = performance.now();
    process.kill(pid, 'SIGKILL');
    while ((await rowOf(stores, run)).projectedDay <= openedDay) await pause(LOOK_MS);
    took.push(performance.now() - start);
  }
  await over(stores, run);
  return took;
}

export async function over(stores: Stores, run: string): Promise<void> {
  while ((await rowOf(stores, run)).status === 'running') await pause(LOOK_MS);
}

async function rowOf(stores: Stores, run: string): Promise<RunRow> {
  const row = await stores.runs.row(run);
  if (!row) throw new Error(`run ${run} is gone`);
  return row;
}

/** The same run in one process, with its archive, as a planner runs it. */
async function inOneProcess(): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-'));
  const texts = readScenario(KEQIAO_FILE, []);
  const start = performance.now();
  const run = { texts, overrides: [], interventions: [], compiled: compileTexts(texts, []) };
  await recordRun(run, { shards: 1, folder, frames: false, losses: false }, { day: () => undefined });
  const ms = performance.now() - start;
  rmSync(folder, { recursive: true });
  return ms;
}

/** What all services say that they have sent. */
async function sent(services: readonly ProcessFile[]): Promise<{ records: number; bytes: number }> {
  const texts = await Promise.all(
    services.map(async ({ port }) => (await fetch(`http://127.0.0.1:${port}/metrics`)).text()),
  );
  const total = (name: string): number =>
    texts.reduce((sum, text) => sum + Number(new RegExp(`^${name}\\{[^}]*\\} (\\S+)`, 'm').exec(text)?.[1] ?? 0), 0);
  return { records: total('resumption_records_sent_total'), bytes: total('resumption_record_bytes_sent_total') };
}

export function stack(what: 'up' | 'down', folder: string): void {
  const script = join(projectRoot(), 'dist', 'apps', 'stack', 'src', 'main.js');
  const { status } = spawnSync(process.execPath, [script, what, '--folder', folder], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error(`stack ${what} ended with ${status}`);
}

export function stateOf(folder: string): StackFile {
  return JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as StackFile;
}

export function tell(what: string): void {
  process.stderr.write(`measuring ${what} ...\n`);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

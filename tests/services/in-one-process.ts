// All services of a stack inside the test's own process, over a database of its own: what the command line meets where a
// stack runs, without Kafka.
import { InProcessLiveFeed, InProcessRecordLog, loadArrowFrames, loadHash64, openPostgresStores } from '#libs/adapters';
import type { Stores } from '#libs/adapters';
import { InputError, STAGES } from '#libs/messages';
import { ControlLoop, SYSTEM_CLOCK, type RecordLog, type RunRow } from '#libs/runtime';
import { recoveryHost, stageHost } from '#libs/simulation';
import { until } from '#libs/testing';
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client } from 'pg';
import type { Context, Language } from '../../apps/cli/src/context';
import { program } from '../../apps/cli/src/program';
import type { Outcome } from '../command';

const ROOT = resolve(__dirname, '../..');
const MAIN = join(ROOT, 'dist/apps/cli/src/main.js');
const TIMEOUT_MS = 120_000;

export interface StackUnderTest {
  readonly stores: Stores;
  readonly log: RecordLog;
  /** Where its state file lies. */
  readonly folder: string;
  /** What services failed at, and tried again. */
  readonly failures: readonly unknown[];
  stop(): Promise<void>;
}

export interface LogUnderTest {
  readonly log?: RecordLog;
  /** Where the log lies for others, as the state file says it. */
  readonly kafka?: readonly string[] | null;
  readonly prefix?: string;
}

/** @param url of a server; the stack gets a database of its own on it */
export async function stackInOneProcess(
  url: string,
  { log = new InProcessRecordLog(), kafka = null, prefix = 'test' }: LogUnderTest = {},
): Promise<StackUnderTest> {
  const database = await newDatabase(url);
  const stores = await openPostgresStores(database.url, { applicationName: 'resumption-test' });
  await log.ensureTopics();
  const failures: unknown[] = [];
  const services = await startServices(log, stores, (error) => failures.push(error));
  const folder = mkdtempSync(join(tmpdir(), 'resumption-stack-'));
  const state = { phase: 'up', supervisorPid: process.pid, kafka, postgresUrl: database.url, redisUrl: null, prefix };
  writeFileSync(join(folder, 'stack.json'), JSON.stringify({ ...state, services: [], servers: [] }));
  return {
    ...{ stores, log, folder, failures },
    stop: async () => {
      await services.stop();
      await log.close();
      await stores.close();
      await database.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startServices(
  log: RecordLog,
  stores: Stores,
  onFailure: (error: unknown) => void,
): Promise<{ stop(): Promise<void> }> {
  const [hash, codec] = await Promise.all([loadHash64(), loadArrowFrames()]);
  let isStopped = false;
  const retrying = { clock: SYSTEM_CLOCK, isStopped: () => isStopped, onFailure };
  const parts = { log, ...stores, codec, hash, clock: SYSTEM_CLOCK, retrying };
  const hosts = [
    ...STAGES.map((stage) => stageHost(stage, { index: 0, count: 1 }, parts)),
    recoveryHost({ ...parts, feed: new InProcessLiveFeed() }),
  ];
  const readings = await Promise.all(
    hosts.map(async (host) => {
      const reading = log.read(await host.starts(), (records) => host.take(records));
      await reading.joined;
      host.start();
      return reading;
    }),
  );
  const control = new ControlLoop({ ...parts, onFailure });
  control.start();
  return {
    stop: async () => {
      isStopped = true;
      await control.stop();
      await Promise.all(hosts.map((host) => host.stop()));
      await Promise.all(readings.map((reading) => reading.close()));
    },
  };
}

async function newDatabase(url: string): Promise<{ readonly url: string; drop(): Promise<void> }> {
  const name = `cli_${process.pid}_${Date.now()}`;
  await ask(url, `create database ${name}`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  return { url: own.href, drop: () => ask(url, `drop database if exists ${name} with (force)`) };
}

async function ask(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Calls the command in this process: its words, output and exit code, without the second that a process takes. */
export async function called(...words: string[]): Promise<Outcome> {
  const began = performance.now();
  const [out, err]: string[][] = [[], []];
  let code = 0;
  const contextOf = (language: Language | undefined): Context => ({
    ...{ language: language ?? 'en', color: false, width: 80, isInteractive: false },
    ...{ out: (text) => void out.push(text), err: (text) => void err.push(text) },
  });
  try {
    await program({ contextOf, done: (given) => (code = given) }).parseAsync(words, { from: 'user' });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    err.push(`${error.message}\n`);
    code = 2;
  }
  return { code, out: out.join(''), err: err.join(''), ms: performance.now() - began };
}

export interface CommandsUnderTest {
  /** A command on the stack. */
  readonly command: (...words: string[]) => Promise<Outcome>;
  /** What it says with --json; it must succeed. */
  readonly jsonOf: <T>(...words: string[]) => Promise<T>;
  /** Starts a run and leaves it; its id. */
  readonly created: (...words: string[]) => Promise<string>;
  readonly row: (run: string) => Promise<RunRow>;
  readonly ended: (run: string) => Promise<void>;
  readonly projected: (run: string, day: number) => Promise<void>;
}

/** @param stack asked for when a command is given, for it starts later. @param days of each run created */
export function commandsOn(stack: () => StackUnderTest, scenario: string, days: number): CommandsUnderTest {
  const command = (...words: string[]): Promise<Outcome> => called(...words, '--stack', stack().folder);
  const row = async (run: string): Promise<RunRow> => {
    const found = await stack().stores.runs.row(run);
    if (!found) throw new Error(`no run ${run}`);
    return found;
  };
  const within = { timeoutMs: TIMEOUT_MS, pauseMs: 20 };
  return {
    ...{ command, row },
    jsonOf: async <T>(...words: string[]): Promise<T> => {
      const { code, out, err } = await command(...words, '--json');
      if (code !== 0) throw new Error(err);
      return JSON.parse(out) as T;
    },
    created: async (...words) =>
      (await command('run', scenario, '--days', String(days), '--detach', ...words)).out.trim(),
    ended: (run) => until(async () => (await row(run)).status !== 'running', within),
    projected: (run, day) => until(async () => (await row(run)).projectedDay >= day, within),
  };
}

export interface Started {
  readonly outcome: Promise<Outcome>;
  /** As Ctrl-C does. */
  interrupt(): void;
}

/** Starts the built command as a process beside this one, whose services go on meanwhile. */
export function started(...words: string[]): Started {
  const began = performance.now();
  const child = spawn(process.execPath, [MAIN, ...words], { cwd: ROOT, timeout: TIMEOUT_MS });
  const [out, err] = [child.stdout, child.stderr].map((stream) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    return () => Buffer.concat(chunks).toString('utf8');
  });
  const outcome = new Promise<Outcome>((done) =>
    child.on('close', (code) => done({ code, out: out(), err: err(), ms: performance.now() - began })),
  );
  return { outcome, interrupt: () => child.kill('SIGINT') };
}

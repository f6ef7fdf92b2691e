// A stack of processes for a test: started and stopped by the command, its processes killed by hand.
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { openPostgresStores, type Stores } from '#libs/adapters';
import { topicOf, type LogChannel, type LogReceiver } from '#libs/messages';
import type { RunRow } from '#libs/runtime';
import { Kafka, logLevel } from 'kafkajs';

const ROOT = resolve(__dirname, '..', '..');
const LOOK_MS = 20;

interface ProcessFile {
  readonly name: string;
  readonly pid: number | null;
  readonly port: number | null;
  readonly restarts: number;
}

interface StackFile {
  readonly kafka: readonly string[];
  readonly postgresUrl: string;
  readonly redisUrl: string;
  readonly prefix: string;
  readonly servers: readonly ProcessFile[];
  readonly services: readonly ProcessFile[];
}

export class StackForTests {
  private constructor(
    readonly folder: string,
    readonly stores: Stores,
  ) {}

  static async up(...options: readonly string[]): Promise<StackForTests> {
    const folder = mkdtempSync(join(tmpdir(), 'resumption-stack-'));
    command('apps/stack', ['up', '--folder', folder, ...options]);
    return new StackForTests(folder, await openPostgresStores(stateOf(folder).postgresUrl));
  }

  get state(): StackFile {
    return stateOf(this.folder);
  }

  /** Sends a signal to a process; false where it is being started again just now. */
  signal(name: string, signal: NodeJS.Signals): boolean {
    const pid = this.pid(name);
    if (pid === null) return false;
    try {
      return process.kill(pid, signal);
    } catch {
      return false;
    }
  }

  /** Another process of a service, beside the one that the stack keeps. */
  startAnother(service: string): ChildProcess {
    const { kafka, postgresUrl, redisUrl, prefix } = this.state;
    return spawn(process.execPath, [join(ROOT, 'dist', 'apps', service, 'src', 'main.js')], {
      stdio: 'ignore',
      env: {
        RESUMPTION_KAFKA_BROKERS: kafka.join(','),
        RESUMPTION_POSTGRES_URL: postgresUrl,
        RESUMPTION_REDIS_URL: redisUrl,
        RESUMPTION_TOPIC_PREFIX: prefix,
      },
    });
  }

  async deleteTopic(channel: LogChannel, to: LogReceiver): Promise<void> {
    const { kafka, prefix } = this.state;
    const admin = new Kafka({ clientId: 'test', brokers: [...kafka], logLevel: logLevel.NOTHING }).admin();
    await admin.connect();
    await admin.deleteTopics({ topics: [topicOf({ channel, to }, prefix)] });
    await admin.disconnect();
  }

  pid(name: string): number | null {
    const { servers, services } = this.state;
    return [...servers, ...services].find((one) => one.name === name)?.pid ?? null;
  }

  /** Why control began new attempts of a run, as it has logged it. */
  healed(run: string): string[] {
    return readFileSync(join(this.folder, 'services', 'control.log'), 'utf8')
      .split('\n')
      .filter((line) => line.includes('"healed"') && line.includes(`"${run}"`))
      .map((line) => (JSON.parse(line) as { message: { why: string } }).message.why);
  }

  async row(run: string): Promise<RunRow | undefined> {
    return this.stores.runs.row(run).catch(() => undefined);
  }

  /** Resolves when the run has been projected up to that day. */
  async projected(run: string, day: number): Promise<void> {
    while (((await this.row(run))?.projectedDay ?? -2) < day) await pause(LOOK_MS);
  }

  /** From here on as fast as it goes. */
  async hurry(run: string): Promise<void> {
    await this.stores.runs.play(run, { daysPerSecond: null, by: 'test' });
  }

  /** Resolves with the row when the run is over. */
  async over(run: string, withinMs: number): Promise<RunRow> {
    for (const end = performance.now() + withinMs; ; await pause(LOOK_MS)) {
      const row = await this.row(run);
      if (row && row.status !== 'running') return row;
      if (performance.now() > end) throw new Error(`run ${run} goes on: ${JSON.stringify(row)}`);
    }
  }

  async down(): Promise<void> {
    await this.stores.close();
    command('apps/stack', ['down', '--folder', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** Runs a built command. @throws Error with what it said when it fails */
export function command(app: string, args: readonly string[]): string {
  const script = join(ROOT, 'dist', app, 'src', 'main.js');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, ...args], { cwd: ROOT, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${app} ${args.join(' ')} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

function stateOf(folder: string): StackFile {
  return JSON.parse(readFileSync(join(folder, 'stack.json'), 'utf8')) as StackFile;
}

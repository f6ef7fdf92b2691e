// What Keqiao takes in worker threads: many seeds with one worker and with two, a run with its losses accounted for beside
// it, and the relief of a day. Wall time of the work, threads' start included, without starting the process.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readArchive } from '#libs/adapters';
import { type Override, compileTexts } from '#libs/scenario';
import type { Member, MemberInput } from '../member';
import { readScenario } from '../load-scenario';
import { archivedRelief, recordRun, runJobs } from '#libs/studies';
import { KEQIAO_FILE } from './keqiao';

export interface ThreadsMeasured {
  readonly members: number;
  readonly oneWorkerMs: number;
  readonly twoWorkersMs: number;
  /** Two such bands at once, each with a worker of its own: what the machine's cores give where nothing is shared out. */
  readonly bothMs: number;
  readonly days: number;
  /** A run with its archive, without losses and with them. */
  readonly runMs: number;
  readonly runWithLossesMs: number;
  readonly relieved: number;
  readonly reliefMs: number;
}

type MembersMeasured = Pick<ThreadsMeasured, 'members' | 'oneWorkerMs' | 'twoWorkersMs' | 'bothMs'>;

/** As in `resumption run -n 20`. */
const MEMBERS = 20;
/** With one worker and with two in turn, as the machine may be faster in one minute than in the next; the best counts. */
const ROUNDS = 2;
const RELIEF_DAY = 21;
const WORKERS = 2;

export async function measureThreads(): Promise<ThreadsMeasured> {
  return { ...(await measureMembers()), ...(await measureRun()) };
}

async function measureMembers(): Promise<MembersMeasured> {
  const shared = readScenario(KEQIAO_FILE, []);
  const inputs = Array.from({ length: MEMBERS }, (_, seed): MemberInput => {
    const overrides: Override[] = [{ path: 'seed', value: String(seed + 1) }];
    return { overrides, interventions: [] };
  });
  const main = join(__dirname, '..', 'member-main.js');
  const timed = (workers: number): Promise<number> =>
    wallMs(() => runJobs<Member>('member', inputs, { main, shared, workers }));
  let [oneWorkerMs, twoWorkersMs, bothMs] = [Infinity, Infinity, Infinity];
  for (let round = 0; round < ROUNDS; round++) {
    oneWorkerMs = Math.min(oneWorkerMs, await timed(1));
    twoWorkersMs = Math.min(twoWorkersMs, await timed(WORKERS));
    bothMs = Math.min(bothMs, await wallMs(() => Promise.all([timed(1), timed(1)])));
  }
  return { members: MEMBERS, oneWorkerMs, twoWorkersMs, bothMs };
}

async function measureRun(): Promise<Omit<ThreadsMeasured, keyof MembersMeasured>> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-'));
  const texts = readScenario(KEQIAO_FILE, []);
  const run = { texts, overrides: [], interventions: [], compiled: compileTexts(texts, []) };
  const { days } = run.compiled.spec;
  const record = (losses: boolean): Promise<number> =>
    wallMs(() => recordRun(run, { shards: 1, folder, frames: false, losses }, { day: () => undefined }));
  const runMs = await record(false);
  const runWithLossesMs = await record(true);
  let relieved = 0;
  const reliefMs = await wallMs(async () => {
    const table = await archivedRelief(await readArchive(folder), RELIEF_DAY, { workers: WORKERS });
    relieved = table.reliefs.length;
  });
  rmSync(folder, { recursive: true });
  return { days, runMs, runWithLossesMs, relieved, reliefMs };
}

async function wallMs(action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  return performance.now() - start;
}

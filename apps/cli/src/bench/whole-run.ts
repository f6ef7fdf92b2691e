// Keqiao in full as a planner runs it: compile the file, 60 days with rates and digests, the same with milestones and
// archive; and the goods chain alone, with rates and digests. Wall time of the work, without starting the process.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileTexts } from '#libs/scenario';
import { readScenario } from '../load-scenario';
import { recordRun, type Run } from '#libs/studies';
import { timingOf, type Timing } from './clock';
import { IMPOSED_FILE, KEQIAO_FILE } from './keqiao';

export interface WholeRun {
  readonly days: number;
  readonly compile: Timing;
  readonly ratesAndDigests: Timing;
  readonly withArchive: Timing;
  readonly archiveBytes: number;
  /** The goods chain alone. */
  readonly goodsRatesAndDigests: Timing;
}

const REPEATS = 5;
const SILENT = { day: (): void => undefined };

export async function measureWholeRun(): Promise<WholeRun> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-bench-'));
  const times = { compile: [] as number[], rates: [] as number[], archive: [] as number[], goods: [] as number[] };
  let run: Run | undefined;
  for (let repeat = 0; repeat < REPEATS; repeat++) {
    run = await timed(times.compile, () => compiledRun(KEQIAO_FILE));
    const bare = { shards: 1, folder: undefined, frames: false, losses: false };
    const given = run;
    await timed(times.rates, () => recordRun(given, bare, SILENT));
    await timed(times.archive, () => recordRun(given, { ...bare, folder }, SILENT));
    const goods = await compiledRun(IMPOSED_FILE);
    await timed(times.goods, () => recordRun(goods, bare, SILENT));
  }
  const archiveBytes = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name)))
    .reduce((sum, stat) => sum + (stat.isFile() ? stat.size : 0), 0);
  rmSync(folder, { recursive: true });
  return {
    days: run?.compiled.spec.days ?? 0,
    compile: timingOf(times.compile),
    ratesAndDigests: timingOf(times.rates),
    withArchive: timingOf(times.archive),
    archiveBytes,
    goodsRatesAndDigests: timingOf(times.goods),
  };
}

function compiledRun(file: string): Promise<Run> {
  const texts = readScenario(file, []);
  return Promise.resolve({ texts, overrides: [], interventions: [], compiled: compileTexts(texts, []) });
}

async function timed<T>(times: number[], action: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const result = await action();
  times.push(performance.now() - start);
  return result;
}

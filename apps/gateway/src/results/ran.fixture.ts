// Keqiao in small, simulated once: its days as recovery projects them, its losses, and what the command line says of it.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { loadHash64, memoryStores, type Stores } from '#libs/adapters';
import { fieldBytes, LossFold, RunFold, summarise, type DayLosses, type RunSummary } from '#libs/analysis';
import { formatDigest } from '#libs/kernel';
import type { Columns, ProjectedDay, RunManifest } from '#libs/runtime';
import { compileTexts, type ScenarioTexts } from '#libs/scenario';
import { accountsBeside, headOf, lossRows, Recorder, Simulation } from '#libs/simulation';

const FILE = 'seeds/keqiao/mini.yaml';
const ROOT = resolve(__dirname, '../../../..');

export interface Ran {
  readonly manifest: RunManifest;
  readonly days: readonly Omit<ProjectedDay, 'run'>[];
  readonly losses: readonly Columns[];
  /** As `resumption run --json` prints it. */
  readonly summary: RunSummary;
}

export async function ranMini(days = 24): Promise<Ran> {
  const texts: ScenarioTexts = { name: FILE, text: readFileSync(resolve(ROOT, FILE), 'utf8'), tables: [] };
  const overrides = [{ path: 'days', value: String(days) }];
  const compiled = compileTexts(texts, overrides);
  const fold = new RunFold(compiled);
  const recorder = new Recorder(compiled);
  const accounted: DayLosses[] = [];
  const accounts = accountsBeside(compiled, (day) => void accounted.push(day));
  if (!accounts) throw new Error('losses of the scenario cannot be accounted for');
  const simulation = new Simulation(compiled, { shards: 1, hash: await loadHash64() });
  const projected: Omit<ProjectedDay, 'run'>[] = [];
  await simulation.runTo(days, async (today) => {
    const folded = fold.fold(today.day, today.frames, today.levers);
    const record = recorder.record(folded, today, { frames: false });
    const { date, rates, enterprises, milestones, milestonesCounted } = record;
    projected.push({
      ...{ day: today.day, date, milestones, milestonesCounted, stages: [] },
      ...{ rates, enterprises: copyOf(enterprises), field: fieldBytes(folded.board) },
      state: formatDigest(today.digest.state),
      flow: formatDigest(today.digest.flow),
    });
    await accounts.add(today);
  });
  await accounts.finish();
  const lossFold = new LossFold(compiled.chain, accounts.causes);
  for (const day of accounted) lossFold.fold(day);
  const head = headOf({ texts, overrides, interventions: [] }, compiled);
  return {
    manifest: {
      ...{ ...head, id: 'mini', createdAt: '2020-02-01T00:00:00.000Z', shards: 1, accountsForLosses: true },
      ...{ steppedBy: 'services', idempotencyKey: 'mini' },
    },
    days: projected,
    losses: accounted.map((day) => lossRows(compiled.chain, accounts.causes, day)),
    summary: summarise(fold, { digest: simulation.digest(), recoverability: null, losses: lossFold.summary() }),
  };
}

/** Stores in which the run is there, and no day of it yet. */
export async function storesOf({ manifest }: Ran): Promise<Stores> {
  const stores = memoryStores();
  await stores.runs.create(manifest);
  return stores;
}

export async function projectDays(stores: Stores, ran: Ran, { from, to }: { from: number; to: number }): Promise<void> {
  const run = ran.manifest.id;
  for (let day = from; day <= to; day++) {
    await stores.runs.openDay(run, { day, attempt: 1 });
    if (!(await stores.metrics.project({ run, ...ran.days[day] }))) throw new Error(`day ${day} was not taken`);
  }
}

export async function accountDays(stores: Stores, ran: Ran, { from, to }: { from: number; to: number }): Promise<void> {
  for (let day = from; day <= to; day++) await stores.metrics.projectLosses(ran.manifest.id, day, ran.losses[day]);
}

/** All days, and all losses. */
export async function storesAfter(ran: Ran): Promise<Stores> {
  const stores = await storesOf(ran);
  const all = { from: 0, to: ran.days.length - 1 };
  await projectDays(stores, ran, all);
  await accountDays(stores, ran, all);
  await stores.metrics.summarise(ran.manifest.id, JSON.stringify(ran.summary));
  await stores.runs.end(ran.manifest.id, ran.summary.digest);
  return stores;
}

/** The simulation goes on writing to its columns. */
function copyOf(columns: Columns): Columns {
  return Object.fromEntries(
    Object.entries(columns).map(([name, column]) => [name, column instanceof Float64Array ? column.slice() : column]),
  );
}

// One schedule: a run over services, a log and stores of which a seed says how they behave and what befalls them.
import { formatDigest, runDigest, type Hash64 } from '#libs/kernel';
import type { RunManifest, RunRow } from '#libs/runtime';
import { drawFaults, strike } from './faults';
import { FaultyLog } from './faulty-log';
import { FaultyStores } from './faulty-stores';
import { Player } from './player';
import { ServiceProcesses } from './service-processes';
import { drawServices, type Scene } from './services';
import { DAYS, runPlainly, SHARDS } from './tiny-model';
import { foldOf } from './tiny-projection';
import { Witness } from './witness';
import { World, type Fault } from './world';

export interface ScheduleOutcome {
  readonly seed: number;
  /** Invariants that did not hold; none is as it should be. */
  readonly broken: readonly string[];
  readonly struck: ReadonlyMap<Fault, number>;
  readonly heals: number;
  readonly events: number;
  readonly virtualMs: number;
}

export interface ScheduleOptions {
  readonly hash: Hash64;
  /** Called with a line for each thing that befalls the run. */
  readonly tell?: (line: string) => void;
}

/** Events in which faults strike: about as many as a run without any has. */
const TURNS_OF_FAULTS = 700;
/** A run that has not ended by then never will: attempts begin anew after ten seconds. */
const PATIENCE_MS = 240_000;
const MOST_HEALS = 16;

const RUN = 'run';

const MANIFEST: RunManifest = {
  ...{ id: RUN, createdAt: '2020-02-10T00:00:00Z', shards: SHARDS, accountsForLosses: false, steppedBy: 'services' },
  ...{ idempotencyKey: RUN, scenario: { name: 'tiny', text: '' }, tables: [], overrides: [], interventions: [] },
  ...{ modelVersion: '1', seed: 1, days: DAYS, start: '2020-02-10' },
};

export async function runSchedule(seed: number, { hash, tell }: ScheduleOptions): Promise<ScheduleOutcome> {
  const world = new World(seed);
  const witness = new Witness(hash);
  const stores = new FaultyStores(world);
  const log = new FaultyLog(world, witness);
  const failures: unknown[] = [];
  const scene: Scene = { world, log, stores, witness, hash, onFailure: (error) => failures.push(error) };
  const isWithinContract = world.draws.chance(0.5);
  const faults = drawFaults(world, isWithinContract, TURNS_OF_FAULTS).sort((a, b) => a.turn - b.turn);
  let row: RunRow | undefined;
  const { runs } = stores.plain;
  runs.watch(
    () =>
      void runs.row(RUN).then((now) => {
        if (now && now.projectedDay !== witness.projectedDay) witness.projects(now.projectedDay);
        if (now && tell) tell(`${world.time.nowMs.toFixed(1)} ms: ${rowLine(now)}`);
        row = now;
      }),
  );
  await runs.create({ ...MANIFEST, accountsForLosses: world.temper.readsAll });
  const player = new Player(RUN, scene);
  const processes = new ServiceProcesses(scene, drawServices(world));
  player.plan(TURNS_OF_FAULTS);
  const stricken = { world, log, stores, processes, pause: (ms: number) => player.pause(ms) };
  const { time } = world;
  await time.run(
    () => isOver(row) || time.nowMs > PATIENCE_MS || witness.heals > MOST_HEALS || witness.broken.length > 0,
    () => {
      player.turn();
      while (faults.length > 0 && faults[0].turn <= time.turns) {
        const [{ fault }] = faults.splice(0, 1);
        const hasStruck = strike(fault, stricken);
        if (hasStruck) world.strike(fault);
        if (hasStruck) tell?.(`${time.nowMs.toFixed(1)} ms: ${fault}`);
      }
    },
  );
  if (witness.broken.length === 0) await judge({ stores, witness, hash, row, isWithinContract, heard: failures });
  const { broken, heals } = witness;
  return { seed, broken, struck: world.struck, heals, events: time.turns, virtualMs: time.nowMs };
}

function rowLine({ status, attempt, startDay, openedDay, projectedDay, mode, gap }: RunRow): string {
  return `${status}, ${mode}, attempt ${attempt} after day ${startDay}, opened ${openedDay}, projected ${projectedDay}, gap ${gap}`;
}

function isOver(row: RunRow | undefined): boolean {
  return row !== undefined && row.status !== 'running';
}

interface Ended {
  readonly stores: FaultyStores;
  readonly witness: Witness;
  readonly hash: Hash64;
  readonly row: RunRow | undefined;
  readonly isWithinContract: boolean;
  readonly heard: readonly unknown[];
}

/** Holds a run that has ended against the same run in one process. */
async function judge({ stores, witness, hash, row, isWithinContract, heard }: Ended): Promise<void> {
  const { runs, metrics } = stores.plain;
  if (row?.status !== 'ended') {
    witness.fail('I8', `the run is ${row?.status}: ${row?.failure ?? JSON.stringify(row)}; ${String(heard.at(-1))}`);
    return;
  }
  const commands = await runs.commands(RUN);
  if (commands.some(({ seq }, at) => seq !== at + 1)) witness.fail('I5', 'the numbers of commands have a hole');
  const plain = runPlainly(hash, commands, DAYS);
  const digest = runDigest(
    plain.map((day) => day.digest),
    hash,
  );
  if (row.digest !== digest) witness.fail('I0', `the digest is ${row.digest}, in one process it is ${digest}`);
  const reported = plain.reduce((sum, day) => foldOf(sum, day.reported), 0);
  const summary = await metrics.summary(RUN);
  if (summary !== String(reported)) witness.fail('I0', `recovery has folded ${summary}, in one process ${reported}`);
  for (const [day, { shards }] of plain.entries()) {
    for (const [shard, { state, flow }] of shards) {
      const published = witness.published.get(`${shard}/${day}`);
      const expected = `${formatDigest(state)} ${formatDigest(flow)}`;
      if (published !== expected) witness.fail('I4', `${shard} day ${day} is ${published}, in one process ${expected}`);
    }
  }
  const days = await metrics.digests(RUN);
  if (days.some(({ day }, at) => day !== at) || days.length !== DAYS) witness.fail('I2', 'days are missing or double');
  if (isWithinContract && witness.gaps + witness.heals > 0) {
    witness.fail('I9', `${witness.gaps} gaps and ${witness.heals} heals although nothing was lost`);
  }
}

// All services of a run in this process, over any log and stores: what a test of the distributed run is made of.
import { InProcessLiveFeed, loadArrowFrames, loadHash64, type Stores } from '#libs/adapters';
import { STAGES, type StageName } from '#libs/messages';
import {
  ControlLoop,
  SYSTEM_CLOCK,
  type HostState,
  type LiveFeed,
  type RecordLog,
  type RunRow,
  type ServiceHost,
} from '#libs/runtime';
import { recoveryHost, stageHost } from '#libs/simulation';

export interface ServicesInProcess {
  readonly feed: LiveFeed;
  /** Resolves with the run's row when it is over; rejects when it takes longer than that. */
  over(run: string, withinMs: number): Promise<RunRow>;
  /** Who waits for whom, over all readers. */
  waits(): Promise<HostState['waits']>;
  stop(): Promise<void>;
  /** What failed and was tried again, what was healed, what was missing. */
  readonly noted: string[];
}

const LOOK_MS = 10;

/**
 * Starts stages, recovery and control. The log and the stores stay open when they stop.
 * @param stages those that live; all where left out
 */
export async function servicesInProcess(
  log: RecordLog,
  stores: Stores,
  stages: readonly StageName[] = STAGES,
): Promise<ServicesInProcess> {
  const [hash, codec] = await Promise.all([loadHash64(), loadArrowFrames()]);
  const feed = new InProcessLiveFeed();
  const noted: string[] = [];
  const retrying = {
    clock: SYSTEM_CLOCK,
    isStopped: () => isStopped,
    onFailure: (error: unknown) => void noted.push(String(error)),
  };
  let isStopped = false;
  const parts = {
    ...{ log, runs: stores.runs, states: stores.states, codec, hash, clock: SYSTEM_CLOCK, retrying },
    told: { gap: (run: string, gap: string) => void noted.push(`gap in ${run}: ${gap}`) },
  };
  await log.ensureTopics();
  const hosts: ServiceHost[] = [
    ...stages.map((stage) => stageHost(stage, { index: 0, count: 1 }, parts)),
    recoveryHost({ ...parts, metrics: stores.metrics, feed }),
  ];
  const readings = await Promise.all(
    hosts.map(async (host) => {
      const reading = log.read(await host.starts(), (records) => host.take(records));
      await reading.joined;
      host.start();
      return reading;
    }),
  );
  const control = new ControlLoop({
    ...{ log, runs: stores.runs, states: stores.states, metrics: stores.metrics, hash, clock: SYSTEM_CLOCK },
    onFailure: retrying.onFailure,
    onHeal: (run, attempt, startDay, why) => void noted.push(`healed ${run} to ${attempt} from ${startDay}: ${why}`),
  });
  control.start();
  return {
    feed,
    noted,
    async over(run, withinMs) {
      for (const end = performance.now() + withinMs; ;) {
        const row = await stores.runs.row(run);
        if (!row) throw new Error(`no run ${run}`);
        if (row.status !== 'running') return row;
        if (performance.now() > end) throw new Error(`run ${run} goes on: ${JSON.stringify(row)}; ${noted.join('; ')}`);
        await SYSTEM_CLOCK.sleep(LOOK_MS);
      }
    },
    async waits() {
      return (await Promise.all(hosts.map((host) => host.state()))).flatMap(({ waits }) => waits);
    },
    async stop() {
      isStopped = true;
      await control.stop();
      await Promise.all(hosts.map((host) => host.stop()));
      await Promise.all(readings.map((reading) => reading.close()));
    },
  };
}

// The stages of one run, stepped by this process over a log that others read, too: control opens its days, recovery folds
// what is written.
import { loadArrowFrames, loadHash64, type Stores } from '#libs/adapters';
import { STAGES } from '#libs/messages';
import { SYSTEM_CLOCK, type RecordLog } from '#libs/runtime';
import { stageHost } from '#libs/simulation';

const ALL_SHARDS = { index: 0, count: 1 };

export interface SteppedRun {
  /** Lets go; what is under way is finished. */
  readonly stop: () => Promise<void>;
}

/**
 * Reads before the run is created, so that nothing of it is missed.
 * @param onFailure told of what fails and is tried again
 */
export async function stepStagesOf(
  run: string,
  log: RecordLog,
  { runs, states }: Pick<Stores, 'runs' | 'states'>,
  onFailure: (error: unknown) => void,
): Promise<SteppedRun> {
  const [hash, codec] = await Promise.all([loadHash64(), loadArrowFrames()]);
  let isStopped = false;
  const retrying = { clock: SYSTEM_CLOCK, isStopped: () => isStopped, onFailure };
  const parts = { log, runs, states, codec, hash, clock: SYSTEM_CLOCK, retrying };
  const hosts = STAGES.map((stage) => stageHost(stage, ALL_SHARDS, { ...parts, steps: ({ id }) => id === run }));
  const readings = await Promise.all(
    hosts.map(async (host) => {
      const reading = log.read(await host.starts(), (records) => host.take(records));
      await reading.joined;
      return reading;
    }),
  );
  for (const host of hosts) host.start();
  return {
    stop: async () => {
      isStopped = true;
      await Promise.all(hosts.map((host) => host.stop()));
      await Promise.all(readings.map((reading) => reading.close()));
    },
  };
}

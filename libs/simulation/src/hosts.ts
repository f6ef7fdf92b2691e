// The two kinds of service that have a part in a run's days: a stage, and recovery.
import type { Hash64, Party } from '#libs/kernel';
import { MAX_LOG_SHARDS, TOPICS, type Source, type StageName, type Stream } from '#libs/messages';
import type { Chain, Levers } from '#libs/model';
import {
  ProjectionLife,
  RECOVERY,
  RECOVERY_POSITION,
  ServiceHost,
  ShardLife,
  sourcesOf,
  untilItWorks,
  type Clock,
  type LiveFeed,
  type RunHere,
  type RunManifest,
  type RunModel,
  type Surroundings,
  type Told,
} from '#libs/runtime';
import { openRunModel } from './run-model';
import { openProjection, type ProjectedStore } from './run-projection';

export interface HostParts extends Omit<Surroundings, 'told'> {
  readonly hash: Hash64;
  readonly clock: Clock;
  readonly told?: Told;
  /** Runs whose stages are stepped here; those that the services step, where it says nothing. */
  readonly steps?: (manifest: RunManifest) => boolean;
}

const isOfServices = ({ steppedBy }: RunManifest): boolean => steppedBy === 'services';

/** Which of a stage's shards this process owns: those that leave the remainder `index` by `count`. */
export interface Instance {
  readonly index: number;
  readonly count: number;
}

export function stageHost(stage: StageName, instance: Instance, parts: HostParts): ServiceHost {
  const owns = (shard: number): boolean => shard % instance.count === instance.index;
  const { steps = isOfServices } = parts;
  const modelOf = modelsOf(parts.hash);
  const told = toldWith(parts.told, () => host);
  const host: ServiceHost = new ServiceHost({
    ...parts,
    told,
    streams: streamsTo(stage).filter(({ shard }) => owns(shard)),
    partiesOf: (manifest) =>
      steps(manifest) ? sourcesOf(manifest).filter((source) => source.stage === stage && owns(source.shard)) : [],
    readerOf: ({ to, shard }) => `${to}/${shard}`,
    lifeOf: (party, here) => new ShardLife(party as Source, here, { ...parts, told }, () => modelOf(here)),
    positionOf: ({ attempt, startDay }) => ({ attempt, startDay }),
  });
  return host;
}

export function recoveryHost(
  parts: HostParts & { readonly metrics: ProjectedStore; readonly feed: LiveFeed },
): ServiceHost {
  const { metrics, feed, log, hash, retrying } = parts;
  const modelOf = modelsOf(hash);
  const told = toldWith(parts.told, () => host);
  const retry = <T>(action: () => Promise<T>): Promise<T> => untilItWorks(action, retrying);
  const host: ServiceHost = new ServiceHost({
    ...parts,
    told,
    streams: TOPICS.flatMap(({ to }) => (to === 'readers' ? [] : [to]))
      .filter((to, at, all) => all.indexOf(to) === at)
      .flatMap((to) => streamsTo(to))
      .filter(({ channel, to }) => channel !== 'control' || to === RECOVERY.stage),
    partiesOf: () => [RECOVERY],
    readerOf: () => `${RECOVERY.stage}/${RECOVERY.shard}`,
    lifeOf: (_party, here) =>
      new ProjectionLife(
        here,
        { ...parts, told },
        () => modelOf(here),
        (manifest) => Promise.resolve(openProjection(manifest, { metrics, feed, log, hash, retry })),
      ),
    positionOf: () => RECOVERY_POSITION,
  });
  return host;
}

function streamsTo(receiver: Party['stage']): Stream[] {
  return TOPICS.filter(({ to }) => to === receiver).flatMap(({ channel, to, partitions }) =>
    Array.from({ length: Math.min(partitions, MAX_LOG_SHARDS) }, (_, shard): Stream => ({ channel, to, shard })),
  );
}

/** Compiles a run once a process, for all of its shards here, for as long as the run is here. */
function modelsOf(hash: Hash64): (here: RunHere) => Promise<RunModel<Chain, Levers>> {
  const models = new WeakMap<RunHere, RunModel<Chain, Levers>>();
  return (here) => {
    const model = models.get(here) ?? openRunModel(here.manifest, hash);
    models.set(here, model);
    return Promise.resolve(model);
  };
}

function toldWith(told: Told | undefined, host: () => ServiceHost): Told {
  return {
    ...told,
    day: (run, party, day) => {
      host().dayDone(day);
      told?.day?.(run, party, day);
    },
  };
}

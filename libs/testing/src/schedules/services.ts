// The services of a schedule as they are put together in production, from the runtime's own parts.
import type { Hash64 } from '#libs/kernel';
import { STAGES, TOPICS, type Source, type StageName, type Stream } from '#libs/messages';
import {
  ControlLoop,
  ProjectionLife,
  RECOVERY,
  RECOVERY_POSITION,
  ServiceHost,
  ShardLife,
  sourcesOf,
  untilItWorks,
  type HostOptions,
  type Surroundings,
} from '#libs/runtime';
import type { FaultyLog } from './faulty-log';
import type { FaultyStores, StoresPort } from './faulty-stores';
import { tinyCodec } from './tiny-codec';
import { SHARDS, tinyModel } from './tiny-model';
import { TinyProjection } from './tiny-projection';
import type { Incarnation } from './virtual-time';
import type { Witness } from './witness';
import type { World } from './world';

export interface Scene {
  readonly world: World;
  readonly log: FaultyLog;
  readonly stores: FaultyStores;
  readonly witness: Witness;
  readonly hash: Hash64;
  readonly onFailure: (error: unknown) => void;
}

/** One service process: what it runs, in each of its lives. */
export interface Service {
  readonly name: string;
  /** Starts it in a new life; resolves with how to stop it in good order. */
  readonly start: (scene: Scene, owner: Incarnation) => Promise<() => Promise<void>>;
}

/** @param draw how many instances share the shards, and whether one process is everything */
export function drawServices({ draws }: World): Service[] {
  const instances = draws.pick([1, 2]);
  const stages = STAGES.flatMap((stage) =>
    Array.from({ length: stage === 'support' ? 1 : instances }, (_, index): Service => {
      const owns = (shard: number): boolean => shard % instances === index;
      return { name: `${stage}-${index}`, start: (scene, owner) => live(scene, owner, [stageHost(stage, owns)]) };
    }),
  );
  const recovery: Service = { name: 'recovery', start: (scene, owner) => live(scene, owner, [recoveryHost]) };
  const control: Service = { name: 'control', start: startControl };
  const isEmbedded = draws.chance(0.15);
  if (!isEmbedded) return [...stages, recovery, control];
  const hosts = [...STAGES.map((stage) => stageHost(stage, () => true)), recoveryHost];
  return [{ name: 'everything', start: (scene, owner) => live(scene, owner, hosts) }, control];
}

/** Days between snapshots: there are twelve days. */
const KEPT_EVERY = 5;

type Host = (scene: Scene, owner: Incarnation) => ServiceHost;

async function live(scene: Scene, owner: Incarnation, hosts: readonly Host[]): Promise<() => Promise<void>> {
  const log = scene.log.portOf(owner);
  const stops: (() => Promise<void>)[] = [];
  for (const open of hosts) {
    const host = open(scene, owner);
    const reading = log.read(await host.starts(), (records) => host.take(records));
    await reading.joined;
    host.start();
    stops.push(async () => {
      await host.stop();
      await reading.close();
    });
  }
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

function startControl(
  { world, log, stores, witness, hash, onFailure }: Scene,
  owner: Incarnation,
): Promise<() => Promise<void>> {
  const control = new ControlLoop({
    ...stores.portOf(owner),
    ...{ log: log.portOf(owner), hash, clock: world.time.clockOf(owner), keepDays: KEPT_EVERY, onFailure },
    onHeal: (_run, attempt, startDay) => witness.healed(attempt, startDay),
  });
  control.start();
  return Promise.resolve(() => control.stop());
}

function stageHost(stage: StageName, owns: (shard: number) => boolean): Host {
  return (scene, owner) => {
    const around = surroundings(scene, owner);
    const model = tinyModel(scene.hash, (source, day, lever) => scene.witness.steps(source, day, lever));
    return new ServiceHost({
      ...around,
      streams: streamsTo(stage).filter(({ shard }) => owns(shard)),
      partiesOf: (manifest) => sourcesOf(manifest).filter((source) => source.stage === stage && owns(source.shard)),
      readerOf: ({ to, shard }) => `${to}/${shard}`,
      lifeOf: (party, here) => new ShardLife(party as Source, here, around, () => Promise.resolve(model)),
      positionOf: ({ attempt, startDay }) => ({ attempt, startDay }),
    });
  };
}

const recoveryHost: Host = (scene, owner) => {
  const around = surroundings(scene, owner, 'recovery/0');
  const { hash } = scene;
  const model = tinyModel(hash);
  const retry = <T>(action: () => Promise<T>): Promise<T> => untilItWorks(action, around.retrying);
  return new ServiceHost({
    ...around,
    streams: [...(scene.world.temper.readsAll ? STAGES : []), 'recovery' as const]
      .flatMap((to) => streamsTo(to))
      .filter(({ channel, to }) => channel !== 'control' || to === 'recovery'),
    partiesOf: () => [RECOVERY],
    readerOf: () => 'recovery/0',
    lifeOf: (_party, here) =>
      new ProjectionLife(
        here,
        around,
        () => Promise.resolve(model),
        (manifest) => Promise.resolve(new TinyProjection(manifest, { metrics: around.metrics, hash, retry })),
      ),
    positionOf: () => RECOVERY_POSITION,
  });
};

/** @param reader of the frames that are decoded, where it is not whoever they are sent to */
function surroundings(
  { world, log, stores, witness, hash, onFailure }: Scene,
  owner: Incarnation,
  reader?: string,
): Surroundings & StoresPort & Pick<HostOptions, 'clock'> {
  const clock = world.time.clockOf(owner);
  return {
    ...watched(stores.portOf(owner), witness),
    ...{ log: log.portOf(owner), hash, clock, maxBodyBytes: world.temper.bodyBytes, keepDays: KEPT_EVERY },
    codec: tinyCodec(([{ channel, from, to }], day) => {
      const addressee = `${to.stage}/${to.shard}`;
      witness.decodes(owner, reader ?? addressee, `${from.stage}/${from.shard} ${channel}/${addressee}`, day);
    }),
    retrying: { clock, isStopped: () => false, onFailure },
    told: {
      attempt: (_run, party, _attempt, after) => witness.begins(owner, party, after),
      gap: () => witness.gaps++,
      duplicate: () => witness.duplicates++,
    },
  };
}

function watched(ports: StoresPort, witness: Witness): StoresPort {
  const { states } = ports;
  const save: typeof states.save = (snapshot) => {
    witness.keeping(snapshot);
    return states.save(snapshot);
  };
  return { ...ports, states: { ...states, save } };
}

function streamsTo(receiver: StageName | 'recovery'): Stream[] {
  return TOPICS.filter(({ to }) => to === receiver).flatMap(({ channel, to, partitions }) =>
    Array.from({ length: Math.min(partitions, SHARDS) }, (_, shard): Stream => ({ channel, to, shard })),
  );
}

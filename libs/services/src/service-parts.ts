// What every service opens when it starts, and closes when it stops: log, stores, codec, hash.
import {
  loadArrowFrames,
  loadHash64,
  openKafkaLog,
  openPostgresStores,
  type OnLogNotice,
  type ServiceConfig,
  type Stores,
} from '#libs/adapters';
import type { Hash64 } from '#libs/kernel';
import { SYSTEM_CLOCK, untilItWorks, type Clock, type FrameCodec, type RecordLog, type Retrying } from '#libs/runtime';

export interface ServiceParts {
  readonly log: RecordLog;
  readonly stores: Stores;
  readonly codec: FrameCodec;
  readonly hash: Hash64;
  readonly clock: Clock;
  readonly retrying: Retrying;
  /** Stops what waits for a store, so that hosts can stop. */
  stopWaiting(): void;
  close(): Promise<void>;
}

export interface Noting {
  /** Told of what fails and is tried again. */
  readonly onFailure: (error: unknown) => void;
  readonly onNotice: OnLogNotice;
}

/** The parts over Kafka and PostgreSQL; waits for a database that is away. */
export async function openServiceParts(service: string, config: ServiceConfig, noting: Noting): Promise<ServiceParts> {
  const waiting = { clock: SYSTEM_CLOCK, isStopped: () => false, onFailure: noting.onFailure };
  const stores = await untilItWorks(() => openPostgresStores(config.postgresUrl), waiting);
  const log = openKafkaLog({
    brokers: config.kafkaBrokers,
    clientId: `${service}-${config.instance}`,
    prefix: config.topicPrefix,
    replication: config.kafkaReplication,
    onNotice: noting.onNotice,
  });
  return servicePartsOf(log, stores, noting.onFailure);
}

/** The parts over a log and stores that are open; closing them closes these. */
export async function servicePartsOf(
  log: RecordLog,
  stores: Stores,
  onFailure: Noting['onFailure'],
): Promise<ServiceParts> {
  let isStopped = false;
  const retrying: Retrying = { clock: SYSTEM_CLOCK, isStopped: () => isStopped, onFailure };
  const [hash, codec] = await Promise.all([loadHash64(), loadArrowFrames()]);
  return {
    ...{ log, stores, codec, hash, clock: SYSTEM_CLOCK, retrying },
    stopWaiting: () => void (isStopped = true),
    close: async () => {
      await log.close();
      await stores.close();
    },
  };
}

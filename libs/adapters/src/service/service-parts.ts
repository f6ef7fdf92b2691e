// What every service opens when it starts, and closes when it stops: log, stores, codec, hash.
import type { Hash64 } from '#libs/kernel';
import { SYSTEM_CLOCK, type Clock, type FrameCodec, type RecordLog, type Retrying } from '#libs/runtime';
import { loadHash64 } from '../hash/xxhash64';
import { openKafkaLog } from '../kafka/kafka-log';
import type { ServiceConfig } from '../nest/service-config';
import { openPostgresStores } from '../postgres/stores';
import type { Stores } from '../stores';
import { loadArrowFrames } from '../wire/arrow-frames';

export interface ServiceParts {
  readonly log: RecordLog;
  readonly stores: Stores;
  readonly codec: FrameCodec;
  readonly hash: Hash64;
  readonly clock: Clock;
  readonly retrying: Retrying;
  /** Stops what waits for a store, then closes log and stores. */
  close(): Promise<void>;
}

/** Told of what fails and is tried again. */
export type OnFailure = (error: unknown) => void;

/** The parts over Kafka and PostgreSQL. @throws InputError when a store cannot be opened at all */
export async function openServiceParts(service: string, config: ServiceConfig, onFailure: OnFailure): Promise<ServiceParts> {
  const stores = await openPostgresStores(config.postgresUrl);
  const log = openKafkaLog({
    brokers: config.kafkaBrokers,
    clientId: `${service}-${config.instance}`,
    prefix: config.topicPrefix,
    replication: config.kafkaReplication,
  });
  return servicePartsOf(log, stores, onFailure);
}

/** The parts over a log and stores that are open; closing them closes these. */
export async function servicePartsOf(log: RecordLog, stores: Stores, onFailure: OnFailure): Promise<ServiceParts> {
  let isStopped = false;
  const retrying: Retrying = { clock: SYSTEM_CLOCK, isStopped: () => isStopped, onFailure };
  const [hash, codec] = await Promise.all([loadHash64(), loadArrowFrames()]);
  return {
    ...{ log, stores, codec, hash, clock: SYSTEM_CLOCK, retrying },
    close: async () => {
      isStopped = true;
      await log.close();
      await stores.close();
    },
  };
}

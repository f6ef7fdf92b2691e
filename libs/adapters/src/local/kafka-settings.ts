// Settings of a local broker: small, quick to come back after a kill, and forgetting by size instead of by time.

export interface KafkaNodePlace {
  /** From 1. */
  readonly id: number;
  readonly port: number;
  readonly controllerPort: number;
}

/** The largest batch of records a broker takes; bodies are cut far below (MAX_BODY_BYTES of messages). */
const MAX_MESSAGE_BYTES = 8 * 1024 * 1024;
/** The log of a partition is cut above this; control marks runs whose records went with it. */
const RETENTION_BYTES = 256 * 1024 * 1024;
const SEGMENT_BYTES = 32 * 1024 * 1024;

/** Contents of server.properties of one combined node (broker and controller). */
export function kafkaSettings(node: KafkaNodePlace, nodes: readonly KafkaNodePlace[], dataFolder: string): string {
  const copies = Math.min(3, nodes.length);
  const inSync = nodes.length < 3 ? 1 : 2;
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': node.id,
    'controller.quorum.voters': nodes.map(({ id, controllerPort }) => `${id}@127.0.0.1:${controllerPort}`).join(','),
    listeners: `PLAINTEXT://127.0.0.1:${node.port},CONTROLLER://127.0.0.1:${node.controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${node.port}`,
    'listener.security.protocol.map': 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
    'inter.broker.listener.name': 'PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    // A properties file takes \ as an escape.
    'log.dirs': dataFolder.replaceAll('\\', '/'),

    'default.replication.factor': copies,
    'min.insync.replicas': inSync,
    'offsets.topic.replication.factor': copies,
    'offsets.topic.num.partitions': 1,
    'transaction.state.log.replication.factor': copies,
    'transaction.state.log.min.isr': inSync,
    'transaction.state.log.num.partitions': 1,
    'auto.create.topics.enable': false,

    // A killed broker waits for its own old registration to end: seen 4.3 s with these two, 9.3 s with Kafka's own.
    'broker.session.timeout.ms': 1500,
    'broker.heartbeat.interval.ms': 500,
    'controller.quorum.election.timeout.ms': 500,
    'controller.quorum.fetch.timeout.ms': 1000,
    'controller.quorum.election.backoff.max.ms': 500,
    'replica.lag.time.max.ms': 5000,
    'group.initial.rebalance.delay.ms': 0,

    'message.max.bytes': MAX_MESSAGE_BYTES,
    'replica.fetch.max.bytes': MAX_MESSAGE_BYTES,
    'log.retention.ms': -1,
    'log.retention.bytes': RETENTION_BYTES,
    'log.segment.bytes': SEGMENT_BYTES,
    // Every start of a reader leaves an empty group.
    'offsets.retention.minutes': 60,

    'num.network.threads': 2,
    'num.io.threads': 2,
    'background.threads': 2,
    'num.recovery.threads.per.data.dir': 1,
    'num.replica.fetchers': 1,
    'log.cleaner.threads': 1,
    // Kafka's own is 128 MiB of the heap.
    'log.cleaner.dedupe.buffer.size': 4 * 1024 * 1024,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name}=${value}\n`)
    .join('');
}

// The three servers in containers, for machines with a Docker engine on the same host.
import { freePorts, kafkaReady } from '#libs/adapters';

// The images that docker-compose.yml takes.
const KAFKA_IMAGE = 'apache/kafka:4.1.1';
const POSTGRES_IMAGE = 'postgres:18-alpine';
const REDIS_IMAGE = 'redis:7-alpine';

const START_TIMEOUT_MS = 120_000;
const READY_TIMEOUT_MS = 60_000;
const DATABASE = 'resumption';

export interface Contained {
  readonly address: string;
  stop(): Promise<void>;
}

/** @returns host:port of the broker */
export async function kafkaContainer(): Promise<Contained> {
  const { GenericContainer } = await import('testcontainers');
  // A broker tells clients where it is, so that its port outside has to be known beforehand.
  const [port] = await freePorts(1);
  const container = await new GenericContainer(KAFKA_IMAGE)
    .withExposedPorts({ container: 9092, host: port })
    .withEnvironment({
      KAFKA_NODE_ID: '1',
      KAFKA_PROCESS_ROLES: 'broker,controller',
      KAFKA_LISTENERS: 'PLAINTEXT://:9092,CONTROLLER://:9093',
      KAFKA_ADVERTISED_LISTENERS: `PLAINTEXT://127.0.0.1:${port}`,
      KAFKA_CONTROLLER_QUORUM_VOTERS: '1@localhost:9093',
      KAFKA_CONTROLLER_LISTENER_NAMES: 'CONTROLLER',
      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: 'CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT',
      KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR: '1',
      KAFKA_TRANSACTION_STATE_LOG_MIN_ISR: '1',
      KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS: '0',
      KAFKA_AUTO_CREATE_TOPICS_ENABLE: 'false',
    })
    .withStartupTimeout(START_TIMEOUT_MS)
    .start();
  const stop = async (): Promise<void> => void (await container.stop());
  const address = `127.0.0.1:${port}`;
  try {
    const hopeless = (): undefined => undefined;
    await kafkaReady({ brokers: [address], nodeIds: [1], timeoutMs: READY_TIMEOUT_MS, hopeless });
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

/** @returns a postgres: URL */
export async function postgresContainer(): Promise<Contained> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(POSTGRES_IMAGE)
    .withExposedPorts(5432)
    .withEnvironment({ POSTGRES_HOST_AUTH_METHOD: 'trust', POSTGRES_DB: DATABASE })
    // The image starts the server twice, the first time for its own settings.
    .withWaitStrategy(Wait.forLogMessage(/ready to accept connections/, 2))
    .withStartupTimeout(START_TIMEOUT_MS)
    .start();
  const address = `postgres://postgres@${container.getHost()}:${container.getMappedPort(5432)}/${DATABASE}`;
  return { address, stop: async () => void (await container.stop()) };
}

/** @returns a redis: URL */
export async function redisContainer(): Promise<Contained> {
  const { GenericContainer, Wait } = await import('testcontainers');
  const container = await new GenericContainer(REDIS_IMAGE)
    .withExposedPorts(6379)
    .withWaitStrategy(Wait.forLogMessage(/Ready to accept connections/))
    .withStartupTimeout(START_TIMEOUT_MS)
    .start();
  const address = `redis://${container.getHost()}:${container.getMappedPort(6379)}`;
  return { address, stop: async () => void (await container.stop()) };
}

// Real servers for tests, in this order: the address that the environment names, a container where a Docker engine
// answers, a server of this machine. Where none can be had, suites are skipped; with REQUIRE_SERVICES=1 that is a failure.
import { freePorts, startLocalKafka, startLocalPostgres, startLocalRedis } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { kafkaContainer, postgresContainer, redisContainer, type Contained } from './containers';
import { dockerAnswers } from './docker-engine';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where suites find the servers that were started for all of them, or that were given. */
export const TEST_SERVICES = {
  kafka: 'RESUMPTION_TEST_KAFKA_BROKERS',
  postgres: 'RESUMPTION_TEST_POSTGRES_URL',
  redis: 'RESUMPTION_TEST_REDIS_URL',
} as const;

export interface ServerForTests {
  /** Brokers with commas, or a URL. */
  readonly address: string;
  /** `given`, `container` or `local`. */
  readonly kind: 'given' | 'container' | 'local';
  /** Ends it and forgets its data; one that was given stays. */
  stop(): Promise<void>;
}

/** @returns brokers, or undefined where there is no way to Kafka @throws InputError LOCAL_... with REQUIRE_SERVICES=1 */
export function kafkaForTests(environment: Environment): Promise<ServerForTests | undefined> {
  return serverForTests(environment, {
    given: environment[TEST_SERVICES.kafka],
    container: kafkaContainer,
    local: async (folder) => {
      const kafka = await startLocalKafka({ folder });
      return { address: kafka.brokers.join(','), stop: () => kafka.stop() };
    },
  });
}

/** @returns a URL, or undefined where there is no way to PostgreSQL @throws InputError LOCAL_... with REQUIRE_SERVICES=1 */
export function postgresForTests(environment: Environment): Promise<ServerForTests | undefined> {
  return serverForTests(environment, {
    given: environment[TEST_SERVICES.postgres],
    container: postgresContainer,
    local: async (folder) => {
      const [port] = await freePorts(1);
      const server = await startLocalPostgres({ folder, port });
      return { address: server.url, stop: () => server.stop() };
    },
  });
}

/** @returns a URL, or undefined where there is no way to Redis @throws InputError LOCAL_... with REQUIRE_SERVICES=1 */
export function redisForTests(environment: Environment): Promise<ServerForTests | undefined> {
  return serverForTests(environment, {
    given: environment[TEST_SERVICES.redis],
    container: redisContainer,
    local: async (folder) => {
      const [port] = await freePorts(1);
      const server = await startLocalRedis({ folder, port });
      return { address: server.url, stop: () => server.stop() };
    },
  });
}

interface Ways {
  readonly given: string | undefined;
  readonly container: () => Promise<Contained>;
  readonly local: (folder: string) => Promise<Contained>;
}

async function serverForTests(environment: Environment, ways: Ways): Promise<ServerForTests | undefined> {
  const { given, container, local } = ways;
  if (given !== undefined && given !== '') return { address: given, kind: 'given', stop: () => Promise.resolve() };
  if (await dockerAnswers(environment)) {
    // An engine without a way to the images is as good as none.
    const contained = await container().catch(() => undefined);
    if (contained) return { ...contained, kind: 'container' };
  }
  const folder = mkdtempSync(join(tmpdir(), 'resumption-test-'));
  try {
    const server = await local(folder);
    const stopAndForget = async (): Promise<void> => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    };
    return { address: server.address, kind: 'local', stop: stopAndForget };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    // Something is missing on this machine; any other error is a defect, and told.
    if (error instanceof InputError && environment.REQUIRE_SERVICES !== '1') return undefined;
    throw error;
  }
}

// The three servers of a stack, each kept alive on its port and its data.
import {
  freePorts,
  startLocalKafka,
  startLocalPostgres,
  startLocalRedis,
  type LocalKafka,
  type LocalKafkaNode,
} from '#libs/adapters';
import { Kept, type Life } from './kept';
import type { StackLayout } from './layout';
import type { Addresses } from './roster';

const PREFIX = 'resumption';

interface KeptServer {
  readonly kept: Kept;
  readonly port: number;
}

export interface Servers {
  readonly addresses: Addresses;
  readonly kept: readonly KeptServer[];
}

export interface ServersOptions {
  readonly layout: StackLayout;
  readonly brokers: 1 | 3;
  readonly changed: () => void;
  readonly log: (line: string) => void;
}

/** Starts all three at once. What did start is stopped again when another does not. @throws InputError LOCAL_... */
export async function startServers(options: ServersOptions): Promise<Servers> {
  const { layout, brokers, changed, log } = options;
  const [postgresPort, redisPort, ...kafkaPorts] = await freePorts(2 + 2 * brokers);
  const urls = { postgres: '', redis: '' };
  const postgres = new Kept({
    ...{ name: 'postgres', changed, log },
    start: async () => {
      const server = await startLocalPostgres({ folder: layout.postgres, port: postgresPort, log });
      urls.postgres = server.url;
      return server;
    },
  });
  const redis = new Kept({
    ...{ name: 'redis', changed, log },
    start: async () => {
      const server = await startLocalRedis({ folder: layout.redis, port: redisPort, log });
      urls.redis = server.url;
      return server;
    },
  });
  const told = async (name: string, begun: Promise<void>): Promise<void> => {
    await begun;
    log(`${name} is ready`);
  };
  let nodes: Kept[] = [];
  const begunKafka = startLocalKafka({ folder: layout.kafka, brokers, ports: kafkaPorts, log }).then(async (kafka) => {
    nodes = await keepNodes(kafka, options);
    return kafka;
  });
  const all = [begunKafka, told('postgres', postgres.begin()), told('redis', redis.begin())] as const;
  const settled = await Promise.allSettled(all);
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await Promise.all([...nodes, postgres, redis].map((kept) => kept.stop()));
    throw failed.reason;
  }
  const kafka = await begunKafka;
  log(`kafka is ready at ${kafka.brokers.join(', ')}`);
  return {
    addresses: {
      kafka: kafka.brokers,
      replication: brokers,
      prefix: PREFIX,
      postgresUrl: urls.postgres,
      redisUrl: urls.redis,
    },
    kept: [
      ...nodes.map((kept, at): KeptServer => ({ kept, port: kafka.ports[2 * at] })),
      { kept: postgres, port: postgresPort },
      { kept: redis, port: redisPort },
    ],
  };
}

async function keepNodes(kafka: LocalKafka, { changed, log }: ServersOptions): Promise<Kept[]> {
  const nodes = kafka.nodes.map((node) => {
    const start = async (): Promise<Life> => {
      await node.start();
      return lifeOf(node);
    };
    return new Kept({ name: node.name, start, interrupt: () => node.stop(), changed, log });
  });
  await Promise.all(nodes.map((kept) => kept.begin()));
  return nodes;
}

const lifeOf = (node: LocalKafkaNode): Life => ({
  pid: node.pid,
  exited: node.exited,
  stop: () => node.stop(),
  kill: () => node.kill(),
});

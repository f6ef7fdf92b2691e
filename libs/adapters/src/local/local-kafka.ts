// A real Apache Kafka on this machine without Docker: one node, or three that survive the loss of one.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureClassData } from './class-data';
import { freePorts } from './free-ports';
import { ensureJava } from './java';
import { ensureKafkaJars } from './kafka-jars';
import { kafkaLastWords, spawnKafkaNode, type KafkaNodeOptions } from './kafka-node';
import { kafkaReady } from './kafka-ready';
import type { KafkaNodePlace } from './kafka-settings';
import { localError } from './local-error';
import { endLeftOvers } from './pid-record';
import { cacheFolder } from './project-root';
import type { Spawned } from './spawned';

const READY_TIMEOUT_MS = 60_000;
const LEFT_OVER_GRACE_MS = 5000;
// Of three who stop at once, the last ones wait in vain for controllers that are gone; a kill loses nothing.
const ONE = { heapMb: 384, graceMs: 10_000 };
const OF_THREE = { heapMb: 256, graceMs: 3000 };

export interface LocalKafkaOptions {
  /** Takes everything that it writes; a later start on it finds the data. */
  readonly folder: string;
  readonly brokers?: 1 | 3;
  /** Two a broker, for clients and for the controllers; free ones otherwise. */
  readonly ports?: readonly number[];
  /** Of the jars; ~/.cache/resumption otherwise. */
  readonly cache?: string;
  /** Takes lines of progress. */
  readonly log?: (line: string) => void;
}

/** One of the brokers. */
export interface LocalKafkaNode {
  readonly name: string;
  /** host:port. */
  readonly address: string;
  /** Of its last process. */
  readonly pid: number;
  /** Resolves when its last process is gone, with how. */
  readonly exited: Promise<string>;
  /** Starts it again after it ended; resolves when it answers. */
  start(): Promise<void>;
  /** Kills it (SIGKILL). */
  kill(): Promise<void>;
  stop(): Promise<void>;
}

export interface LocalKafka {
  /** host:port each. */
  readonly brokers: readonly string[];
  readonly nodes: readonly LocalKafkaNode[];
  /** Of the last processes, in the order of the nodes. */
  readonly pids: readonly number[];
  readonly ports: readonly number[];
  /** Stops all; the data stay. */
  stop(): Promise<void>;
}

/**
 * Starts Kafka and waits until it answers an administrator and readers. What an earlier start left running on the folder
 * is ended first.
 * @throws InputError LOCAL_MISSING, LOCAL_JAVA_OLD, LOCAL_KAFKA_JARS, LOCAL_KAFKA_FORMAT, LOCAL_KAFKA_BROKERS
 */
export async function startLocalKafka(options: LocalKafkaOptions): Promise<LocalKafka> {
  const { folder, brokers = 1, cache = cacheFolder(), log = () => undefined } = options;
  const java = await ensureJava();
  const jars = await ensureKafkaJars(cache, log);
  const classData = await ensureClassData(jars, java, log);
  const clusterId = clusterOf(folder, brokers);
  const ports = options.ports ?? (await freePorts(2 * brokers));
  const places = Array.from({ length: brokers }, (_, at): KafkaNodePlace => {
    return { id: at + 1, port: ports[2 * at], controllerPort: ports[2 * at + 1] };
  });
  const { heapMb, graceMs } = brokers === 1 ? ONE : OF_THREE;
  const machine = {
    jars: jars.jars,
    heapMb,
    classData: classData === undefined ? undefined : { file: classData, make: false },
  };
  const nodeOf = (place: KafkaNodePlace): Promise<KafkaNode> =>
    KafkaNode.spawn({ place, nodes: places, folder: join(folder, `node-${place.id}`), clusterId, machine, graceMs });
  const nodes = await allOrNone(places.map(nodeOf));
  const kafka: LocalKafka = {
    brokers: nodes.map(({ address }) => address),
    nodes,
    get pids() {
      return nodes.map(({ pid }) => pid);
    },
    ports,
    stop: async () => void (await Promise.all(nodes.map((node) => node.stop()))),
  };
  try {
    await Promise.all(nodes.map((node) => node.ready()));
    return kafka;
  } catch (error) {
    await kafka.stop();
    throw error;
  }
}

/** Nodes that started when another did not are stopped again. */
async function allOrNone(starting: readonly Promise<KafkaNode>[]): Promise<KafkaNode[]> {
  const settled = await Promise.allSettled(starting);
  const started = settled.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed === undefined) return started;
  await Promise.all(started.map((node) => node.stop()));
  throw failed.reason;
}

class KafkaNode implements LocalKafkaNode {
  private constructor(
    private readonly options: KafkaNodeOptions,
    private process: Spawned,
  ) {}

  static async spawn(options: KafkaNodeOptions): Promise<KafkaNode> {
    await endLeftOvers(options.folder, LEFT_OVER_GRACE_MS);
    return new KafkaNode(options, await spawnKafkaNode(options));
  }

  get name(): string {
    return `kafka-${this.options.place.id}`;
  }

  get address(): string {
    return `127.0.0.1:${this.options.place.port}`;
  }

  get pid(): number {
    return this.process.pid;
  }

  get exited(): Promise<string> {
    return this.process.exited;
  }

  async ready(): Promise<void> {
    const nodeIds = [this.options.place.id];
    const hopeless = (): string | undefined =>
      this.process.isRunning() ? undefined : `${this.name} ended:\n${kafkaLastWords(this.options.folder)}`;
    await kafkaReady({ brokers: [this.address], nodeIds, timeoutMs: READY_TIMEOUT_MS, hopeless });
  }

  async start(): Promise<void> {
    if (!this.process.isRunning()) this.process = await spawnKafkaNode(this.options);
    await this.ready();
  }

  kill(): Promise<void> {
    return this.process.kill();
  }

  stop(): Promise<void> {
    return this.process.stop();
  }
}

/** The id of the folder's cluster, made once; how many brokers it has is settled then too. */
function clusterOf(folder: string, brokers: number): string {
  const file = join(folder, 'cluster.json');
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify({ id: randomBytes(16).toString('base64url'), brokers }));
  }
  const cluster = JSON.parse(readFileSync(file, 'utf8')) as { readonly id: string; readonly brokers: number };
  if (cluster.brokers === brokers) return cluster.id;
  const reason = `holds the data of a cluster of ${cluster.brokers}, not of ${brokers}.`;
  throw localError('KAFKA_BROKERS', folder, reason, 'Start with as many, or take another folder.');
}

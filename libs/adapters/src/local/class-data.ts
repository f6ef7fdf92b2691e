// The broker's classes, read and checked once, kept as an archive that later starts map into memory.
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from './free-ports';
import type { KafkaJars } from './kafka-jars';
import { spawnKafkaNode } from './kafka-node';
import { kafkaReady } from './kafka-ready';

const HEAP_MB = 256;
const READY_TIMEOUT_MS = 60_000;
// The archive is written while the process ends.
const STOP_GRACE_MS = 60_000;
// Any name will do for a cluster of a minute; Kafka wants 16 bytes in base64.
const CLUSTER_ID = 'Y2xhc3MtZGF0YS1vbmx5IQ';

/**
 * The archive for these jars and this Java, made where there is none yet (about 10 s, once).
 * @returns its file, or undefined where it could not be made: a broker starts without it too, only later
 */
export async function ensureClassData(
  { folder, jars }: KafkaJars,
  java: string,
  log: (line: string) => void,
): Promise<string | undefined> {
  const key = createHash('sha256')
    .update([java, ...jars].join('\n'))
    .digest('hex')
    .slice(0, 16);
  const file = join(folder, `classes-${key}.jsa`);
  if (existsSync(file)) return file;
  log("making an archive of Kafka's classes, so that it starts faster (once)");
  const partial = join(folder, `classes-${key}-${process.pid}.jsa`);
  try {
    await startOnce(jars, partial);
    renameSync(partial, file);
    return file;
  } catch (error) {
    log(`no archive of classes: ${(error as Error).message}`);
    rmSync(partial, { force: true });
    return undefined;
  }
}

async function startOnce(jars: readonly string[], file: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'resumption-classes-'));
  const [port, controllerPort] = await freePorts(2);
  const place = { id: 1, port, controllerPort };
  const machine = { jars, heapMb: HEAP_MB, classData: { file, make: true } };
  try {
    const options = { place, nodes: [place], folder, clusterId: CLUSTER_ID, machine, graceMs: STOP_GRACE_MS };
    const node = await spawnKafkaNode(options);
    const hopeless = (): string | undefined => (node.isRunning() ? undefined : 'Kafka ended by itself');
    const brokers = [`127.0.0.1:${port}`];
    try {
      await kafkaReady({ brokers, nodeIds: [1], timeoutMs: READY_TIMEOUT_MS, hopeless });
    } finally {
      await node.stop();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

// One Kafka process, broker and controller in one: formats its folder the first time, starts, is killed, starts again.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './command';
import { javaFlags } from './java';
import { localError } from './local-error';
import { kafkaLogSettings } from './kafka-jars';
import { kafkaSettings, type KafkaNodePlace } from './kafka-settings';
import { lastLines, spawnDetached, type Spawned } from './spawned';

const FORMAT_TIMEOUT_MS = 60_000;

interface KafkaMachine {
  readonly jars: readonly string[];
  readonly heapMb: number;
  readonly classData: { readonly file: string; readonly make: boolean } | undefined;
}

export interface KafkaNodeOptions {
  readonly place: KafkaNodePlace;
  readonly nodes: readonly KafkaNodePlace[];
  /** Of this node alone. */
  readonly folder: string;
  readonly clusterId: string;
  readonly machine: KafkaMachine;
  /** From asking it to stop to the kill. */
  readonly graceMs: number;
}

const settingsFile = (folder: string): string => join(folder, 'server.properties');
const printedFile = (folder: string): string => join(folder, 'printed.log');

/** Starts the process; it answers some time later. @throws InputError LOCAL_KAFKA_FORMAT */
export async function spawnKafkaNode(options: KafkaNodeOptions): Promise<Spawned> {
  const { place, nodes, folder, machine, graceMs } = options;
  mkdirSync(folder, { recursive: true });
  writeFileSync(settingsFile(folder), kafkaSettings(place, nodes, join(folder, 'data')));
  await format(options);
  return spawnDetached({
    name: `kafka-${place.id}`,
    command: 'java',
    args: [...flagsOf(folder, machine), 'kafka.Kafka', settingsFile(folder)],
    folder,
    logFile: printedFile(folder),
    marks: ['kafka.Kafka', settingsFile(folder)],
    stopSignal: 'SIGTERM',
    graceMs,
  });
}

/** Why a node ended, as far as it said. */
export function kafkaLastWords(folder: string): string {
  return [lastLines(printedFile(folder), 5), lastLines(join(folder, 'server.log'), 5)].filter(Boolean).join('\n');
}

/** A folder counts as formatted once that ended well: half a format is made anew. */
async function format({ folder, clusterId, machine }: KafkaNodeOptions): Promise<void> {
  const done = join(folder, 'formatted');
  if (existsSync(done)) return;
  rmSync(join(folder, 'data'), { recursive: true, force: true });
  const use = machine.classData?.make ? { ...machine, classData: undefined } : machine;
  // In one word: an id may begin with a dash.
  const tool = ['kafka.tools.StorageTool', 'format', `--cluster-id=${clusterId}`, '-c', settingsFile(folder)];
  const result = await runCommand('java', [...flagsOf(folder, use), ...tool], { timeoutMs: FORMAT_TIMEOUT_MS });
  if (result.exitCode !== 0) {
    throw localError('KAFKA_FORMAT', folder, result.output.trim().slice(-300), 'Remove the folder, try again.');
  }
  writeFileSync(done, '');
}

const flagsOf = (folder: string, machine: KafkaMachine): string[] =>
  javaFlags({ ...machine, logSettings: kafkaLogSettings(), logFile: join(folder, 'server.log') });

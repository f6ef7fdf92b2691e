// Apache Kafka without an installation: its jars by Maven, once, in a folder per version under the user's cache.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isAbsent, runCommand } from './command';
import { INSTALL, localError, missing } from './local-error';
import { projectRoot } from './project-root';

const TIMEOUT_MS = 300_000;

export interface KafkaJars {
  readonly version: string;
  /** Folder of this version in the cache. */
  readonly folder: string;
  /** Sorted, so that every start has the same class path. */
  readonly jars: readonly string[];
}

const kafkaLocal = (): string => join(projectRoot(), 'deploy', 'kafka-local');

/** The broker's own logging: file of log4j's settings. */
export const kafkaLogSettings = (): string => join(kafkaLocal(), 'log4j2.properties');

/** The version that deploy/kafka-local/pom.xml names. */
function kafkaVersion(): string {
  const pom = readFileSync(join(kafkaLocal(), 'pom.xml'), 'utf8');
  const found = /<kafka\.version>([\d.]+)<\/kafka\.version>/.exec(pom);
  if (!found) throw new Error('deploy/kafka-local/pom.xml names no kafka.version.');
  return found[1];
}

/** The jars as they lie in the cache; undefined when they were not fetched yet. */
export function cachedKafkaJars(cache: string): KafkaJars | undefined {
  const version = kafkaVersion();
  const folder = join(cache, `kafka-${version}`);
  const lib = join(folder, 'lib');
  if (!existsSync(lib)) return undefined;
  const names = readdirSync(lib).filter((name) => name.endsWith('.jar'));
  return { version, folder, jars: names.sort().map((name) => join(lib, name)) };
}

/**
 * The jars, fetched by Maven where they are not in the cache yet (about 45 MB).
 * @throws InputError LOCAL_MISSING, LOCAL_KAFKA_JARS
 */
export async function ensureKafkaJars(cache: string, log: (line: string) => void): Promise<KafkaJars> {
  const cached = cachedKafkaJars(cache);
  if (cached) return cached;
  log(`fetching Apache Kafka ${kafkaVersion()} by Maven (once, about 45 MB)`);
  const folder = join(cache, `kafka-${kafkaVersion()}`);
  mkdirSync(folder, { recursive: true });
  // Under a name of its own until it is whole: two who fetch at once do not mix, and half a download is never used.
  const partial = join(folder, `lib-${process.pid}`);
  const goal = ['-B', '-q', '-f', join(kafkaLocal(), 'pom.xml'), 'dependency:copy-dependencies'];
  const result = await runCommand('mvn', [...goal, `-DoutputDirectory=${partial}`], { timeoutMs: TIMEOUT_MS });
  if (isAbsent(result)) throw missing('mvn', INSTALL.maven);
  if (result.exitCode !== 0) {
    rmSync(partial, { recursive: true, force: true });
    throw localError('KAFKA_JARS', 'mvn', `could not fetch Kafka: ${firstError(result.output)}`, 'Mend it, try again.');
  }
  if (existsSync(join(folder, 'lib'))) rmSync(partial, { recursive: true, force: true });
  else renameSync(partial, join(folder, 'lib'));
  const fetched = cachedKafkaJars(cache);
  if (!fetched || fetched.jars.length === 0) throw new Error(`Maven left no jars in ${folder}.`);
  return fetched;
}

/** Maven tells the cause in its first line of errors, and repeats itself afterwards. */
const firstError = (output: string): string =>
  (/\[ERROR\] (.{1,300})/.exec(output)?.[1] ?? output.slice(0, 300)).trim();

// What a stack needs of this machine: what is there, in which version, and what to type where it is missing.
import { join } from 'node:path';
import { runCommand } from './command';
import { javaMajor, javaVersion, LEAST_JAVA } from './java';
import { cachedKafkaJars } from './kafka-jars';
import { INSTALL } from './local-error';
import { postgresBinaries } from './postgres-binaries';
import { cacheFolder } from './project-root';

export const PREREQUISITES = ['node', 'java', 'maven', 'kafka', 'redis', 'postgres', 'docker'] as const;
export type PrerequisiteName = (typeof PREREQUISITES)[number];

export interface Prerequisite {
  readonly name: PrerequisiteName;
  /** null where it is missing. */
  readonly version: string | null;
  /** There, and new enough. */
  readonly isThere: boolean;
  /** Whether a stack cannot start without it, as things stand. */
  readonly isNeeded: boolean;
  /** What to type, for Debian and its relatives, and for macOS. */
  readonly install: string;
}

const TIMEOUT_MS = 10_000;
const LEAST_NODE = [20, 19] as const;

/**
 * Looks at this machine; nothing is fetched or started.
 * @param cache of Kafka's jars; ~/.cache/resumption otherwise
 */
export async function lookAtPrerequisites(cache: string = cacheFolder()): Promise<Prerequisite[]> {
  const [java, maven, redis, postgres, docker] = await Promise.all([
    javaVersion().then((version) => version?.match(/"(.+?)"/)?.[1] ?? null),
    versionOf('mvn', ['--version'], /Apache Maven ([\w.-]+)/),
    versionOf('redis-server', ['--version'], /v=([\d.]+)/),
    postgresVersion(),
    // The engine's version, not the client's: it has to answer.
    versionOf('docker', ['version', '--format', '{{.Server.Version}}'], /^(\d[\w.+-]*)\s*$/),
  ]);
  const kafka = cachedKafkaJars(cache)?.version ?? null;
  const one = (name: PrerequisiteName, version: string | null, isNeeded: boolean, install: string): Prerequisite => {
    const isThere = version !== null && isNewEnough(name, version);
    return { name, version, isThere, isNeeded, install };
  };
  return [
    one('node', process.versions.node, true, INSTALL.node),
    one('java', java, true, INSTALL.java),
    // Maven fetches the jars, and is not needed once they are there.
    one('maven', maven, kafka === null, INSTALL.maven),
    one('kafka', kafka, false, 'npm run stack -- up'),
    one('redis', redis, true, INSTALL.redis),
    one('postgres', postgres, true, INSTALL.postgres),
    one('docker', docker, false, INSTALL.docker),
  ];
}

/** What keeps a stack from starting: needed, and not there or too old. */
export function lackingOf(prerequisites: readonly Prerequisite[]): readonly Prerequisite[] {
  return prerequisites.filter(({ isThere, isNeeded }) => isNeeded && !isThere);
}

function isNewEnough(name: PrerequisiteName, version: string): boolean {
  if (name === 'java') return javaMajor(`version "${version}"`) >= LEAST_JAVA;
  if (name !== 'node') return true;
  const [major, minor] = version.split('.').map(Number);
  return major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
}

async function versionOf(command: string, args: readonly string[], pattern: RegExp): Promise<string | null> {
  const { exitCode, output } = await runCommand(command, args, { timeoutMs: TIMEOUT_MS });
  return exitCode === 0 ? (pattern.exec(output)?.[1] ?? null) : null;
}

async function postgresVersion(): Promise<string | null> {
  try {
    return await versionOf(join(postgresBinaries(), 'bin', 'postgres'), ['--version'], /PostgreSQL\) ([\d.]+\w*)/);
  } catch {
    return null;
  }
}

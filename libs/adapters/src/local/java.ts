// The Java machine that a broker runs on, and the flags that make it start fast and stay small.
import { isAbsent, runCommand } from './command';
import { INSTALL, localError, missing } from './local-error';

export const LEAST_JAVA = 17;
const TIMEOUT_MS = 20_000;

/** `openjdk version "17.0.15" ...`, or undefined when there is none. */
export async function javaVersion(): Promise<string | undefined> {
  const result = await runCommand('java', ['-version'], { timeoutMs: TIMEOUT_MS });
  // Other lines may come before: java tells which options it took from the environment.
  return result.exitCode === 0 ? /^.*version "\d.*$/m.exec(result.output)?.[0].trim() : undefined;
}

/** The major version in what `java -version` says. */
export const javaMajor = (version: string): number => Number(/version "(\d+)/.exec(version)?.[1] ?? 0);

/** @throws InputError LOCAL_MISSING, LOCAL_JAVA_OLD */
export async function ensureJava(): Promise<string> {
  const version = await javaVersion();
  if (version === undefined) {
    const result = await runCommand('java', ['-version'], { timeoutMs: TIMEOUT_MS });
    if (isAbsent(result)) throw missing('java', INSTALL.java);
    throw localError('JAVA', 'java', `does not run: ${result.output.slice(0, 200)}`, `Install one: ${INSTALL.java}`);
  }
  if (javaMajor(version) < LEAST_JAVA) {
    throw localError('JAVA_OLD', 'java', `is ${version}.`, `Kafka needs ${LEAST_JAVA} or later: ${INSTALL.java}`);
  }
  return version;
}

export interface JavaStart {
  readonly jars: readonly string[];
  readonly heapMb: number;
  /** Archive of loaded classes to use, or to make at the end. */
  readonly classData?: { readonly file: string; readonly make: boolean } | undefined;
  /** Settings and target of log4j. */
  readonly logSettings: string;
  readonly logFile: string;
}

/**
 * Flags of a broker. The quick compiler alone and shared class data make it start in a quarter of the time: seen 7.5 s,
 * 1.9 s with both. The collector has to be the same when class data are made and used.
 */
export function javaFlags({ jars, heapMb, classData, logSettings, logFile }: JavaStart): string[] {
  return [
    ...['-Xms64m', `-Xmx${heapMb}m`, '-XX:MaxDirectMemorySize=128m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'],
    ...['-XX:-UsePerfData', '-XX:+ExitOnOutOfMemoryError', '-Djava.awt.headless=true', '-Xshare:auto', '-Xlog:disable'],
    ...(classData ? [`-XX:${classData.make ? 'ArchiveClassesAtExit' : 'SharedArchiveFile'}=${classData.file}`] : []),
    ...[`-Dlog4j2.configurationFile=${logSettings}`, `-Dresumption.log=${logFile}`],
    ...['-cp', jars.join(process.platform === 'win32' ? ';' : ':')],
  ];
}

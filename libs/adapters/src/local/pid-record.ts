// Who was started, on disk: what a killed supervisor leaves behind is found and ended by the next one. A number alone is
// no proof, as systems use them again: the command line has to show the marks of our own process too.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const ENDING = '.pid.json';
const POLL_MS = 50;

export interface PidRecord {
  readonly pid: number;
  /** Texts that its command line holds, all of them. */
  readonly marks: readonly string[];
  /** Asks it to end. */
  readonly stopSignal: NodeJS.Signals;
}

/** The file of a process's record in a folder. */
export const pidFile = (folder: string, name: string): string => join(folder, `${name}${ENDING}`);

/** Writes a record in one go, before anybody waits for the process. */
export function writePidRecord(file: string, record: PidRecord): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, JSON.stringify(record));
}

/** Forgets a process, unless another has been recorded in its place: the end of one may be heard of late. */
export function dropPidRecord(file: string, pid: number): void {
  if (readRecord(file)?.pid === pid) rmSync(file, { force: true });
}

/** Whether a process with this number runs and is the one that was recorded. */
export function isStillOurs({ pid, marks }: Pick<PidRecord, 'pid' | 'marks'>): boolean {
  const line = commandLineOf(pid);
  return line !== undefined && marks.every((mark) => line.includes(mark));
}

/**
 * Ends the processes recorded in a folder that still run: asks, then kills after `graceMs`. A stranger that has the
 * number by now is left alone.
 * @returns how many were ended
 */
export async function endLeftOvers(folder: string, graceMs: number): Promise<number> {
  if (!existsSync(folder)) return 0;
  const files = readdirSync(folder).filter((name) => name.endsWith(ENDING));
  const ended = await Promise.all(files.map((name) => endLeftOver(join(folder, name), graceMs)));
  return ended.filter(Boolean).length;
}

async function endLeftOver(file: string, graceMs: number): Promise<boolean> {
  const record = readRecord(file);
  const isOurs = record !== undefined && isStillOurs(record);
  if (isOurs) {
    signal(record.pid, record.stopSignal);
    const deadline = Date.now() + graceMs;
    while (isStillOurs(record) && Date.now() < deadline) await pause(POLL_MS);
    // A killed process is gone after a moment, which the next one on its folder has to wait for.
    for (let tries = 0; isStillOurs(record) && tries < 100; tries++) {
      signal(record.pid, 'SIGKILL');
      await pause(POLL_MS);
    }
  }
  rmSync(file, { force: true });
  return isOurs;
}

function readRecord(file: string): PidRecord | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PidRecord;
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It went by itself between the look and the signal.
  }
}

/** The command line of a running process, arguments parted by spaces; undefined when there is none, or only its remains. */
function commandLineOf(pid: number): string | undefined {
  try {
    const line =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        : execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return line.trim() === '' ? undefined : line;
  } catch {
    return undefined;
  }
}

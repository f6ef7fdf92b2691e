// One supervisor a folder: it holds the folder's record for as long as it runs.
import { isStillOurs, pidFile, type PidRecord } from '#libs/adapters';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { StackLayout } from './layout';

const MARKS = ['apps/stack/src/main', 'up'];

const lockFile = ({ folder }: StackLayout): string => pidFile(folder, 'supervisor');

/** The number of the supervisor that runs on the folder, if one does. */
export function supervisorOf(layout: StackLayout): number | undefined {
  try {
    const record = JSON.parse(readFileSync(lockFile(layout), 'utf8')) as PidRecord;
    return isStillOurs(record) ? record.pid : undefined;
  } catch {
    return undefined;
  }
}

/** Takes the folder for this process. @returns false when another supervisor has it */
export function takeLock(layout: StackLayout): boolean {
  mkdirSync(layout.folder, { recursive: true });
  const record: PidRecord = { pid: process.pid, marks: MARKS, stopSignal: 'SIGTERM' };
  // Twice: the first time a killed supervisor's record may lie there.
  for (let tries = 0; tries < 2; tries++) {
    try {
      writeFileSync(lockFile(layout), JSON.stringify(record), { flag: 'wx' });
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      if (supervisorOf(layout) !== undefined) return false;
      rmSync(lockFile(layout), { force: true });
    }
  }
  return false;
}

export function dropLock(layout: StackLayout): void {
  rmSync(lockFile(layout), { force: true });
}

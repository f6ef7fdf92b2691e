// What a process and its children have used, read from /proc: on Linux alone; elsewhere everything is 0.
import { existsSync, readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux tells processor time. */
const TICKS_PER_SECOND = 100;

/** Seconds of processor time of a process and of those that it has started, ended ones included. */
export function cpuSeconds(pid: number | null): number {
  const ticks = treeOf(pid).reduce((sum, one) => {
    const fields = statOf(one);
    // Own time, and for the root that of children that have ended.
    const own = Number(fields[11]) + Number(fields[12]);
    return sum + own + (one === pid ? Number(fields[13]) + Number(fields[14]) : 0);
  }, 0);
  return ticks / TICKS_PER_SECOND;
}

/** Bytes in memory; what processes share is shared out among them (PSS). */
export function residentBytes(pid: number | null): number {
  return treeOf(pid).reduce((sum, one) => sum + 1024 * Number(/^Pss:\s+(\d+) kB/m.exec(shareOf(one))?.[1] ?? 0), 0);
}

function treeOf(pid: number | null): number[] {
  if (pid === null || !existsSync(`/proc/${pid}/stat`)) return [];
  const children = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((one) => Number(statOf(one)[1]) === pid);
  return [pid, ...children.flatMap((child) => treeOf(child))];
}

/** Fields after the name: state, parent, ... A process that has just gone has zeros. */
function statOf(pid: number): string[] {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    return new Array<string>(50).fill('0');
  }
}

function shareOf(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  } catch {
    return '';
  }
}

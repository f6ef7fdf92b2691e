// Events as text: made once for all clients.
import type { DayResult } from '#libs/api';

/** A day's event: with its id when it is told the first time, without when it is told again with its losses. */
export interface DayText {
  readonly first: Buffer;
  readonly again: Buffer;
  readonly hasLosses: boolean;
}

export const HEARTBEAT = Buffer.from(':\n\n');

/** Sent first: how soon to come back after a break. */
export const GREETING = Buffer.from('retry: 1000\n\n');

export function dayText(run: string, result: DayResult): DayText {
  const id = `id: ${run}:${result.day}\n`;
  const first = Buffer.from(id + textOf('day', result));
  return { first, again: first.subarray(id.length), hasLosses: result.losses !== null };
}

export function eventText(event: 'run' | 'gone', value: object): Buffer {
  return Buffer.from(textOf(event, value));
}

/** The day of a Last-Event-ID; undefined where it is none of this run. */
export function dayOfId(run: string, id: string | undefined): number | undefined {
  const day = id?.startsWith(`${run}:`) ? id.slice(run.length + 1) : '';
  return /^\d{1,4}$/.test(day) ? Number(day) : undefined;
}

/** JSON has no line breaks of its own. */
function textOf(event: string, value: object): string {
  return `event: ${event}\ndata: ${JSON.stringify(value)}\n\n`;
}

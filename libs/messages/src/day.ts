// Simulated time: integer days from the scenario's start. Day -1 is the eve, whose frames a stage's `open` writes.
import type { Brand } from './brand';

export type Day = Brand<number, 'Day'>;

/**
 * Makes a Day.
 * @param value whole days since the scenario's first day, >= -1
 * @throws RangeError when the value is no such integer
 */
export function asDay(value: number): Day {
  if (!Number.isInteger(value) || value < -1) throw new RangeError(`no day: ${value}`);
  return value as Day;
}

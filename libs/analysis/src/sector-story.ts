// A sector's days in short: when it was back, what held it in turn, how a shortage came and went.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { Shortage } from './summary';

export const SHORT_RATIO = 0.95;
const LEAST_SPELL_DAYS = 2;

/** First day from which the series stays at or above the level to the end; null if it never does. */
export function staysAbove(series: readonly number[], level: number): number | null {
  let day = series.length;
  while (day > 0 && series[day - 1] >= level) day--;
  return day === series.length ? null : day;
}

/** The first fall below 95 % of base, the lowest day, and the day from which the series stays at 95 % or above. */
export function shortageOf(capacityRecovery: readonly number[]): Shortage | null {
  const firstDay = capacityRecovery.findIndex((ratio) => ratio < SHORT_RATIO);
  if (firstDay < 0) return null;
  const lowest = Math.min(...capacityRecovery.slice(firstDay));
  return {
    firstDay,
    lowest,
    lowestDay: capacityRecovery.indexOf(lowest, firstDay),
    backDay: staysAbove(capacityRecovery, SHORT_RATIO),
  };
}

/** Spells of binding constraints, one day ones left out. @param bounds a position in BINDING_CONSTRAINTS for each day */
export function spellsOf(bounds: readonly number[]): { bound: string; fromDay: number }[] {
  const spells: { bound: string; fromDay: number }[] = [];
  for (let day = 0; day < bounds.length;) {
    let end = day;
    while (end < bounds.length && bounds[end] === bounds[day]) end++;
    const bound = BINDING_CONSTRAINTS[bounds[day]];
    const isLong = end - day >= LEAST_SPELL_DAYS || end === bounds.length;
    if (isLong && bound !== 'none' && spells.at(-1)?.bound !== bound) spells.push({ bound, fromDay: day });
    day = end;
  }
  return spells;
}

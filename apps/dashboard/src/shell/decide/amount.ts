// What is typed into "becomes": a value, or a change of what the scenario has, step by step: "+30" on a schedule of 60 and
// later 94 is 90 and later 124.
import type { Lever } from '#libs/api';
import { count, percent } from '#libs/words';

export type LeverKind = Lever['kind'];

/** `to`: this from now on. `by`: so much more than planned, at every step. */
export interface Amount {
  readonly way: 'to' | 'by';
  readonly value: number;
}

const NUMBER = /^([+\-−]?)\s*(\d[\d,]*\.?\d*|\.\d+)\s*(%?)$/;

/** Undefined where the text is no number. */
export function amountOf(text: string, kind: LeverKind): Amount | undefined {
  const found = NUMBER.exec(text.trim());
  if (!found) return undefined;
  const [, sign, digits, percentSign] = found;
  const size = Number(digits.replaceAll(',', ''));
  if (!Number.isFinite(size)) return undefined;
  // A ratio may be written as it is shown, in percent.
  const isPercent = percentSign !== '' || (kind === 'ratio' && size > 1);
  const value = isPercent ? size / 100 : size;
  if (sign === '') return { way: 'to', value };
  return { way: 'by', value: sign === '+' ? value : -value };
}

/** A value as it is read beside its unit. */
export function amountText(
  value: number | null,
  kind: LeverKind,
  said: { nothing: string; on: string; off: string },
): string {
  if (value === null) return said.nothing;
  if (kind === 'switch') return value > 0 ? said.on : said.off;
  if (kind === 'ratio') return percent(value);
  return count(value, Number.isInteger(value) ? 0 : 2);
}

/** What the field holds at first: a number that can be edited. */
export function fieldText(value: number | null, kind: LeverKind): string {
  if (value === null) return '';
  if (kind === 'ratio') return `${Number((value * 100).toFixed(2))}%`;
  return String(Number(value.toFixed(4)));
}

/** A value that stands from a day on. */
export interface Step {
  readonly day: number;
  readonly value: number | null;
}

/** Days on which a schedule changes, the first of them `from`. */
export function stepsFrom(values: readonly (number | null)[], from: number): readonly Step[] {
  const steps: Step[] = [];
  for (let day = from; day < values.length; day++) {
    if (steps.length === 0 || steps[steps.length - 1].value !== values[day]) steps.push({ day, value: values[day] });
  }
  return steps;
}

/**
 * The schedule from a day on as an amount makes it.
 * @returns the first step is of the day itself; a value alone stands to the end of the run
 */
export function decided(values: readonly (number | null)[], from: number, amount: Amount): readonly Step[] {
  if (amount.way === 'to') return [{ day: from, value: amount.value }];
  const raised = values.map((value, day) => {
    // What the plan ends, a change of its size does not bring back.
    if (day > from && (value ?? 0) === 0 && (values[from] ?? 0) > 0) return value;
    return Math.max(0, rounded((value ?? 0) + amount.value));
  });
  return stepsFrom(raised, from);
}

const rounded = (value: number): number => Number(value.toFixed(6));

/** Steps as `--set` takes them: a number, or days and numbers. */
export function settingText(steps: readonly Step[]): string {
  if (steps.length === 1) return String(steps[0].value ?? 0);
  return `{ ${steps.map(({ day, value }) => `${day}: ${value ?? 0}`).join(', ')} }`;
}

// `--set path=value`, `--days` and `--seed` are one thing: values laid over the scenario's text.
import { InputError } from '#libs/messages';
import type { Override } from '#libs/scenario';

export interface OverrideOptions {
  readonly set?: readonly string[];
  readonly days?: string;
  readonly seed?: string;
}

/** @throws InputError CLI_BAD_SET */
export function overridesOf({ set = [], days, seed }: OverrideOptions): Override[] {
  const own = set.map((text) => {
    const at = text.indexOf('=');
    if (at < 1) {
      throw new InputError({ code: 'CLI_BAD_SET', path: text, reason: 'no path=value.', mend: 'Write --set rules.overtime=off.' });
    }
    return { path: text.slice(0, at), value: text.slice(at + 1) };
  });
  return [
    ...own,
    ...(days === undefined ? [] : [{ path: 'days', value: days }]),
    ...(seed === undefined ? [] : [{ path: 'seed', value: seed }]),
  ];
}

/** A whole number from an option. @throws InputError CLI_BAD_NUMBER */
export function wholeNumber(name: string, text: string, range: { least: number; most: number }): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= range.least && value <= range.most)) {
    throw new InputError({ code: 'CLI_BAD_NUMBER', path: name, reason: `"${text}" is not valid.`, mend: `Give a whole number from ${range.least} to ${range.most}.` });
  }
  return value;
}

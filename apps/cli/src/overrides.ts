// `--set path=value`, `--days` and `--seed` are one thing: values laid over the scenario's text.
import { InputError } from '#libs/messages';
import type { Override } from '#libs/scenario';

export interface OverrideOptions {
  readonly set?: readonly string[];
  readonly days?: string;
  readonly seed?: string;
}

const MAX_OVERRIDES = 200;

/** @throws InputError CLI_BAD_SET */
export function overridesOf({ set = [], days, seed }: OverrideOptions): Override[] {
  if (set.length > MAX_OVERRIDES) {
    const reason = `${set.length} values are laid over the file.`;
    throw new InputError({
      code: 'CLI_BAD_SET',
      path: '--set',
      reason,
      mend: `At most ${MAX_OVERRIDES}; write a file.`,
    });
  }
  return [
    ...set.map(overrideOf),
    ...(days === undefined ? [] : [{ path: 'days', value: days }]),
    ...(seed === undefined ? [] : [{ path: 'seed', value: seed }]),
  ];
}

function overrideOf(text: string): Override {
  const at = text.indexOf('=');
  if (at >= 1) return { path: text.slice(0, at).trim(), value: text.slice(at + 1) };
  const reason = `${shown(text)} is no path=value.`;
  throw new InputError({ code: 'CLI_BAD_SET', path: '--set', reason, mend: 'Write --set rules.overtime=off.' });
}

/** A whole number from an option. @throws InputError CLI_BAD_NUMBER */
export function wholeNumber(name: string, text: string, range: { least: number; most: number }): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (value >= range.least && value <= range.most) return value;
  const mend = `Give a whole number from ${range.least} to ${range.most}.`;
  throw new InputError({ code: 'CLI_BAD_NUMBER', path: name, reason: `${shown(text)} is not valid.`, mend });
}

/** Between quotes, cut, without control characters. */
function shown(text: string): string {
  return JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}...` : text);
}

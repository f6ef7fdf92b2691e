// Days a second, from an option.
import { InputError } from '#libs/messages';

const LEAST = 0.01;
const MOST = 1000;

/** @throws InputError CLI_BAD_NUMBER */
export function speedOf(name: string, text: string): number {
  const value = /^\d+(\.\d+)?$/.test(text) ? Number(text) : NaN;
  if (value >= LEAST && value <= MOST) return value;
  const reason = `${JSON.stringify(text.slice(0, 60))} is not valid.`;
  throw new InputError({ code: 'CLI_BAD_NUMBER', path: name, reason, mend: `Give a number from ${LEAST} to ${MOST}.` });
}

// The Inoue-Todo simulator's command line (commit c4dd74d) in words. An option that is not named here is refused; those
// that only say what is printed, or name files whose content inputs.json holds, change nothing.
import type { OrderRule, RationingRule } from '#libs/model';
import { fault, notModelled } from './fault';
import { RECOVERIES, type RecoveryPlan } from './inoue-recovery';

export interface InoueOptions {
  /** n: days of stock aimed at, its mean where they are drawn. */
  readonly coverDays: number;
  /** Who draws: nobody, the stock at the start (-D 1), the aim and with it the stock (-D 2). */
  readonly drawn: 'none' | 'start' | 'aim';
  readonly restoreDays: number;
  readonly steps: number;
  readonly orders: OrderRule;
  readonly rationing: RationingRule;
  readonly recovery: RecoveryPlan;
}

const WITH_VALUE = new Set([...'bcdDefioprRsStTvxXz']);
const WITHOUT_VALUE = new Set([...'Fmu']);

/** @throws InputError naming the option that is unknown, not modelled or no whole number */
export function inoueOptions(folder: string, args: readonly string[]): InoueOptions {
  const given = letters(folder, args);
  const whole = (letter: string, otherwise: number): number => {
    const text = given.get(letter) ?? String(otherwise);
    if (!/^\d+$/.test(text)) throw fault('VAL_UNREADABLE', folder, `option -${letter}: no whole number: "${text}".`);
    return Number(text);
  };
  const choice = <T>(letter: string, choices: readonly T[]): T => {
    const number = whole(letter, 0);
    if (number >= choices.length) throw notModelled(folder, `option -${letter} ${number}`);
    return choices[number];
  };
  const positive = (letter: string, otherwise: number): number => {
    const number = whole(letter, otherwise);
    if (number === 0) throw fault('VAL_UNREADABLE', folder, `option -${letter}: 0 is no number of days or steps.`);
    return number;
  };
  return {
    coverDays: positive('i', 15),
    drawn: choice('D', ['none', 'start', 'aim'] as const),
    restoreDays: positive('T', 6),
    steps: positive('t', 10),
    orders: choice<OrderRule>('o', [
      { rule: 'realised', target: 'scaled', gap: 'signed' },
      { rule: 'realised', target: 'fixed', gap: 'signed' },
      { rule: 'realised', target: 'scaled', gap: 'positive' },
    ]),
    rationing: choice<RationingRule>('R', [
      { rule: 'proportional' },
      { rule: 'business-first' },
      { rule: 'equal-relative-as-published' },
    ]),
    recovery: {
      recovery: choice('b', RECOVERIES),
      days: given.has('b') ? positive('c', 0) : whole('c', 0),
      holdDays: whole('S', 0),
    },
  };
}

/** The value of each letter; attached (`-b0`) or apart (`-b 0`). */
function letters(folder: string, args: readonly string[]): ReadonlyMap<string, string> {
  const given = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const letter = args[i].startsWith('-') ? args[i].charAt(1) : '';
    const attached = args[i].slice(2);
    if (WITHOUT_VALUE.has(letter) && attached === '') given.set(letter, '');
    else if (WITH_VALUE.has(letter) && attached !== '') given.set(letter, attached);
    else if (WITH_VALUE.has(letter) && i + 1 < args.length) given.set(letter, args[++i]);
    else
      throw fault('VAL_UNKNOWN_OPTION', folder, `inputs.json args: "${args[i]}" is not modelled or lacks its value.`);
  }
  return given;
}

// From a constraint that is worth lifting to a lever that acts on it: what a fork would set.
import type { Lever } from '#libs/api';

export interface Proposal {
  readonly lever: Lever;
  readonly now: number;
  readonly value: number;
}

/** What acts on a cause, the most direct first. */
const ACTS: Readonly<Record<string, readonly string[]>> = {
  labour: ['charterSeats', 'trainSeats', 'whiteList', 'selfDrive'],
  gate: ['filing', 'approvals', 'open', 'market.opens'],
  masks: ['maskSupply', 'maskPurchase'],
  transport: ['passes', 'greenChannel', 'checkpoint', 'drivers'],
  utility: ['utility'],
  capacity: ['capacity'],
  'external-input': ['capacity'],
  'final-demand': ['demand', 'market.online'],
};

/** What is switched on or is a share is set to all of it, a number is doubled. */
function raised(lever: Lever, now: number): number {
  if (lever.acts === 'checkpoint') return 0;
  if (lever.kind === 'count' || lever.kind === 'yuan') return now * 2;
  return 1;
}

/** Undefined where no lever acts on the cause, or all stand where they can. */
export function proposalFor(cause: string, levers: readonly Lever[], day: number): Proposal | undefined {
  for (const acts of ACTS[cause] ?? []) {
    for (const lever of levers.filter((one) => one.acts === acts)) {
      const now = lever.values[day] ?? 0;
      const value = raised(lever, now);
      if (value !== now && lever.acts !== 'market.opens') return { lever, now, value };
    }
  }
  return undefined;
}

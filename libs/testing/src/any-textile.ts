// Random chains under random rules for the properties of the accounting, and shocks of every kind to them.
import fc from 'fast-check';
import type { Chain, Levers } from '#libs/model';
import type { ActingGroups } from '#libs/analysis';
import { FULL_MARKET, type TextileOptions } from './textile';

const oneOf = fc.constantFrom;

/** Under `lapse` orders lapse on direct links only, and shops keep what they have not taken. */
function bound(options: TextileOptions): TextileOptions {
  return options.rules.unmetOrders === 'lapse' ? { ...options, byRoad: 0, hasOpeningDay: false } : options;
}

export function anyTextile(): fc.Arbitrary<TextileOptions> {
  return fc
    .record({
      seed: fc.nat(1e6),
      width: fc.integer({ min: 1, max: 4 }),
      suppliersPerBuyer: fc.integer({ min: 1, max: 3 }),
      coverDays: fc.integer({ min: 1, max: 12 }),
      restoreDays: fc.integer({ min: 4, max: 12 }),
      finishedDays: oneOf(0, 0, 2, 5),
      byRoad: oneOf(0, 0.5, 1),
      checkpointDays: oneOf(0, 1, 2),
      spareRatio: oneOf(1, 1.3),
      hasOpeningDay: fc.boolean(),
      rules: fc.record({
        unmetOrders: oneOf('keep' as const, 'keep' as const, 'lapse' as const),
        inputs: oneOf({ rule: 'hard' as const }, { rule: 'partial' as const }, { rule: 'psi' as const, psi: 0.8 }),
        rationing: oneOf(
          { rule: 'proportional' as const },
          { rule: 'business-first' as const },
          { rule: 'equal-relative' as const },
          { rule: 'priority' as const, floors: [0.2, 0.1] },
        ),
        orders: oneOf(
          { rule: 'plan' as const, smoothingDays: 7, capRatio: 3 },
          { rule: 'plan' as const, smoothingDays: 1, capRatio: 1.2 },
          { rule: 'plan' as const, smoothingDays: 3, capRatio: 3 },
          { rule: 'realised' as const, target: 'fixed' as const, gap: 'signed' as const },
          { rule: 'realised' as const, target: 'scaled' as const, gap: 'positive' as const },
          { rule: 'ario' as const, split: 'fixed' as const },
        ),
        overtime: oneOf(
          { rule: 'off' as const },
          { rule: 'smooth' as const, maxRatio: 1.2, tauDays: 10 },
          { rule: 'ario' as const, maxRatio: 1.2, tauDays: 10 },
        ),
      }),
    })
    .map(bound);
}

/** Everything may act: every pair of cause and sector that the chain has. */
export const everythingActs: ActingGroups = {
  capacity: () => true,
  gate: () => true,
  utility: () => true,
  demand: () => true,
  finished: () => true,
  roads: true,
};

/** A market with opening day, with as many visitors as at base. */
export function openMarket(chain: Chain, levers: Levers): void {
  if (chain.hasOpeningDay) Object.assign(levers.market, FULL_MARKET, { visitors: chain.offlineTurnoverYuan });
}

/** Shocks by the bits of a number, on every other enterprise: capacity, gate, utility, demand, roads, checkpoint, visitors. */
export function shock(levers: Levers, kinds: number): void {
  const hit = (values: Float64Array, to: number): void =>
    values.forEach((_, i) => {
      if ((i + kinds) % 2 === 0) values[i] = to;
    });
  if (kinds & 1) hit(levers.capacity, 0.3);
  if (kinds & 2) hit(levers.openShare, 0);
  if (kinds & 4) hit(levers.utility, 0.5);
  if (kinds & 8) hit(levers.demand, 0.4);
  if (kinds & 8) hit(levers.due, 0.4);
  if (kinds & 16) levers.corridors.driverShare.fill(0.3);
  if (kinds & 32) levers.corridors.isControlled.fill(1);
  if (kinds & 64) levers.market.visitors *= 0.5;
  if (kinds & 64) hit(levers.finishedTarget, 1.5);
}

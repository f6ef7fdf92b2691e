// A comparison as the page reads it: of the contract, with the scopes of libs/analysis/src/compare.ts written out.
import type { ComparisonBody } from '#libs/api';

/** A scope in several runs; one value a run, null where there is none. */
export interface ScopeComparison {
  /** Null for the chain. */
  readonly sector: string | null;
  readonly day80: readonly (number | null)[];
  readonly day90: readonly (number | null)[];
  readonly day95: readonly (number | null)[];
  readonly lostValueAddedYuan: readonly (number | null)[];
  readonly missedFinalYuan: readonly (number | null)[];
}

export const LEVELS = ['day80', 'day90', 'day95'] as const;
export type Level = (typeof LEVELS)[number];

export const RATES = ['capacityRecovery', 'resumption', 'throughput'] as const;
export type Rate = (typeof RATES)[number];

export interface Comparison extends Omit<ComparisonBody, 'scopes'> {
  readonly scopes: readonly ScopeComparison[];
}

export type InputDifference = ComparisonBody['inputs'][number];
export type CauseLoss = ComparisonBody['losses'][number];

/** Days of the axis: those that all runs will have, so that nothing moves while one goes on. */
export const axisDaysOf = ({ runs, days }: Comparison): number =>
  Math.max(days, Math.min(...runs.map((run) => run.days)));

export const comparisonOf = (body: ComparisonBody): Comparison =>
  // The gateway sends them as the library makes them.
  ({ ...body, scopes: body.scopes as unknown as readonly ScopeComparison[] });

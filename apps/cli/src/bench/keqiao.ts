// Keqiao in full: all stages of the scenario file. Not wired yet: libs/scenario does not compile scenario files so far.
import type { BenchCase } from './case';

/** The scenario's chain and levers, or undefined while they cannot be had. */
export function keqiaoCase(): BenchCase | undefined {
  return undefined;
}

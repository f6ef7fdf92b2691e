// Many schedules, one after the other, and what they come to.
import type { Hash64 } from '#libs/kernel';
import type { runSchedule, ScheduleOutcome } from './schedule';
import { FAULTS, type Fault } from './world';

/** Seeds `from`, `from + 1`, ... */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

export interface BatchResult {
  readonly schedules: number;
  readonly failing: readonly Pick<ScheduleOutcome, 'seed' | 'broken'>[];
  readonly struck: Readonly<Record<Fault, number>>;
  /** Schedules in which a run began a new attempt. */
  readonly healed: number;
}

/** Failing schedules that are told one by one; more of them tell nothing new. */
const MOST_FAILING = 20;

export const NO_SCHEDULES: BatchResult = {
  schedules: 0,
  failing: [],
  struck: Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>,
  healed: 0,
};

/** @param stopsAtFailure whether the first failing schedule says enough */
export async function runBatch(
  run: typeof runSchedule,
  { from, count }: Seeds,
  { hash, stopsAtFailure }: { readonly hash: Hash64; readonly stopsAtFailure: boolean },
): Promise<BatchResult> {
  let result = NO_SCHEDULES;
  for (let seed = from; seed < from + count; seed++) {
    const { broken, struck, heals } = await run(seed, { hash });
    result = addResults(result, {
      schedules: 1,
      failing: broken.length > 0 ? [{ seed, broken }] : [],
      struck: { ...NO_SCHEDULES.struck, ...Object.fromEntries(struck) },
      healed: heals > 0 ? 1 : 0,
    });
    if (stopsAtFailure && result.failing.length > 0) break;
  }
  return result;
}

export function addResults(left: BatchResult, right: BatchResult): BatchResult {
  const sums = FAULTS.map((fault) => [fault, left.struck[fault] + right.struck[fault]]);
  return {
    schedules: left.schedules + right.schedules,
    failing: [...left.failing, ...right.failing].slice(0, MOST_FAILING),
    struck: Object.fromEntries(sums) as Record<Fault, number>,
    healed: left.healed + right.healed,
  };
}

// What of each sector flows today: output over normal, what is missing, and how much of that through the bottleneck.
import type { Chain, DayResult } from '#libs/api';
import type { LossCause } from '#libs/messages';
import { accountedDay, lostThrough } from '../top/finding';

export interface SectorFlow {
  readonly id: string;
  readonly baseYuan: number;
  readonly outputYuan: number;
  /** Output over normal, at most 1. */
  readonly ratio: number;
  /** Of the normal output, what is missing through the bottleneck. */
  readonly throughRatio: number;
  readonly throughYuan: number;
  readonly isStuck: boolean;
  /** What it is stuck for, where it is. */
  readonly cause: LossCause | undefined;
  /** Sector of the bottleneck; null on the roads, undefined where there is none. */
  readonly from: string | null | undefined;
}

/** Below this share of a normal day it is not worth a word. */
export const WORTH_TELLING = 0.01;

/** In chain order. */
export function sectorFlows(chain: Chain, days: readonly DayResult[], at: number): readonly SectorFlow[] {
  const day = days[at];
  const accounted = accountedDay(days, at) ?? day;
  const { bottleneck } = accounted;
  return chain.sectors.map(({ id, baseYuan }) => {
    const sector = day.sectors.find((one) => one.id === id);
    const lost = sector?.lostYuan ?? 0;
    const ratio = baseYuan > 0 ? Math.max(0, Math.min(1, 1 - lost / baseYuan)) : 0;
    // Value added is a fixed share of a sector's output, so shares of one are shares of the other.
    const cause = accounted.sectors.find((one) => one.id === id);
    const share = cause ? (lostThrough(cause, bottleneck)?.share ?? 0) : 0;
    const throughRatio = Math.max(0, Math.min(1 - ratio, share * (1 - ratio)));
    return {
      ...{ id, baseYuan, outputYuan: ratio * baseYuan, ratio, throughRatio, throughYuan: throughRatio * baseYuan },
      isStuck: bottleneck?.sector === id,
      cause: bottleneck?.sector === id ? bottleneck.cause : undefined,
      from: bottleneck ? bottleneck.sector : undefined,
    };
  });
}

/** Rates of a sector today and on the days before, as far back as the pipe is long. */
export function ratesBack(
  days: readonly DayResult[],
  day: number,
  of: (day: DayResult) => number,
  back: number,
): readonly number[] {
  return Array.from({ length: back + 1 }, (_, ago) => {
    const then = days[Math.max(0, day - ago)];
    return then ? of(then) : 0;
  });
}

// The days of one sector: what held it since when, and its losses by root cause, own beneath and arriving above.
import type { DayLoss, DayResult } from '#libs/api';
import type { BindingConstraint } from '#libs/messages';

export type SectorOfDay = DayResult['sectors'][number];

/** The sector on each sealed day. */
export function sectorDays(days: readonly DayResult[], sector: string): readonly SectorOfDay[] {
  return days.flatMap(({ sectors }) => sectors.filter(({ id }) => id === sector));
}

/** The bottleneck of a day; of the last one accounted for, while the day itself is not. */
export function bottleneckOf(days: readonly DayResult[], day: number): DayResult['bottleneck'] {
  for (let at = Math.min(day, days.length - 1); at >= 0; at--) if (days[at].losses !== null) return days[at].bottleneck;
  return null;
}

/** First day of the spell in which the same constraint holds it as on `day`. */
export function heldSince(held: readonly BindingConstraint[], day: number): number {
  let from = day;
  while (from > 0 && held[from - 1] === held[day]) from--;
  return from;
}

export interface CauseSeries {
  readonly key: string;
  readonly cause: DayLoss['cause'];
  readonly sector: string | null;
  /** It arose in this sector. */
  readonly isOwn: boolean;
  /** Yuan by day. */
  readonly values: readonly number[];
}

export interface LossSeries {
  /** Own first, each group with the largest over all days first. */
  readonly causes: readonly CauseSeries[];
  /** What is in none of them, by day: never below 0. */
  readonly other: readonly number[];
  /** The most of a day. */
  readonly mostYuan: number;
}

export const keyOf = ({ cause, sector }: Pick<DayLoss, 'cause' | 'sector'>): string => `${cause}@${sector ?? ''}`;

/** @param most causes told apart; the rest is `other` */
export function lossSeries(days: readonly SectorOfDay[], sector: string, most: number): LossSeries {
  const sums = new Map<string, { loss: DayLoss; yuan: number }>();
  for (const { losses } of days) {
    for (const loss of losses) {
      const known = sums.get(keyOf(loss));
      sums.set(keyOf(loss), { loss, yuan: (known?.yuan ?? 0) + loss.yuan });
    }
  }
  const largest = [...sums.values()].sort((a, b) => b.yuan - a.yuan || (keyOf(a.loss) < keyOf(b.loss) ? -1 : 1));
  const causes = largest.slice(0, most).map(({ loss }): CauseSeries => {
    const key = keyOf(loss);
    return {
      ...{ key, cause: loss.cause, sector: loss.sector, isOwn: loss.sector === sector },
      values: days.map(({ losses }) => losses.find((one) => keyOf(one) === key)?.yuan ?? 0),
    };
  });
  // Days that are not accounted for yet have no causes, not other ones.
  const other = days.map(({ lostValueAddedYuan, losses }, day) =>
    losses.length === 0
      ? 0
      : Math.max(0, lostValueAddedYuan - causes.reduce((sum, { values }) => sum + values[day], 0)),
  );
  return {
    causes: [...causes.filter(({ isOwn }) => isOwn), ...causes.filter(({ isOwn }) => !isOwn)],
    other,
    mostYuan: Math.max(0, ...days.map(({ lostValueAddedYuan }) => lostValueAddedYuan)),
  };
}

export interface LossSplit {
  /** Shares of the day's loss: what arose here, and what is known to have arrived. */
  readonly own: number;
  readonly arrived: number;
  /** The largest that arrived. */
  readonly most: DayLoss | undefined;
  /** The largest that arose here. */
  readonly mostOwn: DayLoss | undefined;
}

/** Undefined where nothing is lost, or not accounted for yet. */
export function splitOf({ id, losses }: SectorOfDay): LossSplit | undefined {
  if (losses.length === 0) return undefined;
  const own = losses.filter(({ sector }) => sector === id);
  const others = losses.filter(({ sector }) => sector !== id);
  const shareOf = (those: readonly DayLoss[]): number => those.reduce((sum, { share }) => sum + share, 0);
  return { own: shareOf(own), arrived: shareOf(others), most: others.at(0), mostOwn: own.at(0) };
}

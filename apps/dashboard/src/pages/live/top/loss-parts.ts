// The day's losses as parts of the bar: the largest first, the bottleneck marked.
import type { DayResult } from '#libs/api';
import type { LossPart } from '../../../charts';

/** @returns `where` and `cause` as ids; the roads are '' */
export function lossParts({ losses, bottleneck }: DayResult): readonly LossPart[] {
  return (losses ?? [])
    .filter(({ yuan }) => yuan > 0)
    .map(({ sector, cause, share, yuan }) => ({
      ...{ id: `${sector ?? ''}/${cause}`, where: sector ?? '', cause, share, yuan },
      isStuck: bottleneck !== null && bottleneck.cause === cause && bottleneck.sector === sector,
    }))
    .sort((one, other) => other.share - one.share);
}

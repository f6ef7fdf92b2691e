// What happened in a run, as sentences in both languages: what recovery has kept, and the path of the bottleneck as far
// as losses are accounted for.
import type { MilestoneTold } from '#libs/api';
import { bottleneckMilestones, type LossSummary } from '#libs/analysis';
import { InputError, MILESTONE_TYPES, type Milestone } from '#libs/messages';
import { didYouMean } from '#libs/scenario';
import { actsIn, namesIn, tellMilestone } from '#libs/words';
import type { RunBook } from './run-books';

export interface MilestonesAsked {
  readonly from: number;
  readonly to: number;
  readonly type?: string | undefined;
  /** A sector, an enterprise, a lever: whatever a milestone names. */
  readonly entity?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** @throws InputError API_BAD_TYPE */
export function refuseUnknownType(type: string | undefined): void {
  if (type === undefined || MILESTONE_TYPES.some((one) => one === type)) return;
  const reason = `no type of milestone "${type}".`;
  throw new InputError({ code: 'API_BAD_TYPE', path: 'type', reason, mend: didYouMean(type, MILESTONE_TYPES) });
}

/**
 * @param kept of the days asked for
 * @param bottleneck each day's largest, on `accounted` days from the first on
 */
export function milestonesOf(
  kept: readonly Milestone[],
  { bottleneck, accounted }: { readonly bottleneck: LossSummary['bottleneck']; readonly accounted: number },
  asked: MilestonesAsked,
): { readonly total: number; readonly milestones: Milestone[] } {
  const { from, to, type, entity, offset, limit } = asked;
  const found = [...kept, ...bottleneckMilestones(bottleneck, accounted)]
    .filter(
      (one) =>
        one.day >= from &&
        one.day <= to &&
        (type === undefined || one.type === type) &&
        (entity === undefined || Object.values(one).includes(entity)),
    )
    .sort((a, b) => a.day - b.day);
  return { total: found.length, milestones: found.slice(offset, offset + limit) };
}

export function toldOf({ compiled: { spec, calendar } }: RunBook, milestones: readonly Milestone[]): MilestoneTold[] {
  const dateOf = (day: number): string => calendar.dateOf(day);
  const actOf = actsIn(spec);
  const [en, zh] = [namesIn(spec, 'en'), namesIn(spec, 'zh')];
  return milestones.map((milestone) => ({
    id: milestone.id,
    day: milestone.day,
    date: dateOf(milestone.day),
    type: milestone.type,
    text: {
      en: tellMilestone(milestone, 'en', dateOf, en, actOf),
      zh: tellMilestone(milestone, 'zh', dateOf, zh, actOf),
    },
    sector: 'sector' in milestone ? milestone.sector : null,
    enterprise: 'enterprise' in milestone ? milestone.enterprise : null,
    causes: [...milestone.causes],
  }));
}

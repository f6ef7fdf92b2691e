// Milestones as lines: sentences with their ids and causes, or JSON. Used for an archive's and for those of a live run.
import { InputError, MILESTONE_TYPES, type Milestone } from '#libs/messages';
import { Calendar, didYouMean, type ScenarioSpec } from '#libs/scenario';
import type { Context } from './context';
import { actsIn, namesIn, tellMilestone, tellResumed } from '#libs/words';

export interface MilestoneChoice {
  readonly days: { readonly from: number; readonly to: number };
  readonly type?: string | undefined;
  readonly entity?: string | undefined;
  readonly json?: boolean | undefined;
}

/** @throws InputError CLI_UNKNOWN_TYPE */
export function refuseUnknownType(type: string | undefined): void {
  if (type === undefined || MILESTONE_TYPES.some((one) => one === type)) return;
  const reason = `no type of milestone "${type}".`;
  throw new InputError({ code: 'CLI_UNKNOWN_TYPE', path: '--type', reason, mend: didYouMean(type, MILESTONE_TYPES) });
}

/** @returns one line for each milestone that is wanted, or for each group of enterprises that resume together */
export function milestoneLines(
  milestones: readonly Milestone[],
  spec: ScenarioSpec,
  { days, type, entity, json }: MilestoneChoice,
  { language }: Pick<Context, 'language'>,
): string[] {
  const wanted = milestones.filter(
    (one) =>
      one.day >= days.from &&
      one.day <= days.to &&
      (type === undefined || one.type === type) &&
      (entity === undefined || Object.values(one).includes(entity)),
  );
  const calendar = new Calendar(spec.start);
  const dateOf = (at: number): string => calendar.dateOf(at);
  const name = namesIn(spec, language);
  const isTold = json === true || type !== undefined || entity !== undefined;
  const groups = isTold ? wanted.map((one) => [one]) : together(wanted, spec);
  return groups.map((group) => {
    const [first] = group;
    if (json) return JSON.stringify(first);
    const sentence =
      group.length > 1 && first.type === 'EnterpriseResumed'
        ? tellResumed(group.length, name(first.sector), dateOf(first.day), language)
        : tellMilestone(first, language, dateOf, name, actsIn(spec));
    const causes = first.causes.length > 0 ? `  <- ${first.causes.join(' ')}` : '';
    return `${first.id}\t${sentence}${causes}`;
  });
}

/** Enterprises without a name of their own that resume one after the other in a sector, in one group. */
function together(milestones: readonly Milestone[], { enterprises }: ScenarioSpec): Milestone[][] {
  const groups: Milestone[][] = [];
  const keyOf = (one: Milestone | undefined): string | undefined =>
    one?.type === 'EnterpriseResumed' && !Object.hasOwn(enterprises, one.enterprise)
      ? [one.day, one.sector, ...one.causes].join()
      : undefined;
  for (const milestone of milestones) {
    const last = groups.at(-1);
    const key = keyOf(milestone);
    if (last && key !== undefined && keyOf(last[0]) === key) last.push(milestone);
    else groups.push([milestone]);
  }
  return groups;
}

/** `12`, `10..23`, dates too; all days without one. @throws InputError CLI_BAD_DAY */
export function dayRange(
  text: string | undefined,
  days: number,
  calendar: Calendar,
): { readonly from: number; readonly to: number } {
  if (text === undefined) return { from: 0, to: days - 1 };
  const [from, to = from] = text.split('..').map((part) => calendar.dayOf(part));
  if (Number.isInteger(from) && Number.isInteger(to) && from >= 0 && to >= from && from < days)
    return { from, to: Math.min(to, days - 1) };
  throw new InputError({
    code: 'CLI_BAD_DAY',
    path: '--day',
    reason: `"${text}" is no day of the run.`,
    mend: `Write 12, 10..23 or 2020-02-18; days go from 0 to ${days - 1}.`,
  });
}

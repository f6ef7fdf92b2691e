// What a change comes to, against the first run: the headline's rule. It says so, too, when nothing differs or it got worse.
import type { CauseLoss, Comparison, ScopeComparison } from './shape';

/** Below this share of what was lost, a difference is next to nothing. */
const NEXT_TO_NOTHING = 0.001;

export type Finding =
  | { readonly of: 'same' }
  /** Fewer days, or more where `days` < 0. */
  | { readonly of: 'days'; readonly days: number }
  /** One of the two never gets there while it runs. */
  | { readonly of: 'reached'; readonly day: number }
  | { readonly of: 'missed'; readonly day: number }
  /** As soon, with less lost, or more where `yuan` < 0. */
  | { readonly of: 'yuan'; readonly yuan: number }
  | { readonly of: 'little'; readonly yuan: number };

export interface Told {
  readonly finding: Finding;
  /** Value added that is no longer lost; below 0: more is lost. */
  readonly savedYuan: number;
  /** Where most of it shows, and how much; null where no sector moves that way. */
  readonly where: { readonly sector: string; readonly yuan: number } | null;
  /** Largest loss by cause, before and after; undefined where no run accounted for losses. */
  readonly bottleneck: { readonly before: CauseLoss; readonly after: CauseLoss } | undefined;
  /** Sectors that lose more, the worst first. */
  readonly worse: readonly { readonly sector: string; readonly yuan: number }[];
}

/** @param at position of the run that is held against the first */
export function findingOf(comparison: Comparison, at: number): Told {
  const [chain, ...sectors] = comparison.scopes;
  const savedYuan = saved(chain, at);
  const moved = sectors
    .flatMap((scope) => (scope.sector === null ? [] : [{ sector: scope.sector, yuan: saved(scope, at), scope }]))
    .sort((a, b) => b.yuan - a.yuan);
  const most = savedYuan >= 0 ? moved[0] : moved.at(-1);
  const isAlong = most !== undefined && Math.sign(most.yuan) === Math.sign(savedYuan) && most.yuan !== 0;
  return {
    finding: findingOfChain(comparison, chain, at),
    savedYuan,
    where: isAlong ? { sector: most.sector, yuan: most.yuan } : null,
    bottleneck: [0, at].every((run) => isAccounted(comparison, run)) ? bottleneckOf(comparison.losses, at) : undefined,
    worse: moved
      .filter(({ yuan, scope }) => yuan < -NEXT_TO_NOTHING * (scope.lostValueAddedYuan[0] ?? 0))
      .map(({ sector, yuan }) => ({ sector, yuan }))
      .reverse(),
  };
}

function findingOfChain(comparison: Comparison, chain: ScopeComparison, at: number): Finding {
  if (!hasParted(comparison, at)) return { of: 'same' };
  const [before, after] = [chain.day80[0], chain.day80[at]];
  if (before === null && after !== null) return { of: 'reached', day: after };
  if (before !== null && after === null) return { of: 'missed', day: before };
  if (before !== null && after !== null && before !== after) return { of: 'days', days: before - after };
  const yuan = saved(chain, at);
  const isLittle = Math.abs(yuan) < NEXT_TO_NOTHING * (chain.lostValueAddedYuan[0] ?? 0);
  return { of: isLittle ? 'little' : 'yuan', yuan };
}

function saved({ lostValueAddedYuan }: ScopeComparison, at: number): number {
  return (lostValueAddedYuan[0] ?? 0) - (lostValueAddedYuan[at] ?? 0);
}

function bottleneckOf(losses: readonly CauseLoss[], at: number): Told['bottleneck'] {
  const largest = (run: number): CauseLoss | undefined =>
    losses.reduce<CauseLoss | undefined>(
      (most, one) => ((one.lostYuan[run] ?? 0) > (most?.lostYuan[run] ?? 0) ? one : most),
      undefined,
    );
  const [before, after] = [largest(0), largest(at)];
  return before && after ? { before, after } : undefined;
}

/** Whether a run has differed from the first one by now; digests end where the shorter one does. */
export function hasParted({ firstDifferingDay, days }: Comparison, at: number): boolean {
  const day = firstDifferingDay[at];
  return day !== null && day < days;
}

/** Of what a run lost, accounts name nearly all; less is not accounted for yet. */
const ACCOUNTED = 0.97;

export function isAccounted({ losses, scopes }: Comparison, at: number): boolean {
  const named = losses.reduce((sum, { lostYuan }) => sum + (lostYuan[at] ?? 0), 0);
  return losses.length > 0 && named >= ACCOUNTED * (scopes[0].lostValueAddedYuan[at] ?? 0);
}

/** Whether the headline tells of a gain. */
export function isBetter(finding: Finding): boolean {
  if (finding.of === 'days') return finding.days > 0;
  return finding.of === 'reached' || (finding.of === 'yuan' && finding.yuan > 0);
}

/** The run that is told about where nobody chose: the soonest at 80 %, then the one that loses least. */
export function bestOf(comparison: Comparison): number {
  const [chain] = comparison.scopes;
  const others = comparison.runs.map((_, at) => at).slice(1);
  const day = (at: number): number => chain.day80[at] ?? Infinity;
  const lost = (at: number): number => chain.lostValueAddedYuan[at] ?? Infinity;
  return others.reduce((best, at) =>
    day(at) < day(best) || (day(at) === day(best) && lost(at) < lost(best)) ? at : best,
  );
}

// What each lever is worth: the figures of the run as it is, and of one without each.
import { staysAbove, type ObservedAgainstSimulated } from '#libs/analysis';
import type { CompiledScenario, Without } from '#libs/scenario';
import type { Member } from './member';

const BACK_RATIO = 0.8;

/** What a run comes to, in the figures of the table. */
interface LeverFigures {
  readonly digest: string;
  readonly day80: number | null;
  readonly lostValueAddedYuan: number;
  readonly missedFinalYuan: number;
  /** Simulated value of the target; null without one, or where it did not happen. */
  readonly target: number | null;
}

export interface LeverRow extends LeverFigures {
  readonly path: Without['path'];
  readonly section: Without['section'];
  readonly acts: string;
  readonly staysAt: number | null;
  /** Of the base run: what the lever costs while it is there; null where it says no cost. */
  readonly costYuan: number | null;
}

export interface LeverTable {
  readonly scenario: { readonly id: string; readonly name: { readonly en: string; readonly zh?: string | undefined } };
  readonly seed: number;
  readonly start: string;
  readonly days: number;
  /** The first target of the scenario; the first check where it has none. */
  readonly target: ObservedAgainstSimulated | null;
  readonly sectorNames: Readonly<Record<string, { readonly en: string; readonly zh?: string | undefined }>>;
  readonly base: LeverFigures;
  readonly levers: readonly LeverRow[];
}

/** @param others members without each of `off`, in that order */
export function leverTable(
  { spec }: CompiledScenario,
  base: Member,
  off: readonly Without[],
  others: readonly Member[],
): LeverTable {
  const { id, name, seed, start, days, sectors } = spec;
  const of = (role: string): ObservedAgainstSimulated | undefined =>
    base.observations.find((one) => one.role === role && one.simulated !== null);
  const target = of('target') ?? of('check') ?? null;
  return {
    scenario: { id, name },
    ...{ seed, start, days, target },
    sectorNames: Object.fromEntries(
      Object.entries(sectors).map(([sector, { name: called }]) => [sector, called ?? { en: sector }]),
    ),
    base: figuresOf(base, target),
    levers: off.map(({ path: lever, section, acts, staysAt }, at) => ({
      ...{ path: lever, section, acts, staysAt },
      ...figuresOf(others[at], target),
      costYuan: base.leverCosts.find((cost) => cost.path === lever)?.yuan ?? null,
    })),
  };
}

function figuresOf(member: Member, target: ObservedAgainstSimulated | null): LeverFigures {
  return {
    digest: member.digest,
    day80: staysAbove(member.capacityRecovery, BACK_RATIO),
    lostValueAddedYuan: member.lostYuan.valueAdded,
    missedFinalYuan: member.lostYuan.finalDemand,
    target: member.observations.find(({ id }) => id === target?.id)?.simulated ?? null,
  };
}

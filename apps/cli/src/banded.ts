// A band over seeds: what many runs of one scenario come to together.
import {
  bandByDay,
  bandKindOf,
  bandOf,
  staysAbove,
  type Band,
  type BandByDay,
  type BandKind,
  type ObservedAgainstSimulated,
  type RunSummary,
} from '#libs/analysis';
import type { ScenarioSpec } from '#libs/scenario';
import type { Member } from './member';

/** A day in many runs; infinite, null in JSON, where it never came. */
interface DayBand extends Band {
  /** Runs in which it came. */
  readonly came: number;
}

export interface BandedObservation extends Band {
  /** As observed, and as the first member has it. */
  readonly one: ObservedAgainstSimulated;
  /** Runs in which it happened, and of these inside the tolerance; null without one. */
  readonly came: number;
  readonly within: number | null;
}

export interface BandSummary {
  readonly scenario: RunSummary['scenario'];
  readonly start: string;
  readonly days: number;
  readonly kind: BandKind;
  /** The chain's, by day. */
  readonly capacityRecovery: BandByDay;
  readonly resumption: BandByDay;
  readonly day80: DayBand;
  readonly sectors: readonly { readonly id: string; readonly name: ScenarioSpec['name']; readonly day80: DayBand }[];
  readonly lostValueAddedYuan: Band;
  readonly missedFinalYuan: Band;
  readonly observations: readonly BandedObservation[];
  readonly members: readonly BandMember[];
}

interface BandMember {
  readonly seed: number;
  readonly digest: string;
  readonly day80: number | null;
  readonly lostYuan: RunSummary['lostYuan'];
  /** Simulated, by id of the observation. */
  readonly observations: Readonly<Record<string, number | null>>;
}

const BACK_RATIO = 0.8;

export function bandSummary({ id, name, start, days, sectors }: ScenarioSpec, members: readonly Member[]): BandSummary {
  const day80s = members.map(({ capacityRecovery }) => staysAbove(capacityRecovery, BACK_RATIO));
  return {
    scenario: { id, name },
    start,
    days,
    kind: bandKindOf(members.length),
    capacityRecovery: bandByDay(members.map(({ capacityRecovery }) => capacityRecovery)),
    resumption: bandByDay(members.map(({ resumption }) => resumption)),
    day80: dayBand(day80s),
    sectors: Object.keys(members[0].sectorDay80).map((sector) => ({
      id: sector,
      name: sectors[sector].name ?? { en: sector },
      day80: dayBand(members.map(({ sectorDay80 }) => sectorDay80[sector])),
    })),
    lostValueAddedYuan: bandOf(members.map(({ lostYuan }) => lostYuan.valueAdded)),
    missedFinalYuan: bandOf(members.map(({ lostYuan }) => lostYuan.finalDemand)),
    observations: members[0].observations.map((one, at) => bandedObservation(one, members, at)),
    members: members.map(({ seed, digest, lostYuan, observations }, at) => ({
      seed,
      digest,
      day80: day80s[at],
      lostYuan,
      observations: Object.fromEntries(observations.map((one) => [one.id, one.simulated])),
    })),
  };
}

function dayBand(days: readonly (number | null)[]): DayBand {
  return { ...bandOf(days.map((day) => day ?? Infinity)), came: days.filter((day) => day !== null).length };
}

function bandedObservation(one: ObservedAgainstSimulated, members: readonly Member[], at: number): BandedObservation {
  const all = members.map(({ observations }) => observations[at]);
  return {
    one,
    ...bandOf(all.map(({ simulated }) => simulated ?? Infinity)),
    came: all.filter(({ simulated }) => simulated !== null).length,
    within: one.tolerance === null ? null : all.filter(({ within }) => within === true).length,
  };
}

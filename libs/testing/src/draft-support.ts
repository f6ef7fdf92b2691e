// Workers, gates, masks and risk of a sketched chain: what a test names, everything else at what changes nothing.
import type { GateTerms, MaskTerms, Origin, RiskTerms, WorkerTerms } from '#libs/model';
import { cohortsOf } from '#libs/scenario';

/** What a sketched enterprise may say of its workers and its gate. */
export interface StaffSketch {
  readonly park?: number;
  /** Normal staff; 0, not modelled, by default. */
  readonly staffHeads?: number;
  /** Share on post on the eve; all by default. */
  readonly stayedRatio?: number;
  /** Share by origin; all from the first by default. */
  readonly originShare?: readonly number[];
  readonly seatWeight?: number;
  /** Day on which its checklist is complete; no gate by default. */
  readonly readyDay?: number;
  readonly queue?: number;
}

/** Sections that switch a mechanism on. */
export interface SupportSketch {
  readonly workers?: {
    readonly origins: readonly Partial<Origin>[];
    /** Longest quarantine; that of the origins by default. */
    readonly ringDays?: number;
    /** By sector; 1 by default. */
    readonly labourExponent?: readonly number[];
    readonly seatFill?: number;
    readonly pooledFill?: number;
  };
  readonly gates?: { readonly queues?: readonly string[] };
  readonly masks?: Partial<MaskTerms>;
  readonly risk?: Partial<RiskTerms>;
}

interface Sketched extends SupportSketch {
  readonly sectors: readonly unknown[];
  readonly enterprises: readonly (StaffSketch & { readonly sector: number })[];
}

interface SupportDraft {
  readonly workers: WorkerTerms | undefined;
  readonly gates: GateTerms | undefined;
  readonly masks: MaskTerms | undefined;
  readonly risk: RiskTerms | undefined;
}

export function supportOf({ workers, gates, masks, risk, sectors, enterprises }: Sketched): SupportDraft {
  return {
    workers: workers && workersOf(workers, sectors.length, enterprises),
    gates: gates && {
      readyDay: Int32Array.from(enterprises, ({ readyDay }) => readyDay ?? -1),
      queue: Uint8Array.from(enterprises, ({ queue }) => queue ?? 0),
      queues: queuesOf(gates),
      licenceGroup: Int32Array.from(enterprises, (_, row) => row),
    },
    masks: masks && {
      ...{ perWorkerDay: 1, kitDays: 0, rule: 'need', idleRatio: 0.2, thresholdRatio: 0.8, capMasks: Infinity },
      ...masks,
    },
    risk: risk && { perQuarantineDay: 1, densityRisk: 0, crowdRisk: 0, decayRatio: 0, closedDays: 14, ...risk },
  };
}

export function queuesOf(gates: SupportSketch['gates']): readonly string[] {
  return gates ? (gates.queues ?? ['all']) : [];
}

function workersOf(
  { origins: written, ringDays, labourExponent, seatFill = 1, pooledFill = 1 }: NonNullable<SupportSketch['workers']>,
  sectorCount: number,
  enterprises: Sketched['enterprises'],
): WorkerTerms {
  const origins = written.map((origin, at) => ({
    ...{ id: `origin-${at}`, ownWayRatio: 1, hasSeats: false, quarantineDays: 0, releasedDay: 0, importRisk: 0 },
    ...origin,
  }));
  const originCount = origins.length;
  const staffHeads = Float64Array.from(enterprises, (one) => one.staffHeads ?? 0);
  const stayedRatio = Float64Array.from(enterprises, (one) => one.stayedRatio ?? 1);
  const originShare = Float64Array.from(
    enterprises.flatMap((one) => origins.map((_, at) => one.originShare?.[at] ?? (one.originShare || at > 0 ? 0 : 1))),
  );
  const sector = Int32Array.from(enterprises, (one) => one.sector);
  const park = Int32Array.from(enterprises, (one) => one.park ?? 0);
  const seatWeight = Float64Array.from(enterprises, (one) => one.seatWeight ?? 1);
  return {
    origins,
    ringDays: ringDays ?? origins.reduce((most, { quarantineDays }) => Math.max(most, quarantineDays), 0),
    ...{ staffHeads, stayedRatio, originShare },
    ...cohortsOf({ sector, park, seatWeight, staffHeads, stayedRatio, originShare, originCount }),
    labourExponent: Float64Array.from({ length: sectorCount }, (_, at) => labourExponent?.[at] ?? 1),
    ...{ seatFill, pooledFill },
  };
}

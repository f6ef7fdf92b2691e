// A small chain by hand: enterprises by name and sector, links by name and flow, everything else at a plain default.
// For tests, benchmarks and readers of other simulators' cases.
import type { ExporterTerms, LeverShape, LinkKind, ProductClass, Rules, Sector } from '#libs/model';
import type { ChainDraft, DraftCorridor } from '#libs/scenario';
import { queuesOf, supportOf, type StaffSketch, type SupportSketch } from './draft-support';

export interface EnterpriseSketch extends StaffSketch {
  readonly id: string;
  readonly sector: number;
  readonly finalDemandYuan: number;
  readonly spareRatio?: number;
  readonly finishedDays?: number;
  readonly zone?: number;
  /** Departures from the baseline on the eve: share of the finished target, days of final demand overdue. */
  readonly initialFinishedRatio?: number;
  readonly initialBacklogDays?: number;
}

export interface LinkSketch {
  readonly from: number;
  readonly to: number;
  readonly flowYuan: number;
  readonly kind?: number;
  readonly corridor?: number;
  /** Departures from the baseline on the eve: share of cover, days of flow in the book, share of the pipeline. */
  readonly initialStockRatio?: number;
  readonly initialBookDays?: number;
  readonly initialPipelineRatio?: number;
}

export interface ChainSketch extends SupportSketch {
  readonly rules: Rules;
  readonly sectors: readonly Sector[];
  readonly classes?: readonly ProductClass[];
  readonly linkKinds: readonly LinkKind[];
  readonly enterprises: readonly EnterpriseSketch[];
  readonly links: readonly LinkSketch[];
  readonly corridors?: readonly DraftCorridor[];
  readonly parks?: readonly string[];
  readonly seed?: number;
  readonly horizonDays?: number;
  readonly roadFloors?: readonly number[];
  readonly exporterTerms?: ExporterTerms;
  readonly hasOpeningDay?: boolean;
  readonly offlineShare?: number;
}

/** Rules under which chains of tests run unless they say otherwise: the defaults of a scenario. */
export const PLAIN_RULES: Rules = {
  rhythm: 'daily',
  unmetOrders: 'keep',
  inputs: { rule: 'hard' },
  rationing: { rule: 'proportional' },
  orders: { rule: 'plan', smoothingDays: 7, capRatio: 3 },
  overtime: { rule: 'smooth', maxRatio: 1.1, tauDays: 60 },
  finishedRestoreDays: 6,
  finishedMaxRatio: 2,
};

/** Sectors by name and stage, each with a product of its own. */
export function sectorsOf(stages: Readonly<Record<string, Sector['stage']>>): Sector[] {
  return Object.entries(stages).map(([id, stage], product) => ({ id, stage, product, outside: false }));
}

/** A direct link with that cover. */
export function directKind(coverDays: number, restoreDays = 6): LinkKind {
  return { coverDays, leadDays: 1, pipelineDays: 1, restoreDays, need: 'critical', unlimited: false, priority: 0 };
}

/** A link by road with that cover: `leadDays` from consignment to use. */
export function roadKind(coverDays: number, leadDays: number, { priority = 0, restoreDays = 6 } = {}): LinkKind {
  return { ...directKind(coverDays, restoreDays), leadDays, pipelineDays: leadDays, priority };
}

/**
 * The draft of a sketch; every lever group is the enterprise's own row, so that a test can hit any single one.
 * Use `groupShape` for the levers.
 */
export function draftOf(sketch: ChainSketch): ChainDraft {
  const { enterprises, links } = sketch;
  const n = enterprises.length;
  const own = Int32Array.from({ length: n }, (_, row) => row);
  return {
    seed: sketch.seed ?? 1,
    horizonDays: sketch.horizonDays ?? 60,
    rules: sketch.rules,
    sectors: sketch.sectors,
    classes: sketch.classes ?? sketch.sectors.map(({ id }) => ({ id, tonnesPerYuan: 1 / 10_000 })),
    zones: ['zone'],
    parks: sketch.parks ?? ['park'],
    linkKinds: sketch.linkKinds,
    enterprises: {
      ids: enterprises.map(({ id }) => id),
      sector: Int32Array.from(enterprises, ({ sector }) => sector),
      zone: Int32Array.from(enterprises, ({ zone }) => zone ?? 0),
      park: Int32Array.from(enterprises, ({ park }) => park ?? 0),
      isNotable: new Uint8Array(n).fill(1),
      finalDemandYuan: Float64Array.from(enterprises, (one) => one.finalDemandYuan),
      spareRatio: Float64Array.from(enterprises, (one) => one.spareRatio ?? 1),
      finishedDays: Float64Array.from(enterprises, (one) => one.finishedDays ?? 0),
      capacityGroup: own,
      gateGroup: own,
      utilityGroup: own,
      demandGroup: own,
      finishedGroup: own,
      initialFinishedRatio: Float64Array.from(enterprises, (one) => one.initialFinishedRatio ?? 1),
      initialBacklogDays: Float64Array.from(enterprises, (one) => one.initialBacklogDays ?? 0),
    },
    links: {
      supplier: Int32Array.from(links, ({ from }) => from),
      buyer: Int32Array.from(links, ({ to }) => to),
      flowYuan: Float64Array.from(links, ({ flowYuan }) => flowYuan),
      kind: Uint16Array.from(links, ({ kind }) => kind ?? 0),
      corridor: Int32Array.from(links, ({ corridor }) => corridor ?? -1),
      initialStockRatio: Float64Array.from(links, (one) => one.initialStockRatio ?? 1),
      initialBookDays: Float64Array.from(links, (one) => one.initialBookDays ?? 0),
      initialPipelineRatio: Float64Array.from(links, (one) => one.initialPipelineRatio ?? 1),
    },
    corridors: sketch.corridors ?? [],
    roadFloors: sketch.roadFloors ?? [],
    exporterTerms: sketch.exporterTerms ?? {
      laneShares: [1],
      containerYuan: 1e6,
      containerFlowDays: 7,
      penaltyPerDay: 0,
    },
    hasOpeningDay: sketch.hasOpeningDay ?? false,
    offlineShare: sketch.offlineShare ?? 1,
    ...supportOf(sketch),
  };
}

/** Shape of the levers of a drafted chain: one group per enterprise. */
export function groupShape(sketch: ChainSketch): LeverShape {
  const n = sketch.enterprises.length;
  const queues = queuesOf(sketch.gates).length;
  const own = { capacity: n, utility: n, gate: n, demand: n, finished: n, licence: n };
  return { ...own, queues, corridors: sketch.corridors?.length ?? 0 };
}

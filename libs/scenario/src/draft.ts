// A chain before it is put in order: enterprises and links as they come from populations, CSV files or another reader.
// `assembleChain` sorts them into the order that digests, shards and sums rely on.
import type {
  ExporterTerms,
  GateTerms,
  LinkKind,
  MaskTerms,
  ProductClass,
  RiskTerms,
  Rules,
  Sector,
  WorkerTerms,
} from '#libs/model';

export interface DraftEnterprises {
  readonly ids: readonly string[];
  readonly sector: Int32Array;
  readonly zone: Int32Array;
  readonly park: Int32Array;
  readonly isNotable: Uint8Array;
  /** Final demand, yuan a day. Base output is this plus what the links take. */
  readonly finalDemandYuan: Float64Array;
  readonly spareRatio: Float64Array;
  readonly finishedDays: Float64Array;
  /** Groups of the levers, see libs/model levers.ts. */
  readonly capacityGroup: Int32Array;
  readonly gateGroup: Int32Array;
  readonly utilityGroup: Int32Array;
  readonly demandGroup: Int32Array;
  readonly finishedGroup: Int32Array;
  /** Start, against the baseline: finished stock as a share of its target, contracts due in days of final demand. */
  readonly initialFinishedRatio: Float64Array;
  readonly initialBacklogDays: Float64Array;
}

/** Links by rows of the draft's enterprises. */
export interface DraftLinks {
  readonly supplier: Int32Array;
  readonly buyer: Int32Array;
  readonly flowYuan: Float64Array;
  readonly kind: Uint16Array;
  /** Corridor, or -1 on a direct link. */
  readonly corridor: Int32Array;
  /** Start, against the baseline: share of cover in stock, order book in days of flow, share of the pipeline full. */
  readonly initialStockRatio: Float64Array;
  readonly initialBookDays: Float64Array;
  readonly initialPipelineRatio: Float64Array;
}

export interface DraftCorridor {
  readonly id: string;
  /** Carriers' tonnes a day; or a multiple of the corridor's base flow. */
  readonly capacity: { readonly tonnes: number } | { readonly timesBase: number };
  readonly freeShare: number;
  readonly tonnesPerPass: number;
  readonly checkpointDays: number;
  /** Days from application to pass; 0 unless it is said. */
  readonly officeDays?: number;
  /** Its road; the corridor's own id unless it is said. */
  readonly road?: string;
}

export interface ChainDraft {
  readonly seed: number;
  readonly horizonDays: number;
  readonly rules: Rules;
  readonly sectors: readonly Sector[];
  readonly classes: readonly ProductClass[];
  readonly zones: readonly string[];
  readonly parks: readonly string[];
  readonly linkKinds: readonly LinkKind[];
  readonly enterprises: DraftEnterprises;
  readonly links: DraftLinks;
  readonly corridors: readonly DraftCorridor[];
  readonly roadFloors: readonly number[];
  readonly exporterTerms: ExporterTerms;
  readonly hasOpeningDay: boolean;
  /** Share of shops' base turnover that needs visitors, 0..1. */
  readonly offlineShare: number;
  /** Mechanisms of the resumption, columns in the draft's order; none without. */
  readonly workers?: WorkerTerms | undefined;
  readonly gates?: GateTerms | undefined;
  readonly masks?: MaskTerms | undefined;
  readonly risk?: RiskTerms | undefined;
}

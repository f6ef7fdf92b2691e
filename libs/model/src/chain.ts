// The compiled chain: columns of enterprises, links and corridors. libs/scenario fills it; it never changes in a run.
// Enterprises stand sorted by (stage, sector, zone, id), links by (buyer, class, supplier): a link's position is its id.
// Flows and stocks are yuan (a day) at base prices.
import type { Rules } from './rules';
import type { GateTerms, MaskTerms, RiskTerms, WorkerTerms } from './support/terms';

export interface Sector {
  readonly id: string;
  readonly stage: 'plants' | 'markets' | 'exporters';
  /** Class of its product: position in `classes`. */
  readonly product: number;
  /** Outside sellers count in no rate. */
  readonly outside: boolean;
}

export interface ProductClass {
  readonly id: string;
  readonly tonnesPerYuan: number;
}

export interface Enterprises {
  readonly count: number;
  readonly ids: readonly string[];
  /** First enterprise of plants, markets, exporters and, last, `count`. */
  readonly stageStarts: { readonly plants: number; readonly markets: number; readonly exporters: number };
  readonly sector: Int32Array;
  readonly zone: Int32Array;
  readonly park: Int32Array;
  /** 1 where single milestones are told: named in the scenario or above scale. */
  readonly isNotable: Uint8Array;
  /** P0: final demand plus what customers take. */
  readonly baseOutputYuan: Float64Array;
  /** C: base demand from outside the chain. */
  readonly finalDemandYuan: Float64Array;
  /** Base output less base inputs. */
  readonly valueAddedYuan: Float64Array;
  /** k: capacity at base / base output. */
  readonly spareRatio: Float64Array;
  /** m: finished stock aimed at, days of base output. */
  readonly finishedDays: Float64Array;
  /** Fixed draw in [0, 1): open while the sector's open share is above it. */
  readonly gateDraw: Float64Array;
  /** Finished stock, order book and contracts on the eve, as the scenario's dated start has them. */
  readonly initialFinishedYuan: Float64Array;
  readonly initialBacklogYuan: Float64Array;
  readonly capacityGroup: Int32Array;
  readonly gateGroup: Int32Array;
  readonly utilityGroup: Int32Array;
  readonly demandGroup: Int32Array;
  readonly finishedGroup: Int32Array;
}

/** What links of one rule have in common. */
export interface LinkKind {
  /** n: cover, days of base use. */
  readonly coverDays: number;
  /** l: days from consignment to use; 1 on a direct link. */
  readonly leadDays: number;
  /** lambda: days from order to receipt in the baseline, minus 1. */
  readonly pipelineDays: number;
  /** tau: days in which orders close a gap of the position. */
  readonly restoreDays: number;
  readonly need: 'critical' | 'important' | 'none';
  /** Never limiting and never restocked: BoARIO's infinite inventories. */
  readonly unlimited: boolean;
  /** Class of the link in the supplier's and the road's priorities: 0 goes first. */
  readonly priority: number;
}

export interface Links {
  readonly count: number;
  readonly supplier: Int32Array;
  readonly buyer: Int32Array;
  readonly productClass: Int32Array;
  /** a: base flow. */
  readonly flowYuan: Float64Array;
  /** Position in `linkKinds`. */
  readonly kind: Uint16Array;
  /** Corridor, or -1 on a direct link. */
  readonly corridor: Int32Array;
  /** Share of cover in stock, order book, and share of the pipeline under way on the eve. */
  readonly initialStockYuan: Float64Array;
  readonly initialBookYuan: Float64Array;
  readonly initialPipelineRatio: Float64Array;
}

export interface Corridors {
  readonly ids: readonly string[];
  /** Tonnes a day of carriers when nothing restrains them; Infinity where the scenario names no bound. */
  readonly capacityTonnes: Float64Array;
  /** Share of that capacity that passes a checkpoint without a pass. */
  readonly freeShare: Float64Array;
  /** Tonnes a day that one pass carries: trips x load. */
  readonly tonnesPerPass: Float64Array;
  /** Days a checkpoint adds on the road. */
  readonly checkpointDays: Int32Array;
  /** Days from application to pass; 0 where passes are on issue at once. */
  readonly officeDays: Int32Array;
  /** Road of each corridor, by name. */
  readonly road: readonly string[];
}

export interface ExporterTerms {
  readonly laneShares: readonly number[];
  readonly containerYuan: number;
  readonly containerFlowDays: number;
  readonly penaltyPerDay: number;
  /** L: days for which a contract may be overdue before it is cancelled; never unless it is said. */
  readonly cancelAfterDays?: number;
}

export interface Chain {
  readonly horizonDays: number;
  readonly rules: Rules;
  readonly sectors: readonly Sector[];
  readonly classes: readonly ProductClass[];
  readonly zones: readonly string[];
  readonly parks: readonly string[];
  readonly enterprises: Enterprises;
  readonly linkKinds: readonly LinkKind[];
  readonly links: Links;
  readonly corridors: Corridors;
  /** Floors of the road's priority classes: share of a corridor's capacity kept for each. */
  readonly roadFloors: readonly number[];
  /** Whether shops wait for the market's opening day; without one they are all open and take every order. */
  readonly hasOpeningDay: boolean;
  /** Base turnover of the shops that needs visitors: what footfall is measured against. */
  readonly offlineTurnoverYuan: number;
  readonly exporterTerms: ExporterTerms;
  /** Mechanisms of the resumption; undefined where the scenario leaves them out. */
  readonly workers: WorkerTerms | undefined;
  readonly gates: GateTerms | undefined;
  readonly masks: MaskTerms | undefined;
  readonly risk: RiskTerms | undefined;
}

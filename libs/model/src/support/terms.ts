// What the mechanisms of the resumption need to know of a chain: workers, gates, masks, risk. Each is undefined where the
// scenario does not switch it on, and then costs nothing. Columns stand in the chain's order of enterprises.

export interface Origin {
  readonly id: string;
  /** Share of the workers with a green code who set out on their own each day. */
  readonly ownWayRatio: number;
  /** Whether trains and charter buses go there; who comes by them needs no quarantine. */
  readonly hasSeats: boolean;
  /** Days of quarantine after coming on one's own. */
  readonly quarantineDays: number;
  /** First day on which people from there can be listed. */
  readonly releasedDay: number;
  /** Infection brought in by a worker without quarantine. */
  readonly importRisk: number;
}

export interface WorkerTerms {
  readonly origins: readonly Origin[];
  /** Longest quarantine, days. */
  readonly ringDays: number;
  /** Normal staff, heads; 0 where staff is not modelled. */
  readonly staffHeads: Float64Array;
  /** Share of staff on post on the eve. */
  readonly stayedRatio: Float64Array;
  /** Share of staff by origin, enterprise by enterprise: row x origins + origin. */
  readonly originShare: Float64Array;
  /** First cohort of each enterprise, one per origin follows; -1 without staff. */
  readonly cohort: Int32Array;
  readonly cohorts: Cohorts;
  /** theta, per sector: capacity is L^theta. */
  readonly labourExponent: Float64Array;
  /** Share of a hired bus that is filled: each enterprise for itself, and pooled. */
  readonly seatFill: number;
  readonly pooledFill: number;
}

/** Workers of one (sector, weight, park) from one origin who are away on the eve. */
export interface Cohorts {
  readonly count: number;
  readonly origin: Uint8Array;
  readonly sector: Int32Array;
  readonly park: Int32Array;
  /** Weight in the sharing of seats. */
  readonly seatWeight: Float64Array;
  readonly awayHeads: Float64Array;
}

export interface GateTerms {
  /** First day on which the checklist is complete; -1 where there is no gate. */
  readonly readyDay: Int32Array;
  /** Approval queue of each enterprise. */
  readonly queue: Uint8Array;
  readonly queues: readonly string[];
  /** Group of each enterprise in the levers' `licence`. */
  readonly licenceGroup: Int32Array;
}

export interface MaskTerms {
  readonly perWorkerDay: number;
  /** Start-up kit: days of need in stock on the eve. */
  readonly kitDays: number;
  /** How the pool is shared while electricity is not the key. */
  readonly rule: 'need' | 'equal';
  /** Electricity reading e = e0 + (1 - e0) P/P0, from which an enterprise is served, and the most it gets, masks a day. */
  readonly idleRatio: number;
  readonly thresholdRatio: number;
  readonly capMasks: number;
}

export interface RiskTerms {
  /** q: what a day of quarantine leaves of the risk that an arrival brings. */
  readonly perQuarantineDay: number;
  /** Risk a day of a place where everybody works unmasked; of a hall at base footfall. */
  readonly densityRisk: number;
  readonly crowdRisk: number;
  /** Share of the risk that goes each day. */
  readonly decayRatio: number;
  readonly closedDays: number;
}

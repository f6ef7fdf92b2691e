// The levers as they stand on one day: plain numbers by group, corridor or market. libs/scenario lays them out from
// curves, shocks, dated levers and interventions; the model only reads them. Ratios are factors on the base value.

export interface Levers {
  /** Per capacity group: product of all (1 - delta), >= 0. */
  readonly capacity: Float64Array;
  /** Per utility group: share of power, steam or gas that is supplied. */
  readonly utility: Float64Array;
  /** Per gate group: share of its enterprises that may work, 0..1. */
  readonly openShare: Float64Array;
  /** Per demand group: factor on final demand, or on contracts signed, today. */
  readonly demand: Float64Array;
  /** Per demand group: factor on what falls due today; the same as `demand` without a due time. */
  readonly due: Float64Array;
  /** Per finished group: factor on the finished stock aimed at. */
  readonly finishedTarget: Float64Array;
  /** Per licence group: 1 while its enterprises hold a non-stop licence. */
  readonly licence: Float64Array;
  readonly corridors: CorridorLevers;
  readonly market: MarketLevers;
  readonly support: SupportLevers;
  /** Per sector, and at ROADS: causes that are lifted, a bit each of LIFTED; all 0 in a run as it was. */
  readonly lifted: Uint8Array;
}

/** Row of the roads in `lifted`; sectors are fewer. */
export const ROADS = 255;

/** What may be lifted to ask what a constraint costs: bits of `lifted`. */
export const LIFTED = {
  labour: 1,
  gate: 2,
  masks: 4,
  utility: 8,
  transport: 16,
  capacity: 32,
  demand: 64,
  closure: 128,
} as const;

/** The service desk's levers. */
export interface SupportLevers {
  /** Heads a day that are put on the white list. */
  whiteListHeads: number;
  /** Share of the listed who get a green code each day. */
  codeRatio: number;
  /** Seats a day. */
  trainSeats: number;
  charterSeats: number;
  /** 1 while enterprises of one park and origin share buses. */
  hasCarpool: number;
  /** Further share a day that sets out on its own where cars are subsidised, of origins with seats. */
  selfDriveRatio: number;
  /** Factor on the days of quarantine. */
  quarantineRatio: number;
  /** Approvals a day, per queue. */
  readonly approvals: Float64Array;
  /** 1 while a complete checklist is filed, and no approval needed. */
  isFiling: number;
  /** Masks a day that come into the pool. */
  maskSupply: number;
  /** Share of their need that enterprises buy themselves. */
  maskPurchaseRatio: number;
  /** 1 while electricity is the key to the pool. */
  isElectricityKey: number;
  /** Share of exporters with a force-majeure certificate. */
  certificateShare: number;
}

export interface CorridorLevers {
  /** Quota of passes, per corridor; passes on issue where no application is needed. */
  readonly passes: Float64Array;
  /** 1 while the corridor's checkpoint asks for a pass. */
  readonly isControlled: Float64Array;
  /** 1 while the green channel spares goods the checkpoint's delay. */
  readonly hasGreenChannel: Float64Array;
  /** Share of the carriers' drivers at work. */
  readonly driverShare: Float64Array;
}

export interface MarketLevers {
  /** 1 from the market's opening day on. */
  isOpen: number;
  /** Share of closed shops that open on the first day, and on each later one. */
  openingHazard: number;
  /** Share of base turnover taken online, whoever is open. */
  onlineShare: number;
  /** Visitors a day after entry control. */
  visitors: number;
  basketYuan: number;
}

/** How many groups and corridors the levers of a chain have. */
export interface LeverShape {
  readonly capacity: number;
  readonly utility: number;
  readonly gate: number;
  readonly demand: number;
  readonly finished: number;
  readonly corridors: number;
  /** Licence groups and approval queues, where gates are modelled. */
  readonly licence?: number;
  readonly queues?: number;
}

/** Levers that change nothing: the undisturbed chain. */
export function neutralLevers(shape: LeverShape): Levers {
  const ones = (length: number): Float64Array => new Float64Array(length).fill(1);
  return {
    capacity: ones(shape.capacity),
    utility: ones(shape.utility),
    openShare: ones(shape.gate),
    demand: ones(shape.demand),
    due: ones(shape.demand),
    finishedTarget: ones(shape.finished),
    corridors: {
      passes: new Float64Array(shape.corridors),
      isControlled: new Float64Array(shape.corridors),
      hasGreenChannel: new Float64Array(shape.corridors),
      driverShare: ones(shape.corridors),
    },
    licence: new Float64Array(shape.licence ?? 0),
    market: { isOpen: 1, openingHazard: 1, onlineShare: 0, visitors: 0, basketYuan: 0 },
    support: {
      whiteListHeads: 0,
      codeRatio: 1,
      trainSeats: 0,
      charterSeats: 0,
      hasCarpool: 0,
      selfDriveRatio: 0,
      quarantineRatio: 1,
      approvals: new Float64Array(shape.queues ?? 0),
      isFiling: 0,
      maskSupply: 0,
      maskPurchaseRatio: 1,
      isElectricityKey: 0,
      certificateShare: 0,
    },
    lifted: new Uint8Array(ROADS + 1),
  };
}

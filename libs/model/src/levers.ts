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
  readonly corridors: CorridorLevers;
  readonly market: MarketLevers;
}

export interface CorridorLevers {
  /** Passes on issue, per corridor. */
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
    market: { isOpen: 1, openingHazard: 1, onlineShare: 0, visitors: 0, basketYuan: 0 },
  };
}

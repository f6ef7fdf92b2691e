// How BoARIO's printed variables read in our state. Differences are measured against base output, overproduction
// against 1; BoARIO prints 17 digits. Production, orders, final demand not served and stock decide.
import type { LinkKind } from '#libs/model';
import type { ExpectedRow, Measure, StepReading, Subject } from './case';

const TOLERANCE = 1e-9;

/** So rounding chooses that step, and sums in another order choose another; what is made does not hang on it. */
const LAST_BIT = 'BoARIO begins to let overproduction fall back only where demand equals last output to the last bit';

/** @param options `alphaBase`: overproduction at rest; `kinds`: one per product */
export function boarioMeasures(options: {
  alphaBase: number;
  industries: number;
  kinds: readonly LinkKind[];
}): ReadonlyMap<string, Measure> {
  const { alphaBase, industries, kinds } = options;
  const products = kinds.length;
  const perIndustry = (ours: Measure['ours']): Measure => ({ ...measure, rowsPerStep: industries, ours });
  const shown = (ours: Measure['ours']): Measure => ({ ...perIndustry(ours), shownBecause: LAST_BIT });
  const measure = { tolerance: TOLERANCE, scale: baseOutput };
  return new Map<string, Measure>([
    ['production', perIndustry((reading, { enterprise }) => reading.outputYuan[enterprise])],
    ['orders_received_next', perIndustry((reading, { enterprise }) => reading.ordersYuan[enterprise])],
    ['final_demand_not_distributed', perIndustry(finalUnserved)],
    [
      'stock',
      {
        ...measure,
        rowsPerStep: industries * products,
        ours: (reading, { enterprise, other }) =>
          kinds[other].unlimited ? Infinity : reading.classStockYuan[enterprise * products + other],
      },
    ],
    ['capacity', shown((reading, { enterprise }) => reading.capacityYuan[enterprise])],
    [
      'overprod',
      { ...shown((reading, { enterprise }) => reading.overtimeRatio[enterprise] * alphaBase), scale: () => 1 },
    ],
  ]);
}

function baseOutput(reading: StepReading, { enterprise }: ExpectedRow): number {
  return reading.baseOutputYuan[enterprise];
}

function finalUnserved({ finalDemandYuan, finalServedYuan }: StepReading, { enterprise }: Subject): number {
  return finalDemandYuan[enterprise] - finalServedYuan[enterprise];
}

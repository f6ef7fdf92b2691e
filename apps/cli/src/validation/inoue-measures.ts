// How the Inoue-Todo simulator's printed variables read in our state. Firms' values are printed with 6 digits and
// compared to 1e-5 of themselves, totals with 17 and compared to 1e-9.
import type { ExpectedRow, Measure, StepReading } from './case';
import type { FirmNetwork } from './inoue-inputs';
import type { DamagePath } from './inoue-recovery';

const PRINTED = 1e-5;
const EXACT = 1e-9;

/** Values below this share of base are measured against it: 1e-5 of it is the 1e-9 of base that totals allow. */
const SMALL = EXACT / PRINTED;

/** @param options `startDays`: per firm, days of stock at the start */
export function inoueMeasures(options: {
  startDays: readonly number[];
  network: FirmNetwork;
  damage: DamagePath;
}): ReadonlyMap<string, Measure> {
  const { startDays, network, damage } = options;
  const { ids, links } = network;
  const buyers = new Set(links.map(({ buyer }) => buyer));
  const firm = { tolerance: PRINTED, rowsPerStep: ids.length, scale: ofFirm };
  return new Map<string, Measure>([
    ['production', { ...firm, ours: (reading, { enterprise }) => reading.outputYuan[enterprise] }],
    ['demand', { ...firm, ours: (reading, { enterprise }) => reading.demandYuan[enterprise] }],
    [
      'supply_limited',
      {
        ...firm,
        // A firm that buys nothing has no limit; printed is what its first stock would have allowed.
        ours: (reading, { enterprise }) =>
          buyers.has(enterprise)
            ? reading.inputLimitYuan[enterprise]
            : startDays[enterprise] * reading.baseOutputYuan[enterprise],
      },
    ],
    [
      'delta',
      {
        ...firm,
        ours: (reading, { enterprise }) => damage.remaining[reading.step][enterprise],
        scale: (_, { value }) => Math.max(Math.abs(value), SMALL),
      },
    ],
    [
      'delivery',
      {
        ...{ tolerance: PRINTED, rowsPerStep: links.length },
        ours: (reading, { other }) => reading.shippedYuan[other],
        scale: (_, { other, value }) => Math.max(Math.abs(value), SMALL * links[other].flowYuan),
      },
    ],
    ['total_production', total(({ outputYuan }) => outputYuan)],
    ['total_final_consumption', total(({ finalServedYuan }) => finalServedYuan)],
  ]);
}

function ofFirm({ baseOutputYuan }: StepReading, { enterprise, value }: ExpectedRow): number {
  return Math.max(Math.abs(value), SMALL * baseOutputYuan[enterprise]);
}

function total(column: (reading: StepReading) => Float64Array): Measure {
  return {
    ...{ tolerance: EXACT, rowsPerStep: 1 },
    ours: (reading) => sum(column(reading)),
    scale: (reading) => sum(reading.baseOutputYuan),
  };
}

function sum(values: Float64Array): number {
  return values.reduce((total, value) => total + value, 0);
}

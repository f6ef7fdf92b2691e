// A layered chain that comes back to work: staff away by origin, checklists, masks, places with risk, and a market tier
// before exporters. Drawn from a number, like `layered`; a section that is left out leaves its mechanism off.
import { Random } from '#libs/kernel';
import type { Levers } from '#libs/model';
import type { ChainSketch } from './draft-of';
import { layered, type LayeredOptions } from './layered';

export interface ResumingOptions extends LayeredOptions {
  readonly hasWorkers: boolean;
  readonly hasGates: boolean;
  /** Masks need workers. */
  readonly hasMasks: boolean;
  readonly hasRisk: boolean;
  /** Nobody is away and nobody waits for a checklist. */
  readonly isUndisturbed?: boolean;
}

const PARKS = ['north', 'south', 'hall'];
const ORIGINS = [
  { id: 'local', ownWayRatio: 0.6 },
  { id: 'province', ownWayRatio: 0.05, hasSeats: true, quarantineDays: 3, importRisk: 0.0001 },
  { id: 'high-risk', ownWayRatio: 0.3, quarantineDays: 7, releasedDay: 8, importRisk: 0.001 },
];

export function resuming(options: ResumingOptions): ChainSketch {
  const { seed, hasWorkers, hasGates, hasMasks, hasRisk, isUndisturbed = false } = options;
  const sketch = withMarket(layered(options));
  const random = new Random(seed);
  const draw = (row: number, which: number): number => random.uniform(101, row, 0, which);
  const enterprises = sketch.enterprises.map((one, row) => {
    const shares = [draw(row, 1), draw(row, 2), draw(row, 3)];
    const all = shares[0] + shares[1] + shares[2];
    const hasStaff = draw(row, 4) < 0.9;
    return {
      ...one,
      park: sketch.sectors[one.sector].stage === 'markets' ? 2 : row % 2,
      staffHeads: hasStaff ? 1 + Math.floor(200 * draw(row, 5)) : 0,
      stayedRatio: isUndisturbed ? 1 : Math.floor(5 * draw(row, 6)) / 4,
      originShare: shares.map((share) => share / all),
      seatWeight: draw(row, 7) < 0.5 ? 1 : 2.5,
      readyDay: isUndisturbed ? 0 : Math.floor(10 * draw(row, 8)) - 1,
      queue: row % 2,
    };
  });
  return {
    ...sketch,
    enterprises,
    parks: PARKS,
    ...(hasWorkers && {
      workers: { origins: ORIGINS, ringDays: 14, labourExponent: [1, 2.12], seatFill: 0.65, pooledFill: 0.9 },
    }),
    ...(hasGates && { gates: { queues: ['large', 'small'] } }),
    ...(hasMasks && hasWorkers && { masks: { perWorkerDay: 2, kitDays: 1, rule: seed % 2 ? 'need' : 'equal' } }),
    ...(hasRisk && {
      risk: {
        perQuarantineDay: 0.7,
        densityRisk: 0.1,
        crowdRisk: isUndisturbed ? 0 : 0.05,
        decayRatio: 0.05,
        closedDays: 4,
      },
    }),
  };
}

/** The tier before exporters is a market. */
function withMarket(sketch: ChainSketch): ChainSketch {
  const { sectors } = sketch;
  const tier = sectors.length - 2;
  if (tier < 1 || sectors[tier + 1].stage !== 'exporters') return sketch;
  return {
    ...sketch,
    sectors: sectors.map((one, at) => (at === tier ? { ...one, stage: 'markets' } : one)),
    hasOpeningDay: true,
  };
}

/** Levers of the desk and the market on a day, different ones for every number. */
export function pullLevers({ support, licence, market, openShare }: Levers, day: number, seed: number): void {
  const random = new Random(seed);
  const draw = (which: number): number => random.uniform(102, Math.floor(day / 4), 0, which);
  const isOn = (which: number): number => (draw(which) < 0.5 ? 1 : 0);
  support.whiteListHeads = isOn(0) ? Infinity : Math.floor(400 * draw(1));
  support.codeRatio = draw(2);
  support.trainSeats = 50 * isOn(3) * draw(4);
  support.charterSeats = 90 * isOn(5) * draw(6);
  support.hasCarpool = isOn(7);
  support.selfDriveRatio = isOn(8) * draw(9);
  support.quarantineRatio = 2 * draw(10);
  support.approvals.fill(Math.floor(4 * draw(11)));
  support.isFiling = draw(12) < 0.2 ? 1 : 0;
  support.maskSupply = 800 * isOn(13) * draw(14);
  support.maskPurchaseRatio = draw(15);
  support.isElectricityKey = isOn(16);
  support.certificateShare = draw(17);
  licence.fill(draw(18) < 0.2 ? 1 : 0);
  openShare.fill(draw(19) < 0.8 ? 1 : 0.5);
  market.isOpen = day < 4 ? 0 : 1;
  market.openingHazard = draw(20);
  market.onlineShare = draw(21) / 4;
  market.visitors = 1000 * draw(22);
  market.basketYuan = 1;
}

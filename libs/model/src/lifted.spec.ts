// Lifting a constraint (levers.lifted) removes exactly that constraint, in exactly that sector.
import { LIFTED, ROADS, type Levers } from './index';
import { diaryOf, directKind, PLAIN_RULES, roadKind, sectorsOf, type ChainSketch, type Diary } from '#libs/testing';

type Constraint = keyof typeof LIFTED;

const CONSTRAINTS = Object.keys(LIFTED) as Constraint[];
const DAYS = 14;
const [MILL, DYER] = [0, 1];

/** A mill sells to a dyer by road; a host in the dyer's park brings workers home when they are listed. */
function sketchOf(held: Constraint | 'nothing'): ChainSketch {
  return {
    rules: { ...PLAIN_RULES, overtime: { rule: 'off' } },
    sectors: sectorsOf({ mill: 'plants', dyer: 'plants', host: 'plants' }),
    linkKinds: [directKind(3), roadKind(3, 2)],
    parks: ['north', 'south'],
    enterprises: [
      { id: 'mill', sector: MILL, finalDemandYuan: 0, spareRatio: 2 },
      {
        ...{ id: 'dyer', sector: DYER, finalDemandYuan: 100, park: 1, staffHeads: 50 },
        stayedRatio: held === 'labour' ? 0.4 : 1,
        readyDay: held === 'gate' ? 99 : 0,
      },
      { id: 'host', sector: 2, finalDemandYuan: 10, park: 1, staffHeads: 10, stayedRatio: held === 'closure' ? 0 : 1 },
    ],
    links: [{ from: MILL, to: DYER, flowYuan: 50, kind: 1, corridor: 0 }],
    corridors: [{ id: 'road', capacity: { timesBase: 3 }, freeShare: 1, tonnesPerPass: 0, checkpointDays: 0 }],
    workers: { origins: [{ importRisk: 1 }] },
    gates: {},
    masks: {},
    risk: { closedDays: 30 },
  };
}

function holdDown(levers: Levers, held: Constraint | 'nothing'): void {
  levers.support.isFiling = 1;
  if (held === 'closure') levers.support.whiteListHeads = Infinity;
  if (held === 'masks') levers.support.maskPurchaseRatio = 0.4;
  if (held === 'capacity') levers.capacity[DYER] = 0.4;
  if (held === 'utility') levers.utility[DYER] = 0.4;
  if (held === 'transport') levers.corridors.driverShare.fill(0.1);
  if (held === 'demand') {
    levers.demand[DYER] = 0.4;
    levers.due[DYER] = 0.4;
  }
}

function run(held: Constraint | 'nothing', lift: (lifted: Uint8Array) => void): Diary {
  return diaryOf(sketchOf(held), {
    days: DAYS,
    change: (levers) => {
      holdDown(levers, held);
      lift(levers.lifted);
    },
  });
}

const outputOf = (diary: Diary): number => diary.of('dyer', 'outputYuan').at(-1) ?? NaN;
const untouched = (): void => undefined;

describe.each(CONSTRAINTS)('a dyer that is held down by %s', (held) => {
  const heldDown = outputOf(run(held, untouched));
  const lifted = (other: Constraint, ...rows: number[]): Diary =>
    run(held, (bits) => rows.forEach((row) => (bits[row] = LIFTED[other])));

  it('makes less than half', () => expect(heldDown).toBeLessThan(50));
  it('makes all it can where that is lifted, and is held by nothing', () => {
    const diary = lifted(held, DYER, ROADS);
    expect(outputOf(diary)).toBeCloseTo(100, 9);
    expect(diary.bound('dyer')[DAYS - 1]).toBe('none');
  });
  it.each(CONSTRAINTS.filter((other) => other !== held))('is not helped by lifting %s', (other) =>
    expect(outputOf(lifted(other, DYER, ROADS))).toBe(heldDown),
  );
  it('is not helped by lifting it in another sector', () =>
    expect(outputOf(lifted(held, MILL, held === 'transport' ? DYER : MILL))).toBe(heldDown));
});

describe('a dyer that lacks people and masks', () => {
  const short = (...lift: Constraint[]): Diary =>
    diaryOf(sketchOf('labour'), {
      days: 2,
      change: (levers) => {
        holdDown(levers, 'masks');
        for (const one of lift) levers.lifted[DYER] |= LIFTED[one];
      },
    });

  it('is held by the other where one is lifted', () => {
    expect(short('labour').bound('dyer')).toEqual(['masks', 'masks']);
    expect(short('masks').bound('dyer')).toEqual(['labour', 'labour']);
    expect(outputOf(short('labour'))).toBeCloseTo(40, 9);
    expect(outputOf(short('masks'))).toBeCloseTo(40, 9);
    expect(outputOf(short())).toBeCloseTo(16, 9);
  });
});

describe('a dyer that waits at its gate in a closed place', () => {
  it('is held by the gate where closure is lifted, and by closure where the gate is', () => {
    const both = (lift: Constraint): string =>
      diaryOf(
        {
          ...sketchOf('closure'),
          enterprises: sketchOf('closure').enterprises.map((one) =>
            one.id === 'dyer' ? { ...one, readyDay: 99 } : one,
          ),
        },
        {
          days: DAYS,
          change: (levers) => {
            holdDown(levers, 'closure');
            levers.lifted[DYER] = LIFTED[lift];
          },
        },
      ).bound('dyer')[DAYS - 1];
    expect(both('closure')).toBe('gate');
    expect(both('gate')).toBe('closure');
  });
});

describe('a market before its opening day', () => {
  it('opens where its gate is lifted', () => {
    const sketch: ChainSketch = {
      rules: PLAIN_RULES,
      sectors: sectorsOf({ shops: 'markets' }),
      linkKinds: [],
      links: [],
      enterprises: [{ id: 'shop', sector: 0, finalDemandYuan: 100 }],
      hasOpeningDay: true,
    };
    const diary = diaryOf(sketch, {
      days: 4,
      change: ({ market, lifted }, day) => {
        market.isOpen = 0;
        if (day > 1) lifted[0] = LIFTED.gate;
      },
    });
    expect(diary.of('shop', 'isOpen')).toEqual([0, 0, 1, 1]);
  });
});

import { assembleChain, directKind, draftOf, groupShape, PLAIN_RULES, roadKind, sectorsOf } from '#libs/testing';
import { neutralLevers, LIFTED, ROADS } from '#libs/model';
import { longestWayDays, reliefDays } from './horizon';
import { withLifted } from './lift';

const sketch = {
  rules: PLAIN_RULES,
  sectors: sectorsOf({ yarn: 'plants', cloth: 'plants', shops: 'markets', exporters: 'exporters' }),
  linkKinds: [directKind(5), roadKind(5, 4)],
  enterprises: ['spinner', 'weaver', 'shop', 'exporter'].map((id, sector) => ({
    id,
    sector,
    finalDemandYuan: sector === 3 ? 100 : 0,
  })),
  links: [
    { from: 0, to: 1, flowYuan: 100, kind: 1, corridor: 0 },
    { from: 1, to: 2, flowYuan: 100, kind: 1, corridor: 0 },
    { from: 2, to: 3, flowYuan: 100, kind: 0 },
  ],
  corridors: [{ id: 'a~b', capacity: { timesBase: 2 }, freeShare: 1, tonnesPerPass: 0, checkpointDays: 0 }],
} as const;

describe('how far a relief is followed', () => {
  const chain = assembleChain(draftOf(sketch));

  it('adds up the lead times of the longest way, a day more for each link', () => {
    expect(longestWayDays(chain)).toBe(5 + 5 + 2);
  });

  it('is 28 days at least', () => {
    expect(reliefDays(chain)).toBe(28);
  });
});

describe('a lifted constraint', () => {
  const levers = withLifted(
    () => neutralLevers(groupShape(sketch)),
    [
      { cause: 'labour', sector: 1 },
      { cause: 'final-demand', sector: 1 },
      { cause: 'transport', sector: null },
    ],
    5,
  );

  it('binds before its day and no longer from it on', () => {
    expect(levers(4).lifted.every((bits) => bits === 0)).toBe(true);
    expect(levers(5).lifted[1]).toBe(LIFTED.labour | LIFTED.demand);
    expect(levers(5).lifted[ROADS]).toBe(LIFTED.transport);
  });
});

import { standingOf } from './standing';

const groups = [
  { sector: 'weaving', name: { en: 'Weaving' }, first: 0, count: 3 },
  { sector: 'market', name: { en: 'Market' }, first: 3, count: 3 },
  { sector: 'outside', name: { en: 'Outside' }, first: 6, count: 1 },
];
const bytes = Uint8Array.from([0, 99, 100, 9, 10, 200, 255]);

describe('how enterprises stand on a day', () => {
  it('counts those below half, asleep and back, and no seller outside', () => {
    expect(standingOf(bytes, groups)).toMatchObject({ all: 6, asleep: 2, belowHalf: 4, back: 1 });
  });

  it('names the sector with the most below half; the first of equals', () => {
    expect(standingOf(bytes, groups).most).toMatchObject({ sector: 'weaving', count: 2 });
  });

  it('may be of one sector', () => {
    expect(standingOf(bytes, groups, 'market')).toMatchObject({ all: 3, belowHalf: 2, back: 1 });
  });

  it('names nobody where all are back', () => {
    expect(
      standingOf(
        Uint8Array.from([200]),
        [groups[0]].map((one) => ({ ...one, count: 1 })),
      ).most,
    ).toBeUndefined();
  });
});

import fc from 'fast-check';
import { foldHeat, meanOf } from './heat-fold';

const name = { en: 'any' };
const groups = [
  { sector: 'weaving', name, first: 0, count: 3 },
  { sector: 'market', name, first: 3, count: 2 },
  { sector: 'outside-yarn', name, first: 5, count: 1 },
];
const days = [Uint8Array.from([0, 200, 0, 10, 20, 255]), Uint8Array.from([0, 200, 150, 30, 200, 255])];

describe('bytes of all enterprises over days', () => {
  it('are placed by the day of waking, sector by sector, without sellers outside', () => {
    const heat = foldHeat({ days, groups, firstRow: 0, order: 'woke' });
    expect([...heat.rows]).toEqual([1, 2, 0, 4, 3]);
    expect(heat.groups.map(({ sector, first, count }) => [sector, first, count])).toEqual([
      ['weaving', 0, 3],
      ['market', 3, 2],
    ]);
  });

  it('stay in the order of the chain where that is asked for', () => {
    expect([...foldHeat({ days, groups, firstRow: 0, order: 'chain' }).rows]).toEqual([0, 1, 2, 3, 4]);
  });

  it('may be those of one sector', () => {
    const part = days.map((bytes) => bytes.slice(3, 5));
    const heat = foldHeat({ days: part, groups, firstRow: 3, order: 'woke' });
    expect([...heat.rows]).toEqual([4, 3]);
    expect(heat.groups).toHaveLength(1);
  });

  it('leave whoever has woken in place when a day is added', () => {
    const before = foldHeat({ days: days.slice(0, 1), groups, firstRow: 0, order: 'woke' });
    const after = foldHeat({ days, groups, firstRow: 0, order: 'woke' });
    expect(after.rows[0]).toBe(before.rows[0]);
  });

  it('give the mean of any run of places', () => {
    const values = fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(values, fc.nat(), fc.nat(), (bytes, a, b) => {
        const from = a % bytes.length;
        const to = from + 1 + (b % (bytes.length - from));
        const heat = foldHeat({
          days: [Uint8Array.from(bytes)],
          groups: [{ sector: 's', name, first: 0, count: bytes.length }],
          firstRow: 0,
          order: 'woke',
        });
        const chosen = [...heat.rows.subarray(from, to)].map((row) => bytes[row]);
        const mean = chosen.reduce((sum, byte) => sum + byte, 0) / chosen.length / 200;
        expect(meanOf(heat, 0, from, to)).toBeCloseTo(mean, 9);
      }),
    );
  });

  it('are nothing before the first day', () => {
    expect(foldHeat({ days: [], groups, firstRow: 0, order: 'woke' }).count).toBe(0);
  });
});

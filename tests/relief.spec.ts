// The bottleneck by relief: a chain with one shock to weaving, asked on a day of the shock.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resumption, scratch } from './command';

interface Relief {
  readonly overDays: number;
  readonly deliveredYuan: number;
  readonly baselineYuan: number;
  readonly reliefs: readonly { cause: string; sector: string | null; gainYuan: number; shareOfBaseline: number }[];
}

const CHAIN = `resumption: 1
id: two-tiers
name: { en: Two tiers }
start: 2020-02-01
days: 40
products: { grey: { yuanPerTonne: 40000 }, cloth: { yuanPerTonne: 40000 } }
sectors:
  weaving: { stage: plants, product: grey, populations: { weaver: { count: 4 } } }
  dyeing:
    stage: plants
    product: cloth
    baseYuanPerDay: 1e6
    buys: { grey: { perOutput: 0.5, from: { weaving: { direct: true, coverDays: 3 } } } }
    populations: { dyer: { count: 3 } }
shocks: { fire: { on: { sector: weaving }, from: 5, days: 20, leaves: 0.3 } }
`;

const folder = scratch();
const archive = join(folder, 'run');

beforeAll(() => {
  const file = join(folder, 'two-tiers.yaml');
  writeFileSync(file, CHAIN);
  expect(resumption('run', file, '--out', archive).code).toBe(0);
});

const reliefOn = (place: string, ...words: string[]): Relief =>
  JSON.parse(resumption('relief', `${archive}@${place}`, '--json', ...words).out) as Relief;

describe('relief on a day of the shock', () => {
  it('finds the shocked sector: lifting its capacity brings final demand most, 28 days long', () => {
    const { overDays, deliveredYuan, baselineYuan, reliefs } = reliefOn('15');
    expect(overDays).toBe(28);
    expect(reliefs[0]).toMatchObject({ cause: 'capacity', sector: 'weaving' });
    expect(reliefs[0].gainYuan).toBeGreaterThan(0.1 * baselineYuan);
    expect(deliveredYuan).toBeLessThan(baselineYuan);
  });

  it('is the same by date, and with any number of workers', () => {
    expect(reliefOn('2020-02-16', '--workers', '1')).toEqual(reliefOn('15', '--workers', '3'));
  });

  it('tells the headline in both languages', () => {
    expect(resumption('relief', `${archive}@15`).out).toContain('BY RELIEF  weaving · capacity');
    expect(resumption('--lang', 'zh', 'relief', `${archive}@15`).out).toContain('按解除效果');
  });
});

describe('relief on a day on which nothing binds', () => {
  it('finds nothing to lift', () => {
    expect(reliefOn('2').reliefs).toEqual([]);
    expect(resumption('relief', `${archive}@2`).out).toContain('no single constraint');
  });
});

describe('a place that is none', () => {
  it.each([
    [`${archive}@40`, 'CLI_BAD_DAY', 'Days go from 0 (2020-02-01) to 39 (2020-03-11).'],
    [`${archive}@soon`, 'CLI_BAD_DAY', '"soon" is no day of the run.'],
    [archive, 'CLI_BAD_PLACE', 'it names no day.'],
    [`${join(folder, 'none')}@3`, 'ARC_', 'none'],
  ])('%s', (place, code, words) => {
    const { code: exit, err } = resumption('relief', place);
    expect(exit).toBe(2);
    expect(err).toContain(code);
    expect(err).toContain(words);
  });
});

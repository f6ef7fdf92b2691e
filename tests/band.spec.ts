// One scenario under many seeds.
import { resumption } from './command';

interface Band {
  readonly low: number;
  readonly median: number;
  readonly high: number;
}

interface BandSummary {
  readonly kind: string;
  readonly capacityRecovery: { low: number[]; median: number[]; high: number[] };
  readonly lostValueAddedYuan: Band;
  readonly observations: readonly { one: { id: string }; within: number | null; came: number }[];
  readonly members: readonly {
    seed: number;
    digest: string;
    lostYuan: { valueAdded: number };
    observations: Record<string, number | null>;
  }[];
}

const mini = ['run', 'seeds/keqiao/mini.yaml', '--days', '40'];
const bandOf = (...words: string[]): BandSummary =>
  JSON.parse(resumption(...mini, ...words, '--json').out) as BandSummary;

describe('a band over five seeds in three worker threads', () => {
  let band: BandSummary;

  beforeAll(() => (band = bandOf('-n', '5', '--seed', '11', '--workers', '3')));

  it('has its members in the order of their seeds', () => {
    expect(band.members.map(({ seed }) => seed)).toEqual([11, 12, 13, 14, 15]);
  });

  it('is the same with one worker', () => {
    expect(bandOf('-n', '5', '--seed', '11', '--workers', '1')).toEqual(band);
  });

  it('has members that are the single runs of their seeds', () => {
    const single = JSON.parse(resumption(...mini, '--seed', '13', '--no-archive', '--json').out) as {
      digest: string;
      lostYuan: object;
      observations: { id: string; simulated: number | null }[];
    };
    expect(band.members[2]).toMatchObject({
      digest: single.digest,
      lostYuan: single.lostYuan,
      observations: Object.fromEntries(single.observations.map(({ id, simulated }) => [id, simulated])),
    });
  });

  it('goes from the least to the greatest, as five runs are few', () => {
    const lost = band.members.map(({ lostYuan }) => lostYuan.valueAdded).sort((a, b) => a - b);
    expect(band.kind).toBe('min-max');
    expect(band.lostValueAddedYuan).toEqual({ low: lost[0], median: lost[2], high: lost[4] });
    band.capacityRecovery.median.forEach((median, day) => {
      expect(median).toBeGreaterThanOrEqual(band.capacityRecovery.low[day]);
      expect(median).toBeLessThanOrEqual(band.capacityRecovery.high[day]);
    });
  });

  it('counts the members inside the tolerance of each observation', () => {
    const K4 = band.observations.find(({ one }) => one.id === 'K4');
    expect(K4).toMatchObject({ within: 5, came: 5 });
  });
});

describe('a band over twenty seeds', () => {
  it('leaves out the lowest and the highest', () => {
    const band = bandOf('-n', '20', '--days', '20');
    const lost = band.members.map(({ lostYuan }) => lostYuan.valueAdded).sort((a, b) => a - b);
    expect(band.kind).toBe('5-95 %');
    expect(band.lostValueAddedYuan).toEqual({ low: lost[1], median: lost[9], high: lost[18] });
  });
});

describe('a band', () => {
  it('is drawn in both languages', () => {
    expect(resumption(...mini, '-n', '2').out).toContain('2 runs, seeds 1 – 2');
    expect(resumption('--lang', 'zh', ...mini, '-n', '2').out).toContain('2 次模拟');
  });

  it('ends with the error of a member that cannot be run', () => {
    const words = ['-n', '3', '--set', 'enterprises.alice.sector=dyein'];
    const { code, out, err } = resumption(...mini, ...words);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('Did you mean "dyeing"?');
  });

  it.each([
    ['of one run', ['-n', '1'], 'from 2 to 1000'],
    ['of more than a thousand', ['-n', '1001'], 'from 2 to 1000'],
    ['that is to be kept', ['-n', '2', '--out', 'runs/x'], 'keeps no archives'],
    ['without a worker', ['-n', '2', '--workers', '0'], 'from 1 to 64'],
  ])('%s is refused', (_, words, mend) => {
    const { code, err } = resumption(...mini, ...words);
    expect(code).toBe(2);
    expect(err).toContain(mend);
  });
});

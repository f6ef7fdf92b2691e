// Workers, gates, masks and risk as the file has them, in the chain and in the levers of a day.
import type { Chain, SupportLevers, WorkerTerms } from '#libs/model';
import { compileCsv, compileText, COUNTY, CSV_COUNTY, ENTERPRISES_CSV } from './county.fixture';
import { RESUMING, resumingWith } from './resuming.fixture';
import type { Intervention } from './interventions';
import { leversOf } from './schedule';

const resuming = compileText(RESUMING);
const { chain, schedule } = resuming;

function workersOf({ workers }: Chain): WorkerTerms {
  if (!workers) throw new Error('no workers');
  return workers;
}

function rowOf(id: string, of = chain): number {
  return of.enterprises.ids.indexOf(id);
}

function rowsOf(population: string, of = chain): number[] {
  return of.enterprises.ids.flatMap((id, row) => (id.startsWith(`${population}-`) ? [row] : []));
}

function sharesOf(row: number, { originShare, origins }: WorkerTerms): number[] {
  return [...originShare.subarray(row * origins.length, (row + 1) * origins.length)];
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

describe('a file without the sections of the resumption', () => {
  const plain = compileText(COUNTY);

  it('has a chain without workers, gates, masks and risk', () => {
    const { workers, gates, masks, risk } = plain.chain;
    expect({ workers, gates, masks, risk }).toEqual({});
  });

  it('has levers that hold nobody back: everybody is listed at once, masks are bought, nothing is approved', () => {
    expect(leversOf(plain.schedule)(9).support).toEqual({
      whiteListHeads: Infinity,
      codeRatio: 1,
      trainSeats: 0,
      charterSeats: 0,
      hasCarpool: 0,
      selfDriveRatio: 0,
      quarantineRatio: 1,
      approvals: new Float64Array(0),
      isFiling: 0,
      maskSupply: 0,
      maskPurchaseRatio: 1,
      isElectricityKey: 0,
      certificateShare: 0,
    });
  });
});

describe('the workers of a county', () => {
  const workers = workersOf(chain);

  it('come from the origins of the file', () => {
    expect(workers.origins).toEqual([
      { id: 'local', ownWayRatio: 0.6, hasSeats: false, quarantineDays: 0, releasedDay: 0, importRisk: 0 },
      { id: 'outside', ownWayRatio: 0.05, hasSeats: true, quarantineDays: 7, releasedDay: 0, importRisk: 0.0001 },
      { id: 'high-risk', ownWayRatio: 0.05, hasSeats: false, quarantineDays: 14, releasedDay: 53, importRisk: 0.01 },
    ]);
    expect(workers).toMatchObject({ seatFill: 0.65, pooledFill: 0.9, ringDays: 28 });
    expect([...workers.labourExponent]).toEqual([1, 2.12]);
  });

  it('are as many as the size says, or the name; nobody where no origins are written', () => {
    const heads = (id: string): number => workers.staffHeads[rowOf(id)];
    expect([heads('alice'), heads('berta'), heads('carla'), heads('dyer-1'), heads('office-1')]).toEqual([
      600, 240, 120, 550, 0,
    ]);
    expect(sum(rowsOf('mill').map((row) => workers.staffHeads[row])) / 400).toBeCloseTo(120, -1);
  });

  it('have stayed as the file says; all of them where a licence holds on the eve', () => {
    const stayed = (id: string): number => workers.stayedRatio[rowOf(id)];
    expect([stayed('mill-001'), stayed('berta'), stayed('shed-01'), stayed('alice')]).toEqual([0.2, 0.2, 0, 1]);
    const unlicensed = workersOf(compileText(resumingWith('2020-02-01: 1, 2020-02-10: 0', '2020-02-02: 1')).chain);
    expect(unlicensed.stayedRatio[rowOf('alice')]).toBe(0.1);
    const started = compileText(`${RESUMING}initial: { cause: data, staff: { weaving: 0.3 } }\n`).chain;
    expect(workersOf(started).stayedRatio[rowOf('shed-01')]).toBe(0.3);
  });

  it("depart from their population's mix, and have it on average; a mix of one's own stands as it is", () => {
    const mills = rowsOf('mill').map((row) => sharesOf(row, workers));
    for (const shares of mills) {
      expect(sum(shares)).toBeCloseTo(1, 12);
      expect(Math.min(...shares)).toBeGreaterThanOrEqual(0);
      expect(Math.abs(shares[0] - 0.5)).toBeLessThanOrEqual(0.5 * 2 * 0.15);
    }
    [0.5, 0.4, 0.1].forEach((share, origin) =>
      expect(Math.abs(sum(mills.map((shares) => shares[origin])) / mills.length - share)).toBeLessThan(0.01),
    );
    expect(new Set(mills.map(([local]) => local)).size).toBe(400);
    expect(sharesOf(rowOf('alice'), workers)).toEqual([0.25, 0.75, 0]);
    expect(sharesOf(rowOf('dyer-1'), workers)[2]).toBe(0);
    const even = workersOf(compileText(resumingWith('mixSpread: 0.15', 'mixSpread: 0')).chain);
    for (const row of rowsOf('mill')) expect(sharesOf(row, even)).toEqual([0.5, 0.4, 0.1]);
  });

  it('are counted while away by sector, seat weight, park and origin', () => {
    const { cohorts, cohort, staffHeads, stayedRatio, originShare } = workers;
    const { sector, park } = chain.enterprises;
    const away = new Float64Array(cohorts.count);
    staffHeads.forEach((heads, row) => {
      expect(cohort[row] >= 0).toBe(heads > 0);
      for (let origin = 0; heads > 0 && origin < 3; origin++) {
        const at = cohort[row] + origin;
        expect([cohorts.sector[at], cohorts.park[at], cohorts.origin[at]]).toEqual([sector[row], park[row], origin]);
        away[at] += heads * (1 - stayedRatio[row]) * originShare[3 * row + origin];
      }
    });
    away.forEach((heads, at) => expect(cohorts.awayHeads[at]).toBeCloseTo(heads, 9));
    const keys = [...away].map((_, at) =>
      [cohorts.sector[at], cohorts.seatWeight[at] * 10, cohorts.park[at], cohorts.origin[at]]
        .map((part) => String(part).padStart(3, '0'))
        .join(' '),
    );
    expect([...new Set(keys)].sort()).toEqual(keys);
    expect(cohorts.seatWeight[cohort[rowOf('shed-01')]]).toBe(0.3);
  });
});

describe('the gates of a county', () => {
  const { gates } = chain;
  const ready = (row: number): number => gates?.readyDay[row] ?? NaN;

  it('are ready on a day between the two of the checklist, one day for a park where the file says so', () => {
    const mills = rowsOf('mill');
    for (const row of mills) expect([9, 10, 11, 12, 13]).toContain(ready(row));
    const { park } = chain.enterprises;
    const days = new Set(mills.map((row) => `${park[row]} ${ready(row)}`));
    expect(days.size).toBe(new Set(mills.map((row) => park[row])).size);
    expect(ready(rowOf('berta'))).toBe(ready(mills.find((row) => park[row] === park[rowOf('berta')]) ?? -1));
    const sheds = rowsOf('shed').map(ready);
    expect(Math.min(...sheds)).toBe(0);
    expect(Math.max(...sheds)).toBeLessThanOrEqual(25);
    expect(new Set(sheds).size).toBeGreaterThan(10);
  });

  it('are none without a checklist', () => {
    expect([ready(rowOf('office-1')), ready(rowOf('dyer-1')), ready(rowOf('alice'))]).toEqual([-1, -1, -1]);
  });

  it('wait in the queues of the file, in order of appearance', () => {
    expect(gates?.queues).toEqual(['all', 'small', 'large']);
    expect(['mill-001', 'shed-01', 'carla'].map((id) => gates?.queue[rowOf(id)])).toEqual([0, 1, 2]);
  });
});

describe('masks and risk', () => {
  it('are what the file says, and defaults', () => {
    expect(chain.masks).toEqual({
      ...{ perWorkerDay: 2, kitDays: 3, rule: 'equal' },
      ...{ idleRatio: 0.2, thresholdRatio: 0.7, capMasks: 200 },
    });
    expect(chain.risk).toEqual({
      ...{ perQuarantineDay: 0.7, densityRisk: 0.0001, crowdRisk: 0.001 },
      ...{ decayRatio: 0.05, closedDays: 14 },
    });
    const bare = compileText(resumingWith(/masks: .*/, 'masks: {}')).chain.masks;
    expect(bare).toMatchObject({ perWorkerDay: 1, kitDays: 0, rule: 'need', capMasks: Infinity });
  });
});

describe("the service desk's levers of a day", () => {
  const on = (day: number, interventions: readonly Intervention[] = []): SupportLevers => ({
    ...leversOf(schedule, interventions)(day).support,
  });

  it('rest before their first date', () => {
    expect(on(0)).toMatchObject({
      ...{ whiteListHeads: 0, codeRatio: 1, trainSeats: 0, charterSeats: 0, hasCarpool: 0, selfDriveRatio: 0 },
      ...{ quarantineRatio: 1, isFiling: 0, maskSupply: 0, maskPurchaseRatio: 0.55, isElectricityKey: 0 },
      ...{ certificateShare: 0, approvals: new Float64Array(3) },
    });
  });

  it('stand as dated; lists and masks add up, approvals by queue', () => {
    expect(on(30)).toEqual({
      ...{ whiteListHeads: 2000, codeRatio: 0.6, trainSeats: 800, charterSeats: 5000, hasCarpool: 1 },
      ...{ selfDriveRatio: 0.03, quarantineRatio: 1.5, isFiling: 1, maskSupply: 54285, maskPurchaseRatio: 0.55 },
      ...{ isElectricityKey: 1, certificateShare: 0.3, approvals: Float64Array.of(90, 30, 0) },
    });
    expect(on(12).whiteListHeads).toBe(42000);
  });

  it('follow interventions on their paths, within their range', () => {
    const more = [
      { path: 'levers.white-list', day: 20, value: 7 },
      { path: 'levers.few', day: 20, value: 31 },
      { path: 'levers.filing', day: 20, value: 0 },
    ];
    expect(on(20, more)).toMatchObject({ whiteListHeads: 2007, isFiling: 0, approvals: Float64Array.of(90, 31, 0) });
    expect(on(19, more)).toMatchObject({ whiteListHeads: 2000, isFiling: 1 });
    expect(() => on(20, [{ path: 'levers.quarantine', day: 1, value: 2.5 }])).toThrow('Give a number from 0 to 2.');
  });

  it('hold licences by group', () => {
    const group = chain.gates?.licenceGroup ?? new Int32Array(0);
    const held = (day: number): number[] => {
      const { licence } = leversOf(schedule)(day);
      return [licence[group[rowOf('alice')]], licence[group[rowOf('berta')]]];
    };
    expect([held(0), held(8), held(9)]).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
    ]);
    expect(leversOf(schedule)(0).licence).toHaveLength(schedule.shape.licence ?? 0);
  });
});

describe('rows of enterprises.csv', () => {
  const text = CSV_COUNTY.replace(
    'product: yarn }',
    'product: yarn, populations: { mill: { count: 0, origins: { local: 1 }, checklist: { from: 5, to: 5 } } } }',
  ).replace('files:', 'workers: { origins: { local: { ownWay: 1 } } }\ngates: {}\nfiles:');
  const cells = ENTERPRISES_CSV.split('\n').map(
    (line, i) => line && `${line}${[',staffRatio,gate', ',0.3,', ',,open', ',,', ',,'][i]}`,
  );
  const county = compileCsv({ enterprises: cells.join('\n') }, text).chain;

  it("have the words of their sector's largest population, and their own share of staff and open gate", () => {
    expect([...workersOf(county).staffHeads]).toEqual([20, 30, 0, 0]);
    expect([...workersOf(county).stayedRatio]).toEqual([0.3, 0, 1, 1]);
    expect([...(county.gates?.readyDay ?? [])]).toEqual([5, -1, -1, -1]);
  });
});

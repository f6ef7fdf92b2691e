// Why, of a run given as values: its tapes made at once, or day after day.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MODEL_VERSION } from '#libs/model';
import type { PastRun } from '../past-run';
import type { TapesUnderWay } from './build';
import { callOff, workToCallOff } from '../called-off';
import { makeTapes, whyOf, type WhyFound } from './why-of';

const name = 'seeds/keqiao/mini.yaml';
const text = readFileSync(resolve(__dirname, '../../../..', name), 'utf8');
const run: PastRun = {
  ...{ name: 'mini', key: 'one', start: '2020-02-01', days: 60, modelVersion: MODEL_VERSION },
  ...{ texts: { name, text, tables: [] }, overrides: [], interventions: [] },
};
const folder = mkdtempSync(join(tmpdir(), 'resumption-why-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const whyOn = async (day: number, tapes: string, last?: { tapes?: TapesUnderWay }): Promise<WhyFound> => {
  const work = { folder: join(folder, tapes), ...(last && { last }), workers: 1 };
  return (await whyOf(run, { enterprise: 'alice', day, depth: 3 }, work)).found;
};

describe('tapes of a run', () => {
  it('are the same made at once and gone on with', async () => {
    const last: { tapes?: TapesUnderWay } = {};
    await whyOn(5, 'grown', last);
    const grown = last.tapes;
    expect(await whyOn(14, 'grown', last)).toEqual(await whyOn(14, 'whole'));
    expect(last.tapes).toBe(grown);
  });

  it('are made anew where their folder is gone', async () => {
    const last: { tapes?: TapesUnderWay } = {};
    const before = await whyOn(6, 'lost', last);
    rmSync(join(folder, 'lost'), { recursive: true });
    expect(await whyOn(6, 'lost', last)).toEqual(before);
  });

  it('made beforehand are what a question then reads', async () => {
    let made = 0;
    const work = { folder: join(folder, 'before'), progress: () => made++ };
    await makeTapes(run, 7, work);
    expect(made).toBe(8);
    await whyOf(run, { enterprise: 'alice', day: 7, depth: 3 }, work);
    expect(made).toBe(8);
  });

  it('keep the days that were made when they are called off, and are gone on with', async () => {
    const calledOff = workToCallOff();
    const made: number[] = [];
    const progress = (day: number): void => {
      made.push(day);
      if (day === 4) callOff(calledOff);
    };
    const work = { folder: join(folder, 'off'), last: {}, progress };
    await makeTapes(run, 14, work, calledOff);
    expect(made).toEqual([1, 2, 3, 4]);
    const { found } = await whyOf(run, { enterprise: 'alice', day: 14, depth: 3 }, { ...work, workers: 1 });
    expect(made).toHaveLength(15);
    expect(found).toEqual(await whyOn(14, 'whole'));
  });

  it('of another run are not read', async () => {
    const work = { folder: join(folder, 'other'), workers: 1 };
    await makeTapes(run, 7, work);
    const other = { ...run, key: 'two', interventions: [{ path: 'levers.charter', day: 3, value: 0 }] };
    const { found } = await whyOf(other, { enterprise: 'alice', day: 14, depth: 3 }, work);
    expect(found.outputYuan).not.toBe((await whyOn(14, 'whole')).outputYuan);
  });
});

describe('a question', () => {
  it.each([
    [{ enterprise: 'alcie', day: 5 }, 'Did you mean "alice"?'],
    [{ enterprise: 'alice', day: 60 }, '2020-03-31'],
  ])('about %j is refused, with what there is', async (asked, mend) => {
    const work = { folder: join(folder, 'whole'), workers: 1 };
    await expect(whyOf(run, { ...asked, depth: 3 }, work)).rejects.toThrow(mend);
  });
});

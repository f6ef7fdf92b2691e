import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { MODEL_VERSION } from '#libs/model';
import { compileTexts } from '#libs/scenario';
import { callOff, takeUpAgain, workToCallOff } from './called-off';
import { carriedOf, shareable } from './carried';
import type { PastRun } from './past-run';
import { StudyBeside } from './study-beside';
import type { ReliefStudy } from './study-jobs';

const name = 'seeds/keqiao/mini.yaml';
const text = readFileSync(resolve(__dirname, '../../..', name), 'utf8');
const run: PastRun = {
  ...{ name: 'mini', key: 'one', start: '2020-02-01', days: 60, modelVersion: MODEL_VERSION },
  ...{ texts: { name, text, tables: [] }, overrides: [], interventions: [] },
};
const reliefOf = (asked: PastRun, day: number, workers = 1): ReliefStudy => ({
  ...{ run: asked, asked: { day, losses: undefined }, accountsForLosses: false, workers },
  calledOff: workToCallOff(),
});
const reliefOn = (day: number, texts = run.texts): ReliefStudy => reliefOf({ ...run, texts }, day);
const known = new Map<string, Promise<unknown>>();
/** What a thread answers that knows of nothing else. */
const alone = (asked: PastRun, day: number): Promise<unknown> => {
  const question = JSON.stringify([asked.interventions, day]);
  const answer = known.get(question) ?? answeredAlone(asked, day);
  known.set(question, answer);
  return answer;
};
async function answeredAlone(asked: PastRun, day: number): Promise<unknown> {
  const fresh = beside();
  try {
    return await fresh.ask('relief', reliefOf(asked, day));
  } finally {
    await fresh.stop();
  }
}
const options = { mostWaiting: 2, longestMs: 60_000, idleMs: 60_000, heapMb: 1024, niceness: 10 };
const beside = (more: Partial<typeof options> = {}): StudyBeside =>
  new StudyBeside({ ...options, ...more, busy: () => new Error('busy') });

describe('questions beside', () => {
  it('wait up to a bound; beyond it they are refused, and the others answered', async () => {
    const study = beside();
    const asked = Array.from({ length: 4 }, (_, at) => study.ask('relief', reliefOn(10 + at)));
    const ends = await Promise.allSettled(asked);
    await study.stop();
    expect(ends.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled', 'rejected']);
  });

  it('that cannot be answered fail alone, as they fail in the thread', async () => {
    const study = beside();
    const bad = study.ask('relief', reliefOn(10, { ...run.texts, text: 'resumption: 9' }));
    await expect(bad).rejects.toMatchObject({ name: 'InputError' });
    expect((await study.ask('relief', reliefOn(10))).day).toBe(10);
    await study.stop();
  });

  it('that take too long are ended, and the next has a new thread', async () => {
    const study = beside({ longestMs: 1 });
    await expect(study.ask('relief', reliefOn(10))).rejects.toThrow('longer than 1 ms');
    await study.stop();
  });

  it('are refused when this has stopped, also those that wait', async () => {
    const study = beside();
    const asked = [study.ask('relief', reliefOn(10)), study.ask('relief', reliefOn(11))];
    const ends = Promise.allSettled(asked);
    await study.stop();
    expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    await expect(study.ask('relief', reliefOn(10))).rejects.toThrow('busy');
  });

  it('go on after the thread was ended for being idle', async () => {
    const study = beside({ idleMs: 1 });
    const first = await study.ask('relief', reliefOn(10));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await study.ask('relief', reliefOn(10))).toEqual(first);
    await study.stop();
  });

  it.each([1, 2])('make room when they are called off, with %d workers, and can be asked again', async (workers) => {
    const study = beside();
    const asked = reliefOf(run, 10, workers);
    callOff(asked.calledOff);
    await expect(study.ask('relief', asked)).rejects.toThrow('called off');
    takeUpAgain(asked.calledOff);
    expect((await study.ask('relief', asked)).day).toBe(10);
    await study.stop();
  });

  it('compile nothing that comes compiled, also in the thread after the one that it was given to', async () => {
    const unreadable = { ...run, texts: { ...run.texts, text: 'resumption: 9' } };
    const compiled = { of: unreadable, carried: carriedOf(shareable(compileTexts(run.texts, []))) };
    const study = beside({ idleMs: 1 });
    const known = await study.ask('relief', reliefOn(10));
    for (let thread = 0; thread < 2; thread++) {
      expect(await study.ask('relief', reliefOf(unreadable, 10), compiled)).toEqual(known);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await study.stop();
  });

  it.each([
    ['that is followed', false],
    ['of which relief is asked for', true],
  ])('have the same answer about a run %s, of whichever day, whatever is decided', async (_, isAskedFor) => {
    const decided = { ...run, key: 'decided', interventions: [{ path: 'levers.white-list', day: 9, value: 0 }] };
    const study = beside();
    const follow = (day: number): Promise<void> =>
      study.ask('follow', { run, day, isAskedFor, workers: 2, calledOff: workToCallOff() });
    for (const day of [3, 8, 13]) await follow(day);
    for (const [asked, day] of [
      [run, 14],
      [run, 14],
      [run, 9],
      [run, 15],
      [decided, 15],
    ] as const) {
      expect(await study.ask('relief', reliefOf(asked, day, 2))).toEqual(await alone(asked, day));
      await follow(14);
    }
    await study.stop();
  });

  it('have the same answer about a day before the one to which a run is followed, and a run is followed in between', async () => {
    const decided = { ...run, key: 'decided', interventions: [{ path: 'levers.white-list', day: 9, value: 0 }] };
    const study = beside();
    const follow = (followed: PastRun, day: number): Promise<void> =>
      study.ask('follow', { run: followed, day, workers: 2, calledOff: workToCallOff() });
    await study.ask('relief', reliefOf(run, 14, 2));
    for (const [followed, to, asked, day] of [
      [decided, 13, run, 14],
      [run, 20, run, 16],
      [run, 21, decided, 16],
      [decided, 21, run, 5],
      [run, 22, decided, 8],
    ] as const) {
      await follow(followed, to);
      expect(await study.ask('relief', reliefOf(asked, day, 2))).toEqual(await alone(asked, day));
    }
    await study.stop();
  });

  it('have the same answer about an earlier day after somebody has asked why', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'resumption-study-'));
    const study = beside();
    await study.ask('relief', reliefOf(run, 14, 2));
    await study.ask('follow', { run, day: 20, workers: 2, calledOff: workToCallOff() });
    const why = { enterprise: 'dyeing-1', day: 5, depth: 1, counterfactual: true };
    const { counterfactuals } = await study.ask('why', { run, asked: why, folder, workers: 2 });
    expect(counterfactuals?.length).toBeGreaterThan(0);
    expect(await study.ask('relief', reliefOf(run, 16, 2))).toEqual(await alone(run, 16));
    await study.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('have the same answer after others about that run, whatever has been decided meanwhile', async () => {
    const decided = (key: string, day: number): PastRun => ({
      ...{ ...run, key, interventions: [{ path: 'levers.white-list', day, value: 0 }] },
    });
    const study = beside();
    await study.ask('relief', reliefOf(run, 14, 2));
    for (const later of [run, decided('later', 15), decided('earlier', 7)]) {
      expect(await study.ask('relief', reliefOf(later, 20, 2))).toEqual(await alone(later, 20));
      await study.ask('relief', reliefOf(run, 14, 2));
    }
    await study.stop();
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MODEL_VERSION } from '#libs/model';
import type { PastRun } from './past-run';
import { StudyBeside } from './study-beside';
import type { ReliefStudy } from './study-jobs';

const name = 'seeds/keqiao/mini.yaml';
const text = readFileSync(resolve(__dirname, '../../..', name), 'utf8');
const run: PastRun = {
  ...{ name: 'mini', key: 'one', start: '2020-02-01', days: 60, modelVersion: MODEL_VERSION },
  ...{ texts: { name, text, tables: [] }, overrides: [], interventions: [] },
};
const reliefOn = (day: number, texts = run.texts): ReliefStudy => ({
  ...{ run: { ...run, texts }, asked: { day, losses: undefined }, accountsForLosses: false, workers: 1 },
});
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
});

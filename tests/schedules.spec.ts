// The runtime under faults: real hosts, lives and control over a log and stores that fail as a seed says. Twenty thousand
// schedules run by `npm run -s schedules`; a seed that fails here is replayed by `npm run -s schedules -- --seed N`.
import { join } from 'node:path';
import { MUTANTS, ScheduleWorkers } from '#libs/testing';

const SCHEDULES = 1000;
const WORKER = join(__dirname, '..', 'dist', 'libs', 'testing', 'src', 'schedules', 'schedules-worker.js');

let workers: ScheduleWorkers;
beforeAll(() => (workers = new ScheduleWorkers(WORKER, 2)));
afterAll(() => workers.close());

describe('runs over a log and stores that fail', () => {
  it(
    'end by themselves with the digest of one process, and keep every invariant',
    async () => {
      const { schedules, failing, struck } = await workers.run({ from: 1, count: SCHEDULES });
      expect(failing).toEqual([]);
      expect(schedules).toBe(SCHEDULES);
      expect(Object.entries(struck).filter(([, times]) => times === 0)).toEqual([]);
    },
    // Half a minute on two idle cores.
    300_000,
  );
});

describe('schedules that found a fault of the runtime', () => {
  it.each([
    { seed: 2021, fact: 'control makes its topic again when nobody else does' },
    { seed: 1248, fact: 'control tells nobody of a run before its first day' },
    { seed: 6434, fact: 'nor while a run that is paused waits for it' },
  ])('$fact', async ({ seed }) => {
    expect((await workers.run({ from: seed, count: 1 })).failing).toEqual([]);
  });
});

describe('a runtime that breaks a rule', () => {
  it.each(MUTANTS)(
    'is caught: $name',
    async ({ name, from = 1, within }) => {
      const { failing } = await workers.runMutant(name, { from, count: within });
      expect(failing).not.toEqual([]);
    },
    300_000,
  );
});

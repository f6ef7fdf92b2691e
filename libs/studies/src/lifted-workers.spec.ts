import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { compileTexts, intervene, type CompiledScenario } from '#libs/scenario';
import { simulatedOf } from '#libs/simulation';
import { reliefDays, type Lift } from '#libs/analysis';
import { callOff, workToCallOff } from './called-off';
import { LiftedRunner } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { LiftedWorkers, type Delivered } from './lifted-workers';
import { recompute } from './recomputed';

const name = 'seeds/keqiao/mini.yaml';
const texts = { name, text: readFileSync(resolve(__dirname, '../../..', name), 'utf8'), tables: [] };
const compiled = compileTexts(texts, []);

async function startOf(day: number, of: CompiledScenario = compiled): Promise<LiftedStart> {
  const simulation = await recompute(of, { from: day, to: day - 1 }, () => undefined);
  return { day, simulated: simulatedOf(of), before: simulation.snapshots() };
}

const LIFTS: readonly Lift[] = [
  { cause: 'labour', sector: 0 },
  { cause: 'transport', sector: null },
];

/** What every run delivers, each followed by itself from its start. */
async function freshYuan(start: LiftedStart): Promise<Delivered> {
  const end = start.day + reliefDays(start.simulated.chain);
  const yuanOf = (lifts: readonly Lift[]): Promise<number> => new LiftedRunner(start).delivered({ lifts, end });
  return { asItIsYuan: await yuanOf([]), liftedYuan: [await yuanOf([LIFTS[0]]), await yuanOf([LIFTS[1]])] };
}

/** After each day the workers let others take their turn. */
async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await setImmediate();
}

describe.each([1, 2])('what runs deliver by %d workers', (count) => {
  const workers = new LiftedWorkers(count);
  afterAll(() => workers.end());

  it('is the same from a later start, an earlier one, and one beyond all that was known', async () => {
    for (const day of [5, 9, 9, 3, 31, 40]) {
      const start = await startOf(day);
      expect(await workers.delivered(start, LIFTS, {})).toEqual(await freshYuan(start));
    }
  });

  it('is another when something else is decided', async () => {
    const before = await workers.delivered(await startOf(8), LIFTS, {});
    const other = await startOf(8, intervene(compiled, [{ path: 'levers.white-list', day: 9, value: 0 }]));
    const after = await workers.delivered(other, LIFTS, {});
    expect(after.asItIsYuan).not.toBe(before.asItIsYuan);
    expect(after).toEqual(await freshYuan(other));
  });

  it('is another in another chain', async () => {
    const reseeded = compileTexts(texts, [{ path: 'seed', value: '77' }]);
    const start = await startOf(8, reseeded);
    expect(await workers.delivered(start, LIFTS, {})).toEqual(await freshYuan(start));
  });

  it('is the same after calls off on the way', async () => {
    const start = await startOf(6);
    for (const days of [0, 1, 4, 9]) {
      const calledOff = workToCallOff();
      await Promise.all([workers.followAsItIs(start, calledOff), turns(days).then(() => callOff(calledOff))]);
    }
    const calledOff = workToCallOff();
    callOff(calledOff);
    await expect(workers.delivered(start, LIFTS, { calledOff })).rejects.toThrow('called off');
    expect(await workers.delivered(start, LIFTS, {})).toEqual(await freshYuan(start));
  });

  it('is told of run by run', async () => {
    const told: [number, number][] = [];
    await workers.delivered(await startOf(20), LIFTS, { onDone: (done, all) => told.push([done, all]) });
    const [[, all]] = told;
    expect(told).toEqual(Array.from({ length: all }, (_, at) => [at + 1, all]));
  });
});

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileTexts, intervene, type CompiledScenario } from '#libs/scenario';
import { simulatedOf } from '#libs/simulation';
import { callOff, takeUpAgain, workToCallOff, type CallOff } from './called-off';
import { LiftedRunner } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { recompute } from './recomputed';

const name = 'seeds/keqiao/mini.yaml';
const compiled = compileTexts(
  { name, text: readFileSync(resolve(__dirname, '../../..', name), 'utf8'), tables: [] },
  [],
);

async function startOf(day: number, of: CompiledScenario = compiled, calledOff?: CallOff): Promise<LiftedStart> {
  const simulation = await recompute(of, { from: day, to: day - 1 }, () => undefined);
  return { day, simulated: simulatedOf(of), before: simulation.snapshots(), calledOff };
}
const freshYuan = async (start: LiftedStart): Promise<number> => (await LiftedRunner.from(start)).delivered([]);

describe('what the run as it is delivers', () => {
  it('is the same from a later start, an earlier one, and one beyond all that was known', async () => {
    const runner = await LiftedRunner.from(await startOf(5));
    for (const day of [5, 9, 9, 3, 31, 40]) {
      const start = await startOf(day);
      runner.startFrom(start);
      expect(await runner.delivered([])).toBe(await freshYuan(start));
      await runner.delivered([{ cause: 'labour', sector: 0 }]);
    }
  });

  it('is another when something else is decided', async () => {
    const runner = await LiftedRunner.from(await startOf(8));
    const before = await runner.delivered([]);
    const other = await startOf(8, intervene(compiled, [{ path: 'levers.white-list', day: 9, value: 0 }]));
    runner.startFrom(other);
    const after = await runner.delivered([]);
    expect(after).not.toBe(before);
    expect(after).toBe(await freshYuan(other));
  });

  it('is the same after a call off on the way', async () => {
    const work = workToCallOff();
    const start = await startOf(6, compiled, work);
    const runner = await LiftedRunner.from(start);
    for (let tries = 0; tries < 3; tries++) {
      callOff(work);
      await expect(runner.delivered([])).rejects.toThrow('called off');
    }
    takeUpAgain(work);
    expect(await runner.delivered([])).toBe(await freshYuan(start));
  });
});

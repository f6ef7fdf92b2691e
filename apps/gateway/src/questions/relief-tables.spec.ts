import type { ReliefTable } from '#libs/studies';
import { ReliefTables } from './relief-tables';

const tableOf = (day: number): ReliefTable => ({
  ...{ scenario: { id: 's', name: { en: 'S' } }, start: '2020-02-01', day, date: '2020-02-01', overDays: 28 },
  ...{ deliveredYuan: 1, baselineYuan: 2, sectorNames: {}, reliefs: [] },
});
const command = (effectiveDay: number): { seq: number; path: string; value: number; effectiveDay: number } => ({
  ...{ seq: 1, path: 'levers.passes', value: 30, effectiveDay },
});

describe('a relief table that is kept', () => {
  it('is old when something is decided within the days that it looks at, and not when it is decided later', () => {
    const tables = new ReliefTables();
    tables.keep('run', tableOf(10), []);
    expect(tables.fresh('run', 10, [])).toBeDefined();
    expect(tables.fresh('run', 10, [command(37)])).toBeUndefined();
    expect(tables.fresh('run', 10, [command(38)])).toBeDefined();
  });

  it('is one of so many: the oldest go', () => {
    const tables = new ReliefTables();
    for (let day = 0; day < 70; day++) tables.keep('run', tableOf(day), []);
    expect(tables.days('run')).toEqual(Array.from({ length: 64 }, (_, at) => at + 6));
    for (let run = 0; run < 64; run++) tables.keep(`run-${run}`, tableOf(0), []);
    expect(tables.days('run')).toEqual([]);
  });
});

import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ReliefTable } from '#libs/studies';
import { ReliefTables } from './relief-tables';

const tableOf = (day: number): ReliefTable => ({
  ...{ scenario: { id: 's', name: { en: 'S' } }, start: '2020-02-01', day, date: '2020-02-01', overDays: 28 },
  ...{ deliveredYuan: 1, baselineYuan: 2, sectorNames: {}, reliefs: [] },
});
const command = (effectiveDay: number): { seq: number; path: string; value: number; effectiveDay: number } => ({
  ...{ seq: 1, path: 'levers.passes', value: 30, effectiveDay },
});

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'resumption-relief-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a relief table that is kept', () => {
  it('is old when something is decided within the days that it looks at, and not when it is decided later', () => {
    const tables = new ReliefTables(folder);
    tables.keep('run', tableOf(10), []);
    expect(tables.fresh('run', 10, [])).toBeDefined();
    expect(tables.fresh('run', 10, [command(37)])).toBeUndefined();
    expect(tables.fresh('run', 10, [command(38)])).toBeDefined();
  });

  it('is there after a restart, and gone with its run', () => {
    new ReliefTables(folder).keep('run', tableOf(10), []);
    const again = new ReliefTables(folder);
    expect(again.fresh('run', 10, [])).toEqual(tableOf(10));
    again.forget('run');
    expect(new ReliefTables(folder).days('run')).toEqual([]);
  });

  it('is computed again where its file cannot be read', () => {
    writeFileSync(join(folder, 'run.json'), '{"format": 1');
    expect(new ReliefTables(folder).days('run')).toEqual([]);
  });

  it('is one of so many: the oldest go, of a run and of runs', () => {
    const tables = new ReliefTables(folder);
    for (let day = 0; day < 70; day++) tables.keep('run', tableOf(day), []);
    expect(tables.days('run')).toEqual(Array.from({ length: 64 }, (_, at) => at + 6));
    for (let run = 0; run < 70; run++) tables.keep(`run-${run}`, tableOf(0), []);
    expect(readdirSync(folder)).toHaveLength(64);
  });
});

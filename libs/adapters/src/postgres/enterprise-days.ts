// A day's enterprises: names stand once a run, and the day has a row with the numbers of all of them.
import type { Columns, Row } from '#libs/runtime';
import type { EntityManager } from 'typeorm';
import { countRows, ENTERPRISE_DAYS, isCoded, wordsOf } from '../day-tables';
import { EnterpriseDayEntity, EnterpriseListEntity } from './day-entities';
import { bytesOf, doublesOf } from './enterprise-columns';

/**
 * Keeps a day's enterprises.
 * @returns bytes sent for them
 */
export async function writeEnterprises(
  manager: EntityManager,
  { run, day }: { readonly run: string; readonly day: number },
  columns: Columns,
): Promise<number> {
  if (countRows(ENTERPRISE_DAYS, columns) === 0) return 0;
  await writeLists(manager, run, columns);
  const { outputYuan, wantedYuan, bound } = columns;
  const kept = {
    outputYuan: doublesIn(outputYuan),
    wantedYuan: doublesIn(wantedYuan),
    bound: bound !== undefined && isCoded(bound) ? Buffer.from(bound.codes) : null,
  };
  await manager.insert(EnterpriseDayEntity, { run, day, ...kept });
  return Object.values(kept).reduce((sum, bytes) => sum + (bytes?.length ?? 0), 0);
}

function doublesIn(column: Columns[string] | undefined): Buffer | null {
  return column instanceof Float64Array ? bytesOf(column) : null;
}

/** A day's enterprises with their names. */
export async function readEnterprises(manager: EntityManager, run: string, day: number): Promise<Row[]> {
  const kept = await manager.findOneBy(EnterpriseDayEntity, { run, day });
  if (!kept) return [];
  const { enterprise, sector, bound: names } = (await manager.findOneBy(EnterpriseListEntity, { run })) ?? {};
  const outputYuan = kept.outputYuan && doublesOf(kept.outputYuan);
  const wantedYuan = kept.wantedYuan && doublesOf(kept.wantedYuan);
  const { bound } = kept;
  const count = (outputYuan ?? wantedYuan ?? bound ?? enterprise ?? sector ?? []).length;
  return Array.from({ length: count }, (_, at) => ({
    enterprise: enterprise?.[at] ?? null,
    sector: sector?.[at] ?? null,
    outputYuan: outputYuan?.[at] ?? null,
    wantedYuan: wantedYuan?.[at] ?? null,
    bound: (bound && names?.[bound[at]]) ?? null,
  }));
}

/** Keeps the run's names, with the first day that has any. */
async function writeLists(manager: EntityManager, run: string, columns: Columns): Promise<void> {
  const there: unknown[] = await manager.query('select 1 from enterprise_lists where run = $1', [run]);
  if (there.length > 0) return;
  const { enterprise, sector, bound } = columns;
  const lists = [
    enterprise === undefined ? null : wordsOf(enterprise),
    sector === undefined ? null : wordsOf(sector),
    bound !== undefined && isCoded(bound) ? bound.names : null,
  ];
  await manager.query('insert into enterprise_lists (run, enterprise, sector, bound) values ($1, $2, $3, $4)', [
    run,
    ...lists,
  ]);
}

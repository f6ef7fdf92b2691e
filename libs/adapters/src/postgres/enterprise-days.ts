// The rows of enterprises, the table with most of them: names stand once a run, rows hold numbers alone.
import type { Columns, Row } from '#libs/runtime';
import type { EntityManager } from 'typeorm';
import { countRows, ENTERPRISE_DAYS, isCoded, wordsOf } from '../day-tables';
import { copyRows, type CopyColumn } from './binary-copy';
import { rowsOf } from './database';
import { EnterpriseListEntity } from './day-entities';
import { valuesOf } from './table-columns';

/**
 * Appends a day's enterprises.
 * @returns bytes sent for its rows
 */
export async function writeEnterprises(
  manager: EntityManager,
  { run, runNumber, day }: { readonly run: string; readonly runNumber: number; readonly day: number },
  columns: Columns,
): Promise<number> {
  const rows = countRows(ENTERPRISE_DAYS, columns);
  if (rows === 0) return 0;
  await writeLists(manager, run, columns);
  const { outputYuan, wantedYuan, bound } = columns;
  const codes = bound !== undefined && isCoded(bound) ? bound.codes : undefined;
  return copyRows(manager, ENTERPRISE_DAYS.name, rows, [
    { field: 'run_number', cells: { type: 'same integer', value: runNumber } },
    { field: 'day', cells: { type: 'same integer', value: day } },
    { field: 'position', cells: { type: 'position' } },
    { field: 'output_yuan', cells: valuesOf(outputYuan) },
    { field: 'wanted_yuan', cells: valuesOf(wantedYuan) },
    { field: 'bound', cells: codesOf(codes) },
  ]);
}

const ROWS = `
  select e.position, e.output_yuan as "outputYuan", e.wanted_yuan as "wantedYuan", e.bound
  from enterprise_days e join runs r on r.number = e.run_number
  where r.id = $1 and e.day = $2 order by e.position`;

interface EnterpriseRow {
  readonly position: number;
  readonly outputYuan: number | null;
  readonly wantedYuan: number | null;
  readonly bound: number | null;
}

/** A day's enterprises with their names. These are put in here: PostgreSQL would unpack the whole list for each row. */
export async function readEnterprises(manager: EntityManager, run: string, day: number): Promise<Row[]> {
  const rows = await rowsOf<EnterpriseRow>(manager, ROWS, [run, day]);
  const lists = await manager.findOneBy(EnterpriseListEntity, { run });
  return rows.map(({ position, outputYuan, wantedYuan, bound }) => ({
    enterprise: lists?.enterprise?.[position] ?? null,
    sector: lists?.sector?.[position] ?? null,
    outputYuan,
    wantedYuan,
    bound: bound === null ? null : (lists?.bound?.[bound] ?? null),
  }));
}

function codesOf(codes: Uint8Array | undefined): CopyColumn['cells'] {
  return codes === undefined ? { type: 'null' } : { type: 'smallint', values: codes };
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

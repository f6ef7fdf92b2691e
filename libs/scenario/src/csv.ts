// enterprises.csv and links.csv: one's own county. Columns by name, in any order; unknown columns are errors.
import type { InputError } from '#libs/messages';
import { MAX_ENTERPRISES, MAX_LINKS } from './limits';
import { readTable, type Cells, type CsvTable } from './csv-table';
import { readEach } from './faults';
import { quoted } from './nearest';
import { isFreeWord } from './schema/basics';

const GATES = ['open', 'closed'] as const;
const NEEDS = ['critical', 'important', 'none'] as const;

const ENTERPRISES = {
  needed: ['id', 'sector'],
  optional: ['zone', 'staff', 'notable', 'finalYuanPerDay', 'finishedDays', 'stockRatio', 'staffRatio', 'gate'],
};
const LINKS = {
  needed: ['from', 'to', 'yuanPerDay'],
  optional: ['direct', 'leadDays', 'coverDays', 'restoreDays', 'priority', 'need'],
};

/** Columns of enterprises.csv; `id` and `sector` must be there. */
export const ENTERPRISE_COLUMNS = [...ENTERPRISES.needed, ...ENTERPRISES.optional];
/** Columns of links.csv; the first three must be there. */
export const LINK_COLUMNS = [...LINKS.needed, ...LINKS.optional];

class CsvRow {
  readonly #cells: Cells;
  readonly #line: number;

  constructor(cells: Cells) {
    this.#cells = cells;
    this.#line = cells.line;
  }

  /** An error in this row. */
  error(code: string, column: string, reason: string, mend: string): InputError {
    return this.#cells.errorIn(this.#line, code, column, reason, mend);
  }
}

export class EnterpriseRow extends CsvRow {
  readonly id: string;
  readonly sector: string;
  readonly zone: string | undefined;
  readonly staff: number;
  readonly isNotable: boolean;
  readonly finalYuanPerDay: number | undefined;
  readonly finishedDays: number | undefined;
  /** Stock on the eve over cover, when the observed state differs from the sector's. */
  readonly stockRatio: number | undefined;
  /** Share of staff on post on the eve, and the gate on the eve, likewise. */
  readonly staffRatio: number | undefined;
  readonly gate: (typeof GATES)[number] | undefined;

  constructor(cells: Cells) {
    super(cells);
    this.id = idOf(cells);
    this.sector = cells.text('sector');
    this.zone = cells.optional('zone');
    this.staff = cells.number('staff', { least: 0.001, most: 1e7 }) ?? 10;
    this.isNotable = cells.flag('notable');
    this.finalYuanPerDay = cells.number('finalYuanPerDay', { least: 0, most: 1e15 });
    this.finishedDays = cells.number('finishedDays', { least: 0, most: 400 });
    this.stockRatio = cells.number('stockRatio', { least: 0, most: 100 });
    this.staffRatio = cells.number('staffRatio', { least: 0, most: 1 });
    this.gate = cells.word('gate', GATES);
  }
}

export class LinkRow extends CsvRow {
  readonly from: string;
  readonly to: string;
  readonly yuanPerDay: number;
  readonly isDirect: boolean;
  readonly leadDays: number | undefined;
  readonly coverDays: number | undefined;
  readonly restoreDays: number | undefined;
  readonly priority: number | undefined;
  readonly need: (typeof NEEDS)[number] | undefined;

  constructor(cells: Cells) {
    super(cells);
    this.from = cells.text('from');
    this.to = cells.text('to');
    cells.text('yuanPerDay');
    this.yuanPerDay = cells.number('yuanPerDay', { least: 0.01, most: 1e15 }) ?? 0;
    this.isDirect = cells.flag('direct');
    this.leadDays = cells.whole('leadDays', { least: 1, most: 60 });
    this.coverDays = cells.number('coverDays', { least: 0, most: 400 });
    this.restoreDays = cells.number('restoreDays', { least: 0.01, most: 400 });
    this.priority = cells.whole('priority', { least: 0, most: 6 });
    this.need = cells.word('need', NEEDS);
  }
}

/** @throws InputError CSV_... with file, line and column */
export function parseEnterprises(table: CsvTable): EnterpriseRow[] {
  return readTable(table, ENTERPRISES, MAX_ENTERPRISES, (cells) => new EnterpriseRow(cells));
}

/** @throws InputError CSV_... with file, line and column */
export function parseLinks(table: CsvTable): LinkRow[] {
  const rows = readTable(table, LINKS, MAX_LINKS, (cells) => new LinkRow(cells));
  const pairs = new Set<string>();
  readEach(rows, (row) => refuseTwice(pairs, row));
  return rows;
}

function refuseTwice(pairs: Set<string>, row: LinkRow): void {
  const pair = `${row.from}\n${row.to}`;
  if (pairs.has(pair)) {
    const reason = `the link from ${quoted(row.from)} to ${quoted(row.to)} stands twice.`;
    throw row.error('CSV_DUPLICATE_LINK', 'from', reason, 'Add the flows up in one row.');
  }
  pairs.add(pair);
}

function idOf(cells: Cells): string {
  const id = cells.text('id');
  if (id.length > 64 || /[\s\p{Cc},;"'/\\@]/u.test(id) || !isFreeWord(id)) {
    const reason = `${quoted(id)} is no id.`;
    throw cells.error('CSV_BAD_ID', 'id', reason, 'Use up to 64 letters, digits, - and _; no reserved words.');
  }
  return id;
}

// Enterprises of a day, filtered, sorted and by page; and one of them over its days.
import type { Enterprise, EnterpriseDay } from '#libs/api';
import { outputRatio } from '#libs/analysis';
import { InputError, type BindingConstraint } from '#libs/messages';
import type { EnterpriseColumns, EnterpriseDay as KeptDay } from '#libs/runtime';
import { didYouMean } from '#libs/scenario';
import type { RunBook } from './run-books';

export interface EnterprisesAsked {
  readonly day: number;
  readonly sector?: string | undefined;
  readonly zone?: string | undefined;
  readonly bound?: BindingConstraint | undefined;
  readonly search?: string | undefined;
  readonly sort: 'worst' | 'lost' | 'base' | 'id';
  readonly offset: number;
  readonly limit: number;
}

/** Suppliers and buyers that are told of one, the largest first. */
const MOST_PARTNERS = 200;
/** Ids among which a name that is unknown is looked for. */
const MOST_GUESSED = 5000;

type Row = (i: number) => number;

/** Rows that are asked for, in the order asked for; sellers outside only where their sector is named. */
export function rowsAsked(book: RunBook, columns: EnterpriseColumns, asked: EnterprisesAsked): Int32Array {
  const { enterprises, sectors, zones } = book.compiled.chain;
  const { sector, zone, ids, baseOutputYuan, count } = enterprises;
  const isWanted = sectors.map(({ id, outside }) => (asked.sector === undefined ? !outside : id === asked.sector));
  const inZone = zones.map((id) => asked.zone === undefined || id === asked.zone);
  const isBound = columns.bound.names.map((name) => asked.bound === undefined || name === asked.bound);
  const search = asked.search?.toLowerCase() ?? '';
  const rows: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!isWanted[sector[i]] || !inZone[zone[i]] || !isBound[columns.bound.codes[i]]) continue;
    if (search === '' || ids[i].toLowerCase().includes(search)) rows.push(i);
  }
  if (asked.sort === 'id') return Int32Array.from(rows).sort((a, b) => (ids[a] < ids[b] ? -1 : 1));
  const { outputYuan } = columns;
  const keys: Record<Exclude<EnterprisesAsked['sort'], 'id'>, Row> = {
    worst: (i) => outputRatio(outputYuan[i], baseOutputYuan[i]),
    lost: (i) => Math.min(0, outputYuan[i] - baseOutputYuan[i]),
    base: (i) => -baseOutputYuan[i],
  };
  const key = Float64Array.from({ length: count }, () => 0);
  for (const row of rows) key[row] = keys[asked.sort](row);
  // Among equals the larger enterprise first: it matters more.
  return Int32Array.from(rows).sort((a, b) => key[a] - key[b] || baseOutputYuan[b] - baseOutputYuan[a] || a - b);
}

export function enterpriseDay(
  book: RunBook,
  { outputYuan, wantedYuan, bound }: EnterpriseColumns,
  row: number,
): EnterpriseDay {
  const { baseYuan, ...who } = whoIs(book, row);
  return {
    ...{ ...who, baseYuan, outputYuan: outputYuan[row], wantedYuan: wantedYuan[row] },
    ratio: outputRatio(outputYuan[row], baseYuan),
    bound: bound.names[bound.codes[row]] as BindingConstraint,
  };
}

/** @throws ApiError API_UNKNOWN_ENTERPRISE */
export function rowOf(book: RunBook, id: string): number {
  const row = book.rowOf.get(id);
  if (row !== undefined) return row;
  const ids = book.compiled.chain.enterprises.ids;
  const mend = ids.length > MOST_GUESSED ? 'GET …/enterprises?search= finds part of an id.' : didYouMean(id, ids);
  throw new InputError({ code: 'API_UNKNOWN_ENTERPRISE', path: 'id', reason: `there is no enterprise ${id}.`, mend });
}

export function enterpriseOf(book: RunBook, row: number, days: readonly KeptDay[]): Enterprise {
  const who = whoIs(book, row);
  return {
    ...who,
    ratio: days.map(({ outputYuan }) => outputRatio(outputYuan, who.baseYuan)),
    outputYuan: days.map(({ outputYuan }) => outputYuan),
    bound: days.map(({ bound }) => bound as BindingConstraint),
    ...partnersOf(book, row),
  };
}

type Who = Pick<EnterpriseDay, 'id' | 'row' | 'sector' | 'zone' | 'isNotable' | 'baseYuan'>;

function whoIs({ compiled: { chain } }: RunBook, row: number): Who {
  const { ids, sector, zone, isNotable, baseOutputYuan } = chain.enterprises;
  return {
    ...{ id: ids[row], row, sector: chain.sectors[sector[row]].id, zone: chain.zones[zone[row]] },
    ...{ isNotable: isNotable[row] === 1, baseYuan: baseOutputYuan[row] },
  };
}

function partnersOf({ compiled: { chain } }: RunBook, row: number): Pick<Enterprise, 'suppliers' | 'buyers'> {
  const { supplier, buyer, flowYuan, count } = chain.links;
  const [suppliers, buyers] = [new Map<number, number>(), new Map<number, number>()];
  for (let link = 0; link < count; link++) {
    if (buyer[link] === row) suppliers.set(supplier[link], (suppliers.get(supplier[link]) ?? 0) + flowYuan[link]);
    if (supplier[link] === row) buyers.set(buyer[link], (buyers.get(buyer[link]) ?? 0) + flowYuan[link]);
  }
  const { ids, sector } = chain.enterprises;
  const told = (partners: ReadonlyMap<number, number>): Enterprise['suppliers'] =>
    [...partners]
      .sort(([a, yuanA], [b, yuanB]) => yuanB - yuanA || a - b)
      .slice(0, MOST_PARTNERS)
      .map(([at, baseYuan]) => ({ id: ids[at], sector: chain.sectors[sector[at]].id, baseYuan }));
  return { suppliers: told(suppliers), buyers: told(buyers) };
}

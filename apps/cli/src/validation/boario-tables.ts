// BoARIO's tables: yearly flows from an industry to an industry (table_Z.csv) and to final demand (table_Y.csv). Two
// rows and two columns of names; the order of industries is the table's own.
import { fault } from './fault';
import { numberOf, readTable } from './files';

export interface Tables {
  /** Yearly flow from each industry (row) to each industry (column), in the order asked for. */
  readonly flows: readonly Float64Array[];
  /** Yearly final demand of each industry, over all regions and categories. */
  readonly finalDemand: Float64Array;
}

/** Names an industry as tables and outputs do. */
export function industryName(region: string, sector: string): string {
  return `${region}/${sector}`;
}

/** @param industries names, in the order of the result */
export function readTables(folder: string, industries: readonly string[]): Tables {
  const z = readBlock(folder, 'table_Z.csv');
  const flows = industries.map((supplier) => {
    const row = rowOf(folder, z, supplier);
    return Float64Array.from(industries, (buyer) => {
      const flow = row[columnOf(folder, z, buyer)];
      if (flow < 0) throw fault('VAL_UNREADABLE', folder, `table_Z.csv: negative flow from ${supplier} to ${buyer}.`);
      return flow;
    });
  });
  const y = readBlock(folder, 'table_Y.csv');
  const finalDemand = Float64Array.from(industries, (industry) => {
    const total = rowOf(folder, y, industry).reduce((sum, value) => sum + value, 0);
    if (total < 0) throw fault('VAL_UNREADABLE', folder, `table_Y.csv: negative final demand of ${industry}.`);
    return total;
  });
  return { flows, finalDemand };
}

interface Block {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: ReadonlyMap<string, Float64Array>;
}

function readBlock(folder: string, name: string): Block {
  const [regions = [], second = [], , ...body] = readTable(folder, name);
  if (regions[0] !== 'region' || body.length === 0) {
    throw fault('VAL_UNREADABLE', folder, `${name} does not start with rows of region names and column names.`);
  }
  const rows = body.map((row, index): [string, Float64Array] => {
    const at = `${name} line ${index + 4}`;
    return [industryName(row[0], row[1]), Float64Array.from(row.slice(2), (text) => numberOf(folder, at, text))];
  });
  return {
    name,
    columns: regions.slice(2).map((region, i) => industryName(region, second[i + 2])),
    rows: new Map(rows),
  };
}

function rowOf(folder: string, { name, rows }: Block, industry: string): Float64Array {
  const row = rows.get(industry);
  if (!row) throw fault('VAL_UNREADABLE', folder, `${name} has no row of ${industry}.`);
  return row;
}

function columnOf(folder: string, { name, columns }: Block, industry: string): number {
  const column = columns.indexOf(industry);
  if (column < 0) throw fault('VAL_UNREADABLE', folder, `${name} has no column of ${industry}.`);
  return column;
}

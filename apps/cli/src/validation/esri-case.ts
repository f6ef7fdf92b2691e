// A folder of GLcascade's (Diem et al.): edges between firms, their sectors, which sector's product which sector needs
// (2 essential, 1 non-essential, 0 ignored), two options in how.md, and what came out when one firm after the other fails:
// h of each firm downstream and upstream (row = firm, column = scenario), and the indices.
import type { SupplyNetwork } from '#libs/analysis';
import { fault } from './fault';
import { numberOf, readLines, readTable } from './files';

export const ESRI_EDGES = 'edges.csv';
const ESSENTIAL = 'essential_supplier_rows_buyer_cols.csv';

/** What was printed of one scenario: the firm of that row fails. */
export interface EsriScenario {
  readonly name: string;
  readonly downstreamRatio: readonly number[];
  readonly upstreamRatio: readonly number[];
  readonly index: { readonly both: number; readonly downstream: number; readonly upstream: number };
  readonly rounds: number;
}

export interface EsriCase {
  readonly folder: string;
  readonly network: SupplyNetwork;
  readonly firms: readonly string[];
  /** GLcascade's eps: its rounds end when no h changes by more. */
  readonly toleranceRatio: number;
  readonly scenarios: readonly EsriScenario[];
}

/** @throws InputError naming the folder, when it cannot be read or asks for what is not modelled */
export function esriCase(folder: string): EsriCase {
  const firms = rowsOf(folder, 'firms.csv', ['firm', 'sector']);
  const names = firms.map(([firm]) => firm);
  const options = optionsOf(folder);
  return {
    ...{ folder, firms: names, toleranceRatio: options.eps },
    network: networkOf(
      folder,
      names,
      firms.map(([, sector]) => sector),
      options.isReplaceable,
    ),
    scenarios: scenariosOf(folder, names),
  };
}

function optionsOf(folder: string): { isReplaceable: boolean; eps: number } {
  const lines = readLines(folder, 'how.md');
  const value = (name: string): string => {
    const line = lines.find((one) => one.startsWith(`${name}:`));
    if (line === undefined) throw fault('VAL_UNREADABLE', folder, `how.md has no line "${name}:".`);
    return line.slice(name.length + 1).trim();
  };
  const replaceable = value('replaceability (market share)');
  if (replaceable !== 'TRUE' && replaceable !== 'FALSE') {
    throw fault('VAL_UNKNOWN_OPTION', folder, `how.md replaceability: "${replaceable}" is neither TRUE nor FALSE.`);
  }
  return { isReplaceable: replaceable === 'TRUE', eps: numberOf(folder, 'how.md eps', value('eps')) };
}

function networkOf(
  folder: string,
  firms: readonly string[],
  sectors: readonly string[],
  isReplaceable: boolean,
): SupplyNetwork {
  const needs = needsOf(folder);
  const market = Int32Array.from(sectors, (sector) => positionOf(folder, 'firms.csv', needs.suppliers, sector));
  const asBuyer = sectors.map((sector) => positionOf(folder, 'firms.csv', needs.buyers, sector));
  const edges = rowsOf(folder, ESRI_EDGES, ['supplier', 'buyer', 'weight'])
    .map(([supplier, buyer, weight], index) => ({
      supplier: positionOf(folder, ESRI_EDGES, firms, supplier),
      buyer: positionOf(folder, ESRI_EDGES, firms, buyer),
      flow: flowOf(folder, index, weight),
    }))
    .filter(({ flow }) => flow > 0)
    .sort((a, b) => a.buyer - b.buyer || market[a.supplier] - market[b.supplier] || a.supplier - b.supplier);
  const outputYuan = new Float64Array(firms.length);
  for (const { supplier, flow } of edges) outputYuan[supplier] += flow;
  return {
    ...{ count: firms.length, outputYuan, countedYuan: outputYuan, market, isReplaceable },
    markets: needs.suppliers.length,
    links: {
      count: edges.length,
      supplier: Int32Array.from(edges, ({ supplier }) => supplier),
      buyer: Int32Array.from(edges, ({ buyer }) => buyer),
      flowYuan: Float64Array.from(edges, ({ flow }) => flow),
      need: Uint8Array.from(edges, ({ supplier, buyer }) => needs.ranks[market[supplier]][asBuyer[buyer]]),
    },
  };
}

function needsOf(folder: string): { suppliers: string[]; buyers: string[]; ranks: number[][] } {
  const [header = [], ...rows] = readTable(folder, ESSENTIAL);
  const ranks = rows.map(([sector, ...codes]) =>
    codes.map((code) => {
      if (code === '0' || code === '1' || code === '2') return Number(code);
      throw fault('VAL_UNKNOWN_OPTION', folder, `${ESSENTIAL} row ${sector}: "${code}" is none of 0, 1, 2.`);
    }),
  );
  return { suppliers: rows.map(([sector]) => sector), buyers: header.slice(1), ranks };
}

function flowOf(folder: string, index: number, weight: string): number {
  const at = `${ESRI_EDGES} line ${index + 2}`;
  const flow = numberOf(folder, at, weight);
  if (flow >= 0 && flow < Infinity) return flow;
  throw fault('VAL_UNREADABLE', folder, `${at}: no flow: "${weight}".`);
}

function scenariosOf(folder: string, firms: readonly string[]): EsriScenario[] {
  const downstream = remainingOf(folder, 'hd_T.csv', firms);
  const upstream = remainingOf(folder, 'hu_T.csv', firms);
  const columns = ['scenario', 'ESRI', 'ESRI_down', 'ESRI_up', 'iterations'];
  const outputs = rowsOf(folder, 'outputs.csv', columns);
  refuseOther(folder, 'outputs.csv', outputs.length, firms.length);
  return outputs.map(([name, ...values], scenario) => {
    const numbers = values.map((value) => numberOf(folder, `outputs.csv line ${scenario + 2}`, value));
    const [both, down, up, rounds] = numbers;
    return {
      ...{ name, rounds, index: { both, downstream: down, upstream: up } },
      downstreamRatio: downstream.map((row) => row[scenario]),
      upstreamRatio: upstream.map((row) => row[scenario]),
    };
  });
}

/** h by firm and scenario. */
function remainingOf(folder: string, name: string, firms: readonly string[]): number[][] {
  const [header = [], ...rows] = readTable(folder, name);
  refuseOther(folder, name, header.length - 1, firms.length);
  if (rows.map(([firm]) => firm).join() !== firms.join()) {
    throw fault('VAL_UNREADABLE', folder, `the rows of ${name} are not the firms of firms.csv.`);
  }
  return rows.map(([, ...values], index) =>
    values.map((value) => numberOf(folder, `${name} line ${index + 2}`, value)),
  );
}

/** Scenarios are the failures of the firms, one after the other. */
function refuseOther(folder: string, name: string, scenarios: number, firms: number): void {
  if (scenarios === firms) return;
  throw fault('VAL_UNREADABLE', folder, `${name} has ${scenarios} scenarios for ${firms} firms, not one for each.`);
}

function rowsOf(folder: string, name: string, columns: readonly string[]): string[][] {
  const [header = [], ...rows] = readTable(folder, name);
  if (header.join() === columns.join()) return rows;
  throw fault('VAL_UNREADABLE', folder, `${name} starts with "${header.join()}", not "${columns.join()}".`);
}

function positionOf(folder: string, name: string, names: readonly string[], wanted: string): number {
  const position = names.indexOf(wanted);
  if (position >= 0) return position;
  throw fault('VAL_UNREADABLE', folder, `${name} names "${wanted}", which is not listed.`);
}

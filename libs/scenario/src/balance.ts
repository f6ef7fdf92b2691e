// The balanced baseline: from the last buyers upstream, sector by sector. P0_i = final demand + what customers take;
// its needs per product are shares of P0, split over sellers' sectors; what a sector does not sell inside is final
// demand (docs/MODEL.md#baseline). Sizes are weights in the choice of partners; P0 is the result.
import type { Random } from '#libs/kernel';
import type { InputError } from '#libs/messages';
import type { LinkRow } from './csv';
import type { Crowd } from './crowd';
import { drawPairs, fitFlows } from './draw-links';
import { readEach } from './faults';
import { termsOfPurchase, termsOfRow, type LinkTerms } from './link-terms';
import { didYouMean, quoted } from './nearest';
import type { SectorPurchases } from './purchases';
import type { ScenarioFile } from './scenario-file';

/** Links of the same terms, by rows of the crowd. */
interface BalancedLinks {
  readonly terms: LinkTerms;
  readonly suppliers: Int32Array;
  readonly buyers: Int32Array;
  readonly flows: Float64Array;
}

export interface Baseline {
  readonly links: readonly BalancedLinks[];
  readonly finalYuan: Float64Array;
}

/** Less is no output: yuan a day. */
const LEAST_OUTPUT_YUAN = 1e-3;

/** @throws InputError SCN_NO_SELLER, SCN_NO_OUTPUT, SCN_INPUT_SHARE, SCN_LEAD_TOO_SHORT ..., CSV_... */
export function balance(
  file: ScenarioFile,
  crowd: Crowd,
  random: Random,
  sectors: readonly SectorPurchases[],
  csvLinks: readonly LinkRow[],
): Baseline {
  const count = crowd.ids.length;
  const rowsOf = rowsBySector(file, crowd);
  const targets = targetOutputs(file, crowd, rowsOf);
  const weights = targets.map((target, row) => (target > 0 ? target : crowd.size[row]));
  const links: BalancedLinks[] = explicitLinks(file, crowd, csvLinks);
  const [sold, finalYuan, output, needs, scratch] = Array.from({ length: 5 }, () => new Float64Array(count));
  for (const { suppliers, flows } of links) addAt(sold, suppliers, flows);
  let rule = -1;
  for (const { sectorId, purchases } of sectors) {
    const buyers = { rows: rowsOf(sectorId), size: crowd.size };
    settleOutput(file, sectorId, crowd, buyers.rows, { targets, sold, finalYuan, output });
    for (const purchase of buyers.rows.length === 0 ? [] : purchases) {
      rule++;
      if (purchase.share === 0) continue;
      const sellers = { rows: rowsOf(purchase.sellerId), size: crowd.size };
      if (sellers.rows.length === 0) throw noSeller(file, purchase.sellerId);
      const terms = termsOfPurchase(file, sectorId, purchase);
      const pairs = drawPairs(random, rule, sellers, buyers, purchase.seller.partners);
      scaleAt(needs, buyers.rows, output, purchase.share);
      const flows = fitFlows(pairs, { sellers: sellers.rows, buyers: buyers.rows }, needs, weights, scratch);
      addAt(sold, pairs.suppliers, flows);
      links.push({ terms, suppliers: pairs.suppliers, buyers: pairs.buyers, flows });
    }
  }
  refuseIdle(crowd, output);
  if (csvLinks.length > 0) {
    refuseLosses(crowd, links, output, csvLinks);
    refuseMixedCover(file, crowd, links, csvLinks);
  }
  return { links, finalYuan };
}

function noSeller(file: ScenarioFile, sectorId: string): InputError {
  return file.error('SCN_NO_SELLER', ['sectors', sectorId], 'the sector has no enterprise.', 'Give it a population.');
}

function addAt(sums: Float64Array, rows: Int32Array, values: Float64Array): void {
  for (let i = 0; i < rows.length; i++) sums[rows[i]] += values[i];
}

function scaleAt(scaled: Float64Array, rows: Int32Array, values: Float64Array, factor: number): void {
  for (let i = 0; i < rows.length; i++) scaled[rows[i]] = values[rows[i]] * factor;
}

function rowsBySector(file: ScenarioFile, { sector }: Crowd): (sectorId: string) => Int32Array {
  const ids = Object.keys(file.spec.sectors);
  const counts = new Int32Array(ids.length);
  for (let row = 0; row < sector.length; row++) counts[sector[row]]++;
  const rows = Array.from(counts, (count) => new Int32Array(count));
  counts.fill(0);
  for (let row = 0; row < sector.length; row++) rows[sector[row]][counts[sector[row]]++] = row;
  const byId = new Map(ids.map((id, index) => [id, rows[index]]));
  return (sectorId) => byId.get(sectorId) ?? new Int32Array(0);
}

function targetOutputs(file: ScenarioFile, crowd: Crowd, rowsOf: (sectorId: string) => Int32Array): Float64Array {
  const targets = new Float64Array(crowd.ids.length);
  for (const [id, { baseYuanPerDay }] of Object.entries(file.spec.sectors)) {
    shareOut(targets, rowsOf(id), crowd.size, baseYuanPerDay ?? 0);
  }
  return targets;
}

/** A sector's yuan over its rows, by size. */
function shareOut(targets: Float64Array, rows: Int32Array, size: Float64Array, yuan: number): void {
  let total = 0;
  for (let i = 0; i < rows.length; i++) total += size[rows[i]];
  for (let i = 0; i < rows.length; i++) targets[rows[i]] = (yuan * size[rows[i]]) / total;
}

interface Outputs {
  readonly targets: Float64Array;
  readonly sold: Float64Array;
  readonly finalYuan: Float64Array;
  readonly output: Float64Array;
}

/** Final demand and base output of a sector, once all its customers' flows are known. */
function settleOutput(
  file: ScenarioFile,
  sectorId: string,
  crowd: Crowd,
  rows: Int32Array,
  { targets, sold, finalYuan, output }: Outputs,
): void {
  const { finalDemand } = file.spec.sectors[sectorId];
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i];
    const own = crowd.finalYuan[row];
    if (!Number.isNaN(own)) finalYuan[row] = own;
    else if (finalDemand === 'all') finalYuan[row] = targets[row];
    else if (finalDemand === 'rest') finalYuan[row] = Math.max(0, targets[row] - sold[row]);
    else finalYuan[row] = finalDemand.share * targets[row];
    output[row] = finalYuan[row] + sold[row];
  }
}

/** P0 = 0 has no rate. */
function refuseIdle(crowd: Crowd, output: Float64Array): void {
  const row = output.findIndex((yuan) => !(yuan >= LEAST_OUTPUT_YUAN));
  if (row < 0) return;
  const reason = `${quoted(crowd.ids[row])} has neither customers nor final demand: its base output is ${output[row]} yuan a day.`;
  throw crowd.errorAt(row, 'SCN_NO_OUTPUT', reason, 'Give it a customer, final demand, or its sector baseYuanPerDay.');
}

/** `buys` leaves value added by itself; rows of links.csv can make an enterprise buy more than it sells. */
function refuseLosses(
  crowd: Crowd,
  links: readonly BalancedLinks[],
  output: Float64Array,
  rows: readonly LinkRow[],
): void {
  const bought = new Float64Array(output.length);
  for (const { buyers, flows } of links) addAt(bought, buyers, flows);
  for (const row of rows) {
    const buyer = crowd.rowOfId.get(row.to) ?? 0;
    if (bought[buyer] <= output[buyer] * (1 + 1e-9)) continue;
    const reason = `${quoted(row.to)} buys for ${yuan(bought[buyer])} yuan a day and sells for ${yuan(output[buyer])}.`;
    const mend = `Lower what it buys to ${yuan(output[buyer])} or less, or give it more final demand (finalYuanPerDay).`;
    throw row.error('SCN_INPUT_SHARE', 'yuanPerDay', reason, mend);
  }
}

/** One cover for all suppliers of a product, as in `buys`: use takes from them in proportion. */
function refuseMixedCover(
  file: ScenarioFile,
  crowd: Crowd,
  links: readonly BalancedLinks[],
  rows: readonly LinkRow[],
): void {
  const products = Object.values(file.spec.sectors).map(({ product }) => product);
  const coverOf = new Map<string, number>();
  const needOf = (supplier: number, buyer: number): string => `${buyer} ${products[crowd.sector[supplier]]}`;
  let at = 0;
  for (const { terms, suppliers, buyers } of links) {
    for (let i = 0; i < suppliers.length; i++, at++) {
      const need = needOf(suppliers[i], buyers[i]);
      const cover = coverOf.get(need) ?? terms.coverDays;
      coverOf.set(need, cover);
      if (cover === terms.coverDays) continue;
      const reason = `${quoted(crowd.ids[buyers[i]])} has ${cover} days of cover with another supplier, ${terms.coverDays} with this one.`;
      const mend = 'Give one coverDays for all suppliers of a product.';
      // Rows of links.csv come first; behind them a drawn link disagrees with a row.
      const row = at < rows.length ? rows[at] : rows.find(({ to }) => to === crowd.ids[buyers[i]]);
      if (row) throw row.error('SCN_MIXED_COVER', 'coverDays', reason, mend);
    }
  }
}

function yuan(value: number): number {
  return Number(value.toPrecision(10));
}

/** Rows of links.csv, in their order; neighbours of the same terms are taken together. */
function explicitLinks(file: ScenarioFile, crowd: Crowd, rows: readonly LinkRow[]): BalancedLinks[] {
  const sectorIds = Object.keys(file.spec.sectors);
  const runs: { terms: LinkTerms; suppliers: number[]; buyers: number[]; flows: number[] }[] = [];
  const add = (row: LinkRow): void => {
    const [from, to] = [endOf(crowd, row, 'from'), endOf(crowd, row, 'to')];
    const sellerId = sectorIds[crowd.sector[from]];
    if (from === to && !file.spec.sectors[sellerId].ownUse) {
      const mend = `Drop the row, or set sectors.${sellerId}.ownUse: true.`;
      throw row.error('CSV_SELF_LINK', 'to', `${quoted(row.from)} buys from itself.`, mend);
    }
    const terms = termsOfRow(file, sellerId, row, from === to);
    let run = runs.at(-1);
    if (!run || !areSame(run.terms, terms)) runs.push((run = { terms, suppliers: [], buyers: [], flows: [] }));
    run.suppliers.push(from);
    run.buyers.push(to);
    run.flows.push(row.yuanPerDay);
  };
  readEach(rows, add);
  return runs.map(({ terms, suppliers, buyers, flows }) => {
    return {
      terms,
      suppliers: Int32Array.from(suppliers),
      buyers: Int32Array.from(buyers),
      flows: Float64Array.from(flows),
    };
  });
}

function areSame(a: LinkTerms, b: LinkTerms): boolean {
  return (Object.keys(a) as (keyof LinkTerms)[]).every((key) => a[key] === b[key]);
}

function endOf(crowd: Crowd, row: LinkRow, column: 'from' | 'to'): number {
  const at = crowd.rowOfId.get(row[column]);
  if (at !== undefined) return at;
  throw row.error(
    'CSV_UNKNOWN_ENTERPRISE',
    column,
    `no enterprise ${quoted(row[column])}.`,
    didYouMean(row[column], crowd.ids),
  );
}

// The balanced baseline: from the last buyers upstream, sector by sector. P0_i = final demand + what customers take;
// its needs per product are shares of P0, split over sellers' sectors; what a sector does not sell inside is final
// demand (docs/MODEL.md#baseline). Sizes are weights in the choice of partners; P0 is the result.
import type { Random } from '#libs/kernel';
import { drawPairs, fitFlows } from './draw-links';
import type { Crowd } from './populate';
import type { ScenarioFile } from './scenario-file';
import type { BuyingTerms, SellerSpec } from './schema/sectors';
import type { LinkRow } from './csv';
import { didYouMean } from './nearest';

export interface BalancedLink {
  readonly terms: LinkTerms;
  readonly suppliers: readonly number[];
  readonly buyers: readonly number[];
  readonly flows: ArrayLike<number>;
}

/** Terms of a run of links, defaults of the purchase filled in; `leadDays` only where it is given. */
export interface LinkTerms {
  readonly coverDays: number;
  readonly restoreDays: number;
  readonly priority: number;
  readonly need: 'critical' | 'important' | 'none';
  readonly isDirect: boolean;
  readonly leadDays: number | undefined;
  readonly isFromOutside: boolean;
  /** Where errors about these terms point. */
  readonly path: readonly (string | number)[];
}

export interface Baseline {
  readonly links: readonly BalancedLink[];
  readonly finalYuan: Float64Array;
}

/** @throws InputError SCN_INPUT_SHARE, SCN_SECTOR_CYCLE, SCN_NO_OUTPUT, SCN_SELF_LINK, CSV_... */
export function balance(file: ScenarioFile, crowd: Crowd, random: Random, csvLinks: readonly LinkRow[]): Baseline {
  const { spec } = file;
  const sectorIds = Object.keys(spec.sectors);
  const rowsBySector = sectorIds.map((): number[] => []);
  crowd.sector.forEach((sector, row) => rowsBySector[sector].push(row));
  const targets = targetOutputs(file, crowd, sectorIds, rowsBySector);
  const links = csvLinks.map((row) => explicitLink(file, crowd, sectorIds, row));
  const sold = new Float64Array(crowd.ids.length);
  for (const link of links) sold[link.suppliers[0]] += link.flows[0];
  const finalYuan = new Float64Array(crowd.ids.length);
  let rule = 0;
  for (const sectorId of buyersFirst(file, sectorIds)) {
    const rows = rowsBySector[sectorIds.indexOf(sectorId)];
    const output = settleOutput(file, sectorId, crowd, rows, targets, sold, finalYuan);
    for (const { product, sellerId, seller, share } of purchasesOf(file, sectorId)) {
      const sellerRows = rowsBySector[sectorIds.indexOf(sellerId)];
      if (rows.length === 0) continue;
      if (sellerRows.length === 0) {
        throw file.error(
          'SCN_NO_SELLER',
          ['sectors', sellerId],
          'the sector has no enterprise.',
          'Give it a population.',
        );
      }
      const pairs = drawPairs(
        random,
        rule++,
        { rows: sellerRows, size: crowd.size },
        { rows, size: crowd.size },
        seller.partners,
      );
      const needs = output.map((yuan) => yuan * share);
      const flows = fitFlows(
        pairs,
        needs,
        targets.map((target, row) => (target > 0 ? target : crowd.size[row])),
      );
      pairs.suppliers.forEach((supplier, i) => (sold[supplier] += flows[i]));
      links.push({ ...pairs, flows, terms: termsOf(file, sectorId, product, sellerId, seller) });
    }
  }
  return { links, finalYuan };
}

function targetOutputs(
  file: ScenarioFile,
  crowd: Crowd,
  sectorIds: readonly string[],
  rowsBySector: readonly number[][],
): Float64Array {
  const targets = new Float64Array(crowd.ids.length);
  sectorIds.forEach((id, sector) => {
    const base = file.spec.sectors[id].baseYuanPerDay ?? 0;
    const total = rowsBySector[sector].reduce((sum, row) => sum + crowd.size[row], 0);
    for (const row of rowsBySector[sector]) targets[row] = (base * crowd.size[row]) / total;
  });
  return targets;
}

/** Final demand and base output of a sector, once all its customers' flows are known. */
function settleOutput(
  file: ScenarioFile,
  sectorId: string,
  crowd: Crowd,
  rows: readonly number[],
  targets: Float64Array,
  sold: Float64Array,
  finalYuan: Float64Array,
): Float64Array {
  const { finalDemand } = file.spec.sectors[sectorId];
  const output = new Float64Array(crowd.ids.length);
  for (const row of rows) {
    const own = crowd.finalYuan[row];
    if (!Number.isNaN(own)) finalYuan[row] = own;
    else if (finalDemand === 'all') finalYuan[row] = targets[row];
    else if (finalDemand === 'rest') finalYuan[row] = Math.max(0, targets[row] - sold[row]);
    else finalYuan[row] = finalDemand.share * targets[row];
    output[row] = finalYuan[row] + sold[row];
  }
  return output;
}

interface Purchase {
  readonly product: string;
  readonly sellerId: string;
  readonly seller: SellerSpec;
  /** Yuan bought per yuan of output. */
  readonly share: number;
}

function purchasesOf(file: ScenarioFile, sectorId: string): Purchase[] {
  const { buys } = file.spec.sectors[sectorId];
  const all = Object.values(buys).reduce((sum, { perOutput }) => sum + perOutput, 0);
  if (all > 1) {
    throw file.error(
      'SCN_INPUT_SHARE',
      ['sectors', sectorId, 'buys'],
      `the inputs cost ${all} yuan per yuan of output.`,
      'They must add up to 1 or less; what remains is value added.',
    );
  }
  return Object.entries(buys).flatMap(([product, { perOutput, from }]) => {
    const path = ['sectors', sectorId, 'buys', product];
    const shares = Object.values(from).reduce((sum, { share }) => sum + share, 0);
    if (Math.abs(shares - 1) > 1e-9) {
      throw file.error(
        'SCN_INPUT_SHARE',
        [...path, 'from'],
        `the shares of the sellers add up to ${shares}.`,
        'They must add up to 1.',
      );
    }
    return Object.entries(from).map(([sellerId, seller]) => {
      const sellers = file.spec.sectors[sellerId] as { product: string } | undefined;
      if (!sellers)
        throw file.error(
          'SCN_UNKNOWN_SECTOR',
          [...path, 'from', sellerId],
          `no sector "${sellerId}".`,
          didYouMean(sellerId, Object.keys(file.spec.sectors)),
        );
      if (sellers.product !== product) {
        throw file.error(
          'SCN_WRONG_PRODUCT',
          [...path, 'from', sellerId],
          `${sellerId} makes ${sellers.product}, not ${product}.`,
          'Buy its product, or from another sector.',
        );
      }
      return { product, sellerId, seller, share: perOutput * seller.share };
    });
  });
}

/** Sectors so that every buyer comes before its sellers. */
function buyersFirst(file: ScenarioFile, sectorIds: readonly string[]): string[] {
  const sellersOf = new Map(
    sectorIds.map((id) => [id, new Set(purchasesOf(file, id).map(({ sellerId }) => sellerId))]),
  );
  const order: string[] = [];
  const left = new Set(sectorIds);
  while (left.size > 0) {
    const next = [...left].find(
      (id) => [...left].every((buyer) => buyer === id || !sellersOf.get(buyer)?.has(id)) && !sellersOf.get(id)?.has(id),
    );
    if (next === undefined) {
      const [first] = left;
      throw file.error(
        'SCN_SECTOR_CYCLE',
        ['sectors', first, 'buys'],
        `these sectors buy from each other in a circle: ${[...left].join(', ')}.`,
        'Give the flows of one of them in links.csv instead of `buys`.',
      );
    }
    order.push(next);
    left.delete(next);
  }
  return order;
}

const DEFAULT_TERMS = { coverDays: 12, restoreDays: 6, priority: 2, need: 'critical' } as const;

function termsOf(
  file: ScenarioFile,
  sectorId: string,
  product: string,
  sellerId: string,
  seller: SellerSpec,
): LinkTerms {
  return {
    ...filled(file, sellerId, seller),
    isDirect: seller.direct,
    leadDays: seller.leadDays,
    isFromOutside: file.spec.sectors[sellerId].outside,
    path: ['sectors', sectorId, 'buys', product, 'from', sellerId],
  };
}

function filled(
  file: ScenarioFile,
  sellerId: string,
  own: BuyingTerms,
): Pick<LinkTerms, 'coverDays' | 'restoreDays' | 'priority' | 'need'> {
  const defaults = file.spec.buying[file.spec.sectors[sellerId].outside ? 'outside' : 'inside'];
  return {
    coverDays: own.coverDays ?? defaults.coverDays ?? DEFAULT_TERMS.coverDays,
    restoreDays: own.restoreDays ?? defaults.restoreDays ?? DEFAULT_TERMS.restoreDays,
    priority: own.priority ?? defaults.priority ?? DEFAULT_TERMS.priority,
    need: own.need ?? defaults.need ?? DEFAULT_TERMS.need,
  };
}

function explicitLink(file: ScenarioFile, crowd: Crowd, sectorIds: readonly string[], row: LinkRow): BalancedLink {
  const end = (column: 'from' | 'to'): number => {
    const at = crowd.rowOfId.get(row[column]);
    if (at === undefined)
      throw row.error(
        'CSV_UNKNOWN_ENTERPRISE',
        column,
        `no enterprise "${row[column]}".`,
        didYouMean(row[column], [...crowd.rowOfId.keys()].slice(0, 5000)),
      );
    return at;
  };
  const [from, to] = [end('from'), end('to')];
  const sellerId = sectorIds[crowd.sector[from]];
  if (from === to && !file.spec.sectors[sellerId].ownUse) {
    throw row.error(
      'CSV_SELF_LINK',
      'to',
      `"${row.from}" buys from itself.`,
      `Drop the row, or set sectors.${sellerId}.ownUse: true.`,
    );
  }
  const terms = {
    ...filled(file, sellerId, row),
    isDirect: row.isDirect || from === to,
    leadDays: row.leadDays,
    isFromOutside: file.spec.sectors[sellerId].outside,
    path: ['files', 'links'],
  };
  return { terms, suppliers: [from], buyers: [to], flows: [row.yuanPerDay] };
}

// What the sectors buy from each other: shares of output per product and seller, and the order in which sectors can be
// settled: every buyer before its sellers.
import { coverDaysOf, type Purchase } from './link-terms';
import { didYouMean, quoted } from './nearest';
import type { ScenarioFile } from './scenario-file';
import type { SellerSpec } from './schema/sectors';

export interface SectorPurchases {
  readonly sectorId: string;
  readonly purchases: readonly Purchase[];
}

// Sums of decimal shares miss 1 by a few units in the last place.
const TOLERANCE = 1e-9;

/**
 * Purchases of all sectors, buyers first.
 * @throws InputError SCN_INPUT_SHARE, SCN_UNKNOWN_SECTOR, SCN_UNKNOWN_PRODUCT, SCN_WRONG_PRODUCT, SCN_SECTOR_CYCLE
 */
export function purchasesOf(file: ScenarioFile): SectorPurchases[] {
  const all = Object.keys(file.spec.sectors).map((sectorId) => ({ sectorId, purchases: ofSector(file, sectorId) }));
  return buyersFirst(file, all);
}

function ofSector(file: ScenarioFile, sectorId: string): Purchase[] {
  const { buys } = file.spec.sectors[sectorId];
  const path = ['sectors', sectorId, 'buys'];
  const all = Object.values(buys).reduce((sum, { perOutput }) => sum + perOutput, 0);
  if (all > 1 + TOLERANCE) {
    const reason = `the inputs cost ${short(all)} yuan per yuan of output.`;
    throw file.error(
      'SCN_INPUT_SHARE',
      path,
      reason,
      'perOutput must add up to 1 or less; what remains is value added.',
    );
  }
  return Object.entries(buys).flatMap(([product, { perOutput, from }]) => {
    refuseUnknownProduct(file, product, [...path, product]);
    const shares = Object.values(from).reduce((sum, { share }) => sum + share, 0);
    if (Math.abs(shares - 1) > TOLERANCE) {
      const reason = `the shares of the sellers add up to ${short(shares)}.`;
      throw file.error('SCN_INPUT_SHARE', [...path, product, 'from'], reason, 'They must add up to 1.');
    }
    for (const sellerId of Object.keys(from))
      refuseWrongSeller(file, product, sellerId, [...path, product, 'from', sellerId]);
    refuseMixedCover(file, from, [...path, product, 'from']);
    return Object.entries(from).map(([sellerId, seller]) => {
      return { product, sellerId, seller, share: perOutput * seller.share };
    });
  });
}

function refuseUnknownProduct(file: ScenarioFile, product: string, path: string[]): void {
  const products = Object.keys(file.spec.products);
  if (products.includes(product)) return;
  throw file.error('SCN_UNKNOWN_PRODUCT', path, `no product ${quoted(product)}.`, didYouMean(product, products));
}

function refuseWrongSeller(file: ScenarioFile, product: string, sellerId: string, path: string[]): void {
  const { sectors } = file.spec;
  if (!Object.hasOwn(sectors, sellerId)) {
    throw file.error(
      'SCN_UNKNOWN_SECTOR',
      path,
      `no sector ${quoted(sellerId)}.`,
      didYouMean(sellerId, Object.keys(sectors)),
    );
  }
  if (sectors[sellerId].product === product) return;
  const makers = Object.keys(sectors).filter((id) => sectors[id].product === product);
  const mend = makers.length === 0 ? 'No sector makes it.' : `It is made by: ${makers.slice(0, 12).join(', ')}.`;
  throw file.error('SCN_WRONG_PRODUCT', path, `${sellerId} makes ${sectors[sellerId].product}, not ${product}.`, mend);
}

/** Use takes from all suppliers of a product in proportion: with covers of their own the baseline would drift. */
function refuseMixedCover(file: ScenarioFile, from: Record<string, SellerSpec>, path: string[]): void {
  const covers = Object.entries(from).map(([id, seller]) => ({ id, days: coverDaysOf(file, id, seller) }));
  const other = covers.find(({ days }) => days !== covers[0].days);
  if (!other) return;
  const reason = `${other.id} has ${other.days} days of cover, ${covers[0].id} ${covers[0].days}.`;
  throw file.error(
    'SCN_MIXED_COVER',
    [...path, other.id, 'coverDays'],
    reason,
    'Give one coverDays for all sellers of a product.',
  );
}

/** Sectors so that every buyer comes before its sellers. */
function buyersFirst(file: ScenarioFile, all: readonly SectorPurchases[]): SectorPurchases[] {
  const sellersOf = new Map(
    all.map(({ sectorId, purchases }) => [sectorId, new Set(purchases.map(({ sellerId }) => sellerId))]),
  );
  const order: SectorPurchases[] = [];
  const left = new Set(all);
  while (left.size > 0) {
    const next = [...left].find(({ sectorId }) =>
      [...left].every((buyer) => !sellersOf.get(buyer.sectorId)?.has(sectorId)),
    );
    if (next === undefined) throw circleIn(file, [...left], sellersOf);
    order.push(next);
    left.delete(next);
  }
  return order;
}

/** Each sector that is left has a buyer that is left: going from buyer to buyer comes round. */
function circleIn(
  file: ScenarioFile,
  left: readonly SectorPurchases[],
  sellersOf: ReadonlyMap<string, ReadonlySet<string>>,
): Error {
  const seen: string[] = [];
  let at: string | undefined = left[0].sectorId;
  while (at !== undefined && !seen.includes(at)) {
    seen.unshift(at);
    const seller: string = at;
    at = left.find(({ sectorId }) => sellersOf.get(sectorId)?.has(seller))?.sectorId;
  }
  const circle = [...seen.slice(0, seen.indexOf(at ?? '') + 1)];
  const [buyer] = circle;
  const seller = circle[1] ?? buyer;
  const product = file.spec.sectors[seller].product;
  const reason =
    circle.length === 1
      ? `${buyer} buys from itself.`
      : `sectors buy in a circle: ${[...circle, buyer].join(' from ')}.`;
  const mend = 'Give the flows of one of them in links.csv instead of buys.';
  return file.error('SCN_SECTOR_CYCLE', ['sectors', buyer, 'buys', product, 'from', seller], reason, mend);
}

function short(value: number): number {
  return Number(value.toPrecision(12));
}

// Where the draft's rows went: the assembled chain stands sorted, the case's paths and printed values do not.
import type { Chain, EnterpriseState } from '#libs/model';
import type { ChainDraft } from '#libs/scenario';

export interface Places {
  /** Chain row of each enterprise of the draft. */
  readonly enterprises: Int32Array;
  /** Draft row of each enterprise of the chain. */
  readonly drafted: Int32Array;
  /** Chain link of each link of the draft. */
  readonly links: Int32Array;
  readonly products: number;
}

export function placesOf({ enterprises, links, classes }: ChainDraft, chain: Chain): Places {
  const n = enterprises.ids.length;
  const rowOfId = new Map(chain.enterprises.ids.map((id, row) => [id, row]));
  const rows = Int32Array.from(enterprises.ids, (id) => rowOfId.get(id) ?? -1);
  const drafted = new Int32Array(n);
  rows.forEach((row, draftRow) => (drafted[row] = draftRow));
  const linkOfPair = new Map<number, number>();
  for (let link = 0; link < chain.links.count; link++) {
    linkOfPair.set(chain.links.supplier[link] * n + chain.links.buyer[link], link);
  }
  const linkRows = Int32Array.from(links.supplier, (supplier, i) => {
    return linkOfPair.get(rows[supplier] * n + rows[links.buyer[i]]) ?? -1;
  });
  return { enterprises: rows, drafted, links: linkRows, products: classes.length };
}

/** A column by chain row, by rows of the draft. */
export function byDraft(column: Float64Array, { enterprises }: Places): Float64Array {
  return Float64Array.from(enterprises, (row) => column[row]);
}

/** What is shipped on each link of the draft. */
export function shipmentsOf({ shippedYuan, part }: EnterpriseState, { links }: Places): Float64Array {
  const byLink = new Float64Array(shippedYuan.length);
  part.supplies.link.forEach((link, slot) => (byLink[link] = shippedYuan[slot]));
  return Float64Array.from(links, (link) => byLink[link]);
}

/** Orders placed today, added up by the supplier they go to. */
export function ordersBySupplier({ orderedYuan, part }: EnterpriseState, { drafted }: Places): Float64Array {
  const orders = new Float64Array(drafted.length);
  orderedYuan.forEach((ordered, link) => (orders[drafted[part.chain.links.supplier[link]]] += ordered));
  return orders;
}

/** Stock when the limit was read, by enterprise and product: row = enterprise x products + product. */
export function stocksOf({ classStockYuan, part }: EnterpriseState, { drafted, products }: Places): Float64Array {
  const { segments, chain } = part;
  const stocks = new Float64Array(drafted.length * products);
  classStockYuan.forEach((stock, segment) => {
    const product = chain.links.productClass[segments.starts[segment]];
    stocks[drafted[segments.buyer[segment]] * products + product] = stock;
  });
  return stocks;
}

// The network that is screened: who sells how much to whom, and how much each buyer needs it. Without stocks and time.
// A chain becomes one by its links' base flows: critical inputs are essential, important ones non-essential, others are
// ignored; the market in which an enterprise can be replaced is its product class.
import type { Chain, LinkKind } from '#libs/model';

/** 0 ignored, 1 non-essential, 2 essential. */
export type NeedRank = 0 | 1 | 2;

export interface SupplyLinks {
  readonly count: number;
  readonly supplier: Int32Array;
  readonly buyer: Int32Array;
  /** W: base flow, > 0. */
  readonly flowYuan: Float64Array;
  /** NeedRank of each link; a buyer needs a market as much as its most needed link there. */
  readonly need: Uint8Array;
}

export interface SupplyNetwork {
  /** Enterprises. */
  readonly count: number;
  /** out: base output; at least what customers in the network take. */
  readonly outputYuan: Float64Array;
  /** What an enterprise's output counts in the index: `outputYuan`, or 0 for a seller outside. */
  readonly countedYuan: Float64Array;
  /** Market of each enterprise: 0 .. markets - 1. */
  readonly market: Int32Array;
  readonly markets: number;
  /** Sorted by (buyer, market of the supplier). */
  readonly links: SupplyLinks;
  /** Whether what a supplier fails to deliver can be had from others in its market, by market share. */
  readonly isReplaceable: boolean;
}

/** A chain's base flows as a network; its links stand in the right order already. */
export function networkOf({ enterprises, links, linkKinds, sectors, classes }: Chain): SupplyNetwork {
  const isOutside = (row: number): boolean => sectors[enterprises.sector[row]].outside;
  const ranks = Uint8Array.from(linkKinds, rankOf);
  return {
    count: enterprises.count,
    outputYuan: enterprises.baseOutputYuan,
    countedYuan: enterprises.baseOutputYuan.map((yuan, row) => (isOutside(row) ? 0 : yuan)),
    market: enterprises.sector.map((sector) => sectors[sector].product),
    markets: classes.length,
    links: {
      count: links.count,
      supplier: links.supplier,
      buyer: links.buyer,
      flowYuan: links.flowYuan,
      need: Uint8Array.from(links.kind, (kind) => ranks[kind]),
    },
    isReplaceable: true,
  };
}

function rankOf({ need, unlimited }: LinkKind): NeedRank {
  if (unlimited) return 0;
  switch (need) {
    case 'critical':
      return 2;
    case 'important':
      return 1;
    case 'none':
      return 0;
    default:
      return need satisfies never;
  }
}

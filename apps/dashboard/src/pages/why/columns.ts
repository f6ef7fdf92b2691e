// Folds the tree into columns that are read from left to right: what was missing, through whom, and the root causes with
// their days. Each column adds up to the whole loss; what stays below 3 % of it is joined.
import type { LossCause } from '#libs/messages';
import { isSameCause, shareOf, type CauseShare, type WhyNode } from './tree';

/** Deliveries that did not come, orders that were missing, what lay with itself, and small ones together. */
export type Missing = 'supply' | 'orders' | 'itself' | 'others';

export interface Leaf {
  readonly cause: LossCause | null;
  readonly sector: string | null;
  /** Of the whole loss, as everywhere here. */
  readonly share: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Sectors between the one through whom it came and the cause's own. */
  readonly via: readonly string[];
  readonly isMain: boolean;
  /** Causes that are joined in it; 1 for a cause by itself. */
  readonly count: number;
}

export interface Through {
  readonly of: WhyNode['of'];
  /** The enterprise or corridor; null where several are joined or nobody stands between. */
  readonly id: string | null;
  readonly sector: string | null;
  readonly count: number;
  readonly share: number;
  /** Of it, what the main cause brought about. */
  readonly mainShare: number;
  readonly fromDay: number;
  readonly toDay: number;
  readonly leaves: readonly Leaf[];
}

export interface Box {
  readonly kind: Missing;
  readonly share: number;
  readonly mainShare: number;
  readonly through: readonly Through[];
}

export interface Columns {
  readonly main: CauseShare;
  readonly boxes: readonly Box[];
}

const JOINED_BELOW = 0.03;
const LEAST_TOLD = 0.02;
/** Of one sector so many are told one by one; more are told together. */
const MOST_ALONE = 3;
/** A leaf's days are those of what makes up at least this much of it. */
const FRINGE = 0.05;

export function columnsOf(tree: WhyNode): Columns {
  const main = tree.causes[0];
  const byKind = new Map<Missing, WhyNode[]>();
  for (const child of tree.children) {
    const kind = kindOf(child, tree);
    byKind.set(kind, [...(byKind.get(kind) ?? []), child]);
  }
  // A kind that is small by itself has no box of its own.
  for (const [kind, nodes] of [...byKind]) {
    if (kind === 'others' || weightOf(nodes) >= JOINED_BELOW) continue;
    byKind.delete(kind);
    byKind.set('others', [...(byKind.get('others') ?? []), ...nodes]);
  }
  const boxes = [...byKind].map(([kind, nodes]): Box => {
    const through = throughOf(kind, nodes, main);
    return { kind, share: weightOf(nodes), mainShare: sum(through.map(({ mainShare }) => mainShare)), through };
  });
  return { main, boxes: boxes.sort((a, b) => last(a) - last(b) || b.share - a.share) };
}

const last = ({ kind }: Box): number => (kind === 'others' ? 1 : 0);

function kindOf(node: WhyNode, root: WhyNode): Missing {
  switch (node.of) {
    case 'unmet':
    case 'dock':
      return 'supply';
    case 'orders':
      return 'orders';
    case 'cause':
      if (node.cause === 'final-demand') return 'orders';
      return node.sector === root.sector ? 'itself' : 'supply';
    case 'others':
    case 'output':
      return 'others';
    default:
      return node.of satisfies never;
  }
}

/** Own causes together; of a sector with many, all together; small ones together. */
function throughOf(kind: Missing, nodes: readonly WhyNode[], main: CauseShare): Through[] {
  if (kind === 'others') return [joined(nodes, main, { of: 'others' })];
  const causes = nodes.filter(({ of }) => of === 'cause');
  const others = nodes.filter(({ of }) => of !== 'cause');
  const groups = new Map<string, WhyNode[]>();
  for (const node of others) {
    const key = `${node.of} ${node.sector ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), node]);
  }
  const through = [...groups.values()].flatMap((group) => {
    const alone = group.filter(({ id }) => id !== null);
    if (alone.length > MOST_ALONE) return [joined(group, main, group[0])];
    return group.map((node) => joined([node], main, node));
  });
  if (causes.length > 0) through.push(joined(causes, main, { of: 'cause' }));
  return joinSmall(through, main).sort((a, b) => b.share - a.share);
}

function joinSmall(through: readonly Through[], main: CauseShare): Through[] {
  const small = through.filter(({ share }) => share < JOINED_BELOW);
  if (small.length < 2) return [...through];
  const leaves = joinLeaves(
    small.flatMap((one) => one.leaves),
    main,
  );
  const all: Through = {
    ...{ of: 'others', id: null, sector: null, count: sum(small.map(({ count }) => count)) },
    ...{ share: sum(small.map(({ share }) => share)), mainShare: sum(small.map(({ mainShare }) => mainShare)) },
    ...{ fromDay: Math.min(...small.map((one) => one.fromDay)), toDay: Math.max(...small.map((one) => one.toDay)) },
    leaves,
  };
  return [...through.filter((one) => !small.includes(one)), all];
}

function joined(
  nodes: readonly WhyNode[],
  main: CauseShare,
  { of, sector = null }: { readonly of: WhyNode['of']; readonly sector?: string | null },
): Through {
  const found: Leaf[] = [];
  for (const node of nodes) collect(node, node.share, [], main, found);
  return {
    of,
    id: nodes.length === 1 ? nodes[0].id : null,
    sector,
    count: sum(nodes.map(({ count }) => count)),
    share: weightOf(nodes),
    mainShare: sum(nodes.map((node) => node.share * shareOf(node, main))),
    fromDay: Math.min(...nodes.map(({ fromDay }) => fromDay)),
    toDay: Math.max(...nodes.map(({ toDay }) => toDay)),
    leaves: joinLeaves(found, main),
  };
}

/** Causes at the ends of a branch. @param path sectors that were passed on the way */
function collect(node: WhyNode, share: number, path: readonly string[], main: CauseShare, into: Leaf[]): void {
  const { of, cause, sector, fromDay, toDay } = node;
  if (of === 'cause') {
    const via = [...new Set(path)].filter((one) => one !== sector);
    into.push({ cause, sector, share, fromDay, toDay, via, isMain: isSameCause(node, main), count: 1 });
    return;
  }
  // The first one is who stands in the column before.
  for (const child of node.children) {
    const passed = child.of === 'cause' || child.sector === null ? path : [...path, child.sector];
    collect(child, share * child.share, passed, main, into);
  }
}

/** One leaf a cause, the largest first; those below 3 % together. */
function joinLeaves(found: readonly Leaf[], main: CauseShare): Leaf[] {
  const byCause = new Map<string, Leaf[]>();
  for (const leaf of found) {
    const key = leaf.cause === null ? 'joined' : `${leaf.cause} ${leaf.sector ?? ''}`;
    byCause.set(key, [...(byCause.get(key) ?? []), leaf]);
  }
  const merged = [...byCause.values()].map((leaves) => mergeLeaves(leaves, main)).sort((a, b) => b.share - a.share);
  const all = sum(merged.map(({ share }) => share));
  // What makes up most of a small branch keeps its name, too.
  const isTold = ({ share, cause }: Leaf, at: number): boolean =>
    cause !== null && (share >= JOINED_BELOW || (at === 0 && share >= LEAST_TOLD && share > all / 2));
  const large = merged.filter(isTold);
  const small = merged.filter((leaf) => !large.includes(leaf));
  if (small.length === 0) return large;
  // One small cause keeps its name.
  if (small.length === 1) return [...large, small[0]];
  const rest: Leaf = {
    ...{ cause: null, sector: null, via: [], isMain: false },
    ...{ share: sum(small.map(({ share }) => share)), count: sum(small.map(({ count }) => count)) },
    ...{ fromDay: Math.min(...small.map((one) => one.fromDay)), toDay: Math.max(...small.map((one) => one.toDay)) },
  };
  return [...large, rest];
}

function mergeLeaves(leaves: readonly Leaf[], main: CauseShare): Leaf {
  const share = sum(leaves.map((leaf) => leaf.share));
  const told = leaves.filter((leaf) => leaf.share >= FRINGE * share);
  const span = told.length > 0 ? told : leaves;
  const [first] = leaves;
  const largest = leaves.reduce((most, leaf) => (leaf.share > most.share ? leaf : most), first);
  return {
    ...{ cause: first.cause, sector: first.sector, share, via: largest.via, isMain: isSameCause(first, main) },
    fromDay: Math.min(...span.map(({ fromDay }) => fromDay)),
    toDay: Math.max(...span.map(({ toDay }) => toDay)),
    count: first.cause === null ? sum(leaves.map(({ count }) => count)) : 1,
  };
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const weightOf = (nodes: readonly WhyNode[]): number => sum(nodes.map(({ share }) => share));

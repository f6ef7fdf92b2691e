// Why an enterprise lost output on a day, as a tree: an output is made up of other enterprises' unmet demand and orders, of
// docks and of causes, these of others again. A child's share is that of its parent; shares of children add up to 1, and
// every node's composition is the weighted mean of its children's. Children below 3 % are joined by what they are and
// their sector. Every leaf is a cause with its sector and days.
import type { LossCause } from '#libs/messages';
import { refOf } from './refs';
import type { WhySource } from './source';
import { Sweep, type Found } from './sweep';

interface CauseShare {
  readonly cause: LossCause;
  /** Where it arose; null for the road. */
  readonly sector: string | null;
  readonly share: number;
}

export interface WhyNode {
  /** `others`: children that have nothing in common but that each is small. */
  readonly of: 'output' | 'unmet' | 'orders' | 'dock' | 'cause' | 'others';
  /** The enterprise or corridor; null where several are joined, and for a cause. */
  readonly id: string | null;
  readonly sector: string | null;
  readonly cause: LossCause | null;
  /** How many are joined. */
  readonly count: number;
  readonly fromDay: number;
  readonly toDay: number;
  /** Of its parent. */
  readonly share: number;
  /** Its own composition, the largest first. */
  readonly causes: readonly CauseShare[];
  readonly children: readonly WhyNode[];
}

const JOINED_BELOW = 0.03;

/** Weights below this are rounding. */
const NEGLIGIBLE = 1e-12;

/** Days of weights, of one enterprise's unmet demand, of one buyer's orders, of one dock or of one cause. */
interface Group {
  readonly of: Found['of'];
  readonly which: number;
  readonly parts: Found[];
  readonly weight: number;
}

/** A node before its shares are told: `numbers` is its composition by cause. */
interface Draft {
  readonly node: Omit<WhyNode, 'causes' | 'children'>;
  readonly numbers: Float64Array;
  readonly children: readonly Draft[];
}

/** The tree of an enterprise's output on a day; `null` when nothing has touched it. */
export function whyTree(source: WhySource, asked: { enterprise: number; day: number; depth: number }): WhyNode | null {
  const { enterprise, day, depth } = asked;
  const sweep = new Sweep(source, enterprise);
  const output = outputRef(source, enterprise, day);
  if (output === undefined) return null;
  sweep.put(output, day, 1);
  const { places } = source;
  const children = new Grower(source, depth).children(sweep.run(), 1);
  const root: Draft = {
    node: {
      ...{ of: 'output', id: places.enterprises[enterprise], sector: places.sectors[places.sector[enterprise]] },
      ...{ cause: null, count: 1, fromDay: day, toDay: day, share: 1 },
    },
    numbers: mean(children, places.causes.length),
    children,
  };
  return tell(source, root);
}

/** Output is the last composition of the day that is written from levels: the record after which stock is used. */
function outputRef(source: WhySource, enterprise: number, day: number): number | undefined {
  const { refs, weights } = source.run(day, 'enterprise', enterprise);
  const output = refOf('scratch', source.places.outputRow);
  for (let entry = 0; entry < weights.length; entry += 1 - weights[entry]) if (refs[entry] === output) return output;
  return undefined;
}

class Grower {
  constructor(
    private readonly source: WhySource,
    private readonly depth: number,
  ) {}

  /** Children of what was found; shares add up to 1. */
  children(found: readonly Found[], level: number): Draft[] {
    const groups = this.#groups(found.filter(({ weight }) => weight > NEGLIGIBLE));
    const all = groups.reduce((sum, { weight }) => sum + weight, 0);
    const large = groups.filter(({ weight }) => weight >= JOINED_BELOW * all);
    const small = groups.filter(({ weight }) => weight < JOINED_BELOW * all);
    const drafts = large.map((group) => this.#single(group, group.weight / all, level));
    return [...drafts, ...this.#join(small, all)].sort((a, b) => b.node.share - a.node.share);
  }

  #groups(found: readonly Found[]): Group[] {
    const { buyer } = this.source.places;
    const byWhom = new Map<string, Found[]>();
    for (const one of found) {
      const key = `${one.of} ${one.of === 'orders' ? buyer[one.which] : one.which}`;
      const known = byWhom.get(key);
      if (known) known.push(one);
      else byWhom.set(key, [one]);
    }
    return [...byWhom.values()]
      .map((parts) => ({
        of: parts[0].of,
        which: parts[0].of === 'orders' ? buyer[parts[0].which] : parts[0].which,
        parts,
        weight: parts.reduce((sum, { weight }) => sum + weight, 0),
      }))
      .sort((a, b) => b.weight - a.weight || a.which - b.which);
  }

  #single(group: Group, share: number, level: number): Draft {
    const { places } = this.source;
    if (group.of === 'cause') return this.#cause(group.which, share, group.parts);
    const children = level < this.depth ? this.#expand(group, level + 1) : this.#fromShares(group.parts);
    return {
      node: {
        ...{ of: group.of, id: (group.of === 'dock' ? places.corridors : places.enterprises)[group.which] },
        ...{ sector: this.#sectorOf(group), cause: null, count: 1, ...spanOf(group.parts), share },
      },
      numbers: mean(children, places.causes.length),
      children,
    };
  }

  /** Reads one owner's blends backwards from the days on which it has weight. */
  #expand({ of, which, parts, weight }: Group, level: number): Draft[] {
    const sweep = new Sweep(this.source, of === 'dock' ? -1 : which);
    const kinds = { unmet: 'unmet', orders: 'ordered', dock: 'waiting', cause: 'cause' } as const;
    for (const part of parts) sweep.put(refOf(kinds[of], part.which), part.day, part.weight / weight);
    return this.children(sweep.run(), level);
  }

  /** Causes of parts, from the compositions that are kept. */
  #fromShares(parts: readonly Found[]): Draft[] {
    const { places } = this.source;
    const shares = new Float64Array(places.causes.length);
    const days = new Float64Array(places.causes.length);
    for (const { of, which, day, weight } of parts) {
      if (of === 'cause') {
        shares[which] += weight;
        days[which] += weight * day;
        continue;
      }
      const kept = this.source.shares(day, of, which);
      for (let k = 0; k < kept.causes.length; k++) {
        shares[kept.causes[k]] += weight * kept.shares[k];
        days[kept.causes[k]] += weight * kept.shares[k] * kept.days[k];
      }
    }
    const all = shares.reduce((sum, share) => sum + share, 0);
    return Array.from(shares.keys())
      .filter((k) => shares[k] > 0)
      .sort((a, b) => shares[b] - shares[a])
      .map((k) => {
        const day = Math.round(days[k] / shares[k]);
        return this.#cause(k, shares[k] / all, [{ of: 'cause', which: k, day, weight: 1 }]);
      });
  }

  #cause(number: number, share: number, parts: readonly Found[]): Draft {
    const { causes, sectors } = this.source.places;
    const numbers = new Float64Array(causes.length);
    numbers[number] = 1;
    const { cause, sector } = causes[number];
    return {
      node: {
        ...{ of: 'cause', id: null, sector: sector < 0 ? null : sectors[sector], cause, count: 1 },
        ...{ ...spanOf(parts), share },
      },
      numbers,
      children: [],
    };
  }

  /** Small children joined by what they are and their sector; those that stay small, all together. */
  #join(small: readonly Group[], all: number): Draft[] {
    const bySector = new Map<string, Group[]>();
    for (const group of small) {
      const key = group.of === 'cause' ? 'cause' : `${group.of} ${this.#sectorOf(group) ?? ''}`;
      bySector.set(key, [...(bySector.get(key) ?? []), group]);
    }
    const weightOf = (groups: readonly Group[]): number => groups.reduce((sum, { weight }) => sum + weight, 0);
    const joined = [...bySector.values()];
    const isLarge = (groups: readonly Group[]): boolean =>
      groups[0].of !== 'cause' && weightOf(groups) >= JOINED_BELOW * all;
    const rest = joined.filter((groups) => !isLarge(groups)).flat();
    const drafts = joined.filter(isLarge).map((groups) => this.#several(groups, groups[0].of, weightOf(groups) / all));
    return rest.length > 0 ? [...drafts, this.#several(rest, 'others', weightOf(rest) / all)] : drafts;
  }

  #several(groups: readonly Group[], of: WhyNode['of'], share: number): Draft {
    const parts = groups.flatMap((group) => group.parts);
    const children = this.#fromShares(parts);
    return {
      node: {
        ...{ of, id: null, sector: of === 'others' ? null : this.#sectorOf(groups[0]), cause: null },
        ...{ count: groups.length, ...spanOf(parts), share },
      },
      numbers: mean(children, this.source.places.causes.length),
      children,
    };
  }

  #sectorOf({ of, which }: Group): string | null {
    const { sectors, sector } = this.source.places;
    return of === 'unmet' || of === 'orders' ? sectors[sector[which]] : null;
  }
}

function spanOf(parts: readonly Found[]): { fromDay: number; toDay: number } {
  // Days with less than a hundredth of the weight are the fringe.
  const all = parts.reduce((sum, { weight }) => sum + weight, 0);
  const byDay = new Map<number, number>();
  for (const { day, weight } of parts) byDay.set(day, (byDay.get(day) ?? 0) + weight);
  const days = [...byDay].filter(([, weight]) => weight >= 0.01 * all).map(([day]) => Math.max(0, day));
  const shown = days.length > 0 ? days : parts.map(({ day }) => Math.max(0, day));
  return {
    fromDay: shown.reduce((least, day) => Math.min(least, day), Infinity),
    toDay: shown.reduce((most, day) => Math.max(most, day), 0),
  };
}

/** Composition of a parent: its children's, weighed by their shares. */
function mean(children: readonly Draft[], causes: number): Float64Array {
  const numbers = new Float64Array(causes);
  for (const { node, numbers: of } of children) for (let k = 0; k < causes; k++) numbers[k] += node.share * of[k];
  return numbers;
}

function tell(source: WhySource, { node, numbers, children }: Draft): WhyNode {
  const { causes, sectors } = source.places;
  const shares = causes
    .map(({ cause, sector }, k) => ({ cause, sector: sector < 0 ? null : sectors[sector], share: numbers[k] }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  return { ...node, causes: shares, children: children.map((child) => tell(source, child)) };
}

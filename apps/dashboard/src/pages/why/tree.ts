// The tree of causes as the gateway tells it: the shape of libs/analysis/src/losses/why/tree.ts, which sends it.
import type { LossCause } from '#libs/messages';

export interface CauseShare {
  readonly cause: LossCause;
  /** Where it arose; null for the road. */
  readonly sector: string | null;
  readonly share: number;
}

export interface WhyNode {
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
  readonly causes: readonly CauseShare[];
  readonly children: readonly WhyNode[];
}

export const isSameCause = (
  one: { readonly cause: LossCause | null; readonly sector: string | null },
  other: { readonly cause: LossCause | null; readonly sector: string | null },
): boolean => one.cause === other.cause && one.sector === other.sector;

/** How much of a node's loss is a cause's. */
export function shareOf(node: WhyNode, cause: CauseShare): number {
  return node.causes.find((one) => isSameCause(one, cause))?.share ?? 0;
}

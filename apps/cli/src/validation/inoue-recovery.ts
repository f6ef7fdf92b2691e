// The share of capacity that each firm has lost, step by step, as the Inoue-Todo simulator takes it back (its options
// -b, -c, -S, -d). Recovery comes at the end of a step, so what is printed there limits the next one.

/** Position is the value of -b. */
export const RECOVERIES = ['linear', 'uniform', 'at-once', 'renewal', 'exponential', 'damped-renewal'] as const;
export type Recovery = (typeof RECOVERIES)[number];

export interface Damage {
  readonly firm: number;
  readonly share: number;
  readonly fromStep: number;
}

export interface RecoveryPlan {
  readonly recovery: Recovery;
  /** -c; 0 where nothing recovers by itself. */
  readonly days: number;
  /** -S: steps from the damage to the first recovery. */
  readonly holdDays: number;
}

export interface DamagePath {
  /** Per step and firm: what limits the step. */
  readonly limiting: readonly Float64Array[];
  /** Per step and firm: what is left after the step's recovery. */
  readonly remaining: readonly Float64Array[];
}

/**
 * The paths of all firms.
 * @param damages    at most one per firm
 * @param neighbours per firm, its suppliers and then its clients; only damped renewal looks at them
 */
export function damagePath(
  damages: readonly Damage[],
  plan: RecoveryPlan,
  neighbours: readonly (readonly number[])[],
  steps: number,
): DamagePath {
  const delta = new Float64Array(neighbours.length);
  // One firm after the other, in place: damped renewal sees what those before it have left.
  const inOrder = [...damages].sort((a, b) => a.firm - b.firm);
  const limiting: Float64Array[] = [];
  const remaining: Float64Array[] = [];
  for (let step = 0; step < steps; step++) {
    for (const { firm, share, fromStep } of damages) if (fromStep === step) delta[firm] = share;
    limiting.push(delta.slice());
    for (const damage of inOrder) {
      if (delta[damage.firm] <= 0 || step - damage.fromStep < plan.holdDays) continue;
      delta[damage.firm] = Math.max(0, recovered(damage, plan, delta, neighbours[damage.firm], step));
    }
    remaining.push(delta.slice());
  }
  return { limiting, remaining };
}

function recovered(
  { firm, share }: Damage,
  { recovery, days }: RecoveryPlan,
  delta: Float64Array,
  neighbours: readonly number[],
  step: number,
): number {
  switch (recovery) {
    case 'linear':
      return days > 0 ? delta[firm] - share / days : delta[firm];
    case 'uniform':
      return delta[firm] - 1 / days;
    case 'at-once':
      return 0;
    case 'renewal':
      return delta[firm] * (1 - days / share);
    case 'exponential':
      // Counted from step 0, whenever the damage came.
      return share * Math.exp(-step / days);
    case 'damped-renewal':
      return delta[firm] * (1 - health(delta, neighbours) / days);
    default:
      return recovery satisfies never;
  }
}

/** Share of the neighbours' capacity that stands; 1 for a firm without neighbours. */
function health(delta: Float64Array, neighbours: readonly number[]): number {
  if (neighbours.length === 0) return 1;
  return 1 - neighbours.reduce((sum, neighbour) => sum + delta[neighbour], 0) / neighbours.length;
}

// Lifting a constraint: the run as it would go on if one cause no longer bound in one sector (labour, gate, masks, power,
// capacity, demand, closure) or on the roads (transport). The model leaves that factor at its base (levers.lifted).
import { LIFTED, ROADS, type Levers } from '#libs/model';

/** What may be lifted; `final-demand` raises demand to its base, never below what it is. */
export const LIFTABLE = {
  labour: LIFTED.labour,
  gate: LIFTED.gate,
  masks: LIFTED.masks,
  utility: LIFTED.utility,
  transport: LIFTED.transport,
  capacity: LIFTED.capacity,
  'external-input': LIFTED.capacity,
  'final-demand': LIFTED.demand,
  closure: LIFTED.closure,
} as const;
export type LiftableCause = keyof typeof LIFTABLE;

/** One cause in one sector (position in chain.sectors); the roads have none. */
export interface Lift {
  readonly cause: LiftableCause;
  readonly sector: number | null;
}

/** The levers of a run in which the causes no longer bind, from a day on. One object is filled again and again. */
export function withLifted(
  leversOn: (day: number) => Levers,
  lifts: readonly Lift[],
  from: number,
): (day: number) => Levers {
  return (day) => {
    const levers = leversOn(day);
    levers.lifted.fill(0);
    if (day < from) return levers;
    for (const { cause, sector } of lifts) levers.lifted[sector ?? ROADS] |= LIFTABLE[cause];
    return levers;
  };
}

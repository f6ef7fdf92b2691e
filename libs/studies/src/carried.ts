// A compiled scenario on its way from one thread to another: plain data, whose large arrays are not copied but lie in
// memory that all of them read. Nobody compiles twice what another thread of the process has compiled.
import { Calendar, type CompiledScenario } from '#libs/scenario';
import { withSharedArrays } from './shared-memory';

export type CarriedScenario = Omit<CompiledScenario, 'calendar'>;

/** The same, its chain where other threads can read it. */
export function shareable({ chain, ...rest }: CompiledScenario): CompiledScenario {
  return { ...rest, chain: withSharedArrays(chain) };
}

/** @param compiled shareable, or its arrays are copied on the way */
export function carriedOf({ calendar: _, ...rest }: CompiledScenario): CarriedScenario {
  return rest;
}

/** What came, ready for use. */
export function compiledOf(carried: CarriedScenario): CompiledScenario {
  return { ...carried, calendar: new Calendar(carried.spec.start) };
}

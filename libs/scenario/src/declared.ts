// How large a chain will be, as far as the file alone tells: rows of its tables are not counted.
import type { ScenarioSpec } from './schema/scenario';

/** Enterprises of all populations and those that are named. */
export function declaredEnterprises({ sectors, enterprises }: ScenarioSpec): number {
  const populations = Object.values(sectors).flatMap((sector) => Object.values(sector.populations));
  return populations.reduce((sum, { count }) => sum + count, Object.keys(enterprises).length);
}

// Paths that a case is fed: one value per step and enterprise, taken from printed rows.
import type { ExpectedRow } from './case';
import { fault } from './fault';

export interface PathSource {
  readonly folder: string;
  readonly rows: readonly ExpectedRow[];
  readonly steps: number;
  readonly enterprises: readonly string[];
}

/** The printed path of a variable. @throws InputError when a step or an enterprise is missing */
export function pathOf({ folder, rows, steps, enterprises }: PathSource, variable: string): Float64Array[] {
  const path = constantPath(steps, enterprises.length, NaN);
  for (const row of rows) if (row.variable === variable) path[row.step][row.enterprise] = row.value;
  path.forEach((values, step) => {
    const missing = values.findIndex((value) => Number.isNaN(value));
    if (missing < 0) return;
    throw fault(
      'VAL_UNREADABLE',
      folder,
      `the outputs have no ${variable} of ${enterprises[missing]} in step ${step}.`,
    );
  });
  return path;
}

/** The same value everywhere. */
export function constantPath(steps: number, enterprises: number, value: number): Float64Array[] {
  return Array.from({ length: steps }, () => new Float64Array(enterprises).fill(value));
}

/**
 * A path over its base. Enterprises without a base stay at 0.
 * @throws InputError when such an enterprise is asked for anything: a share of nothing is nothing
 */
export function overBase(source: PathSource, path: readonly Float64Array[], base: Float64Array): Float64Array[] {
  return path.map((values, step) =>
    values.map((value, row) => {
      if (base[row] > 0) return value / base[row];
      if (value === 0) return 0;
      const { folder, enterprises } = source;
      throw fault(
        'VAL_NOT_MODELLED',
        folder,
        `step ${step} asks ${enterprises[row]} for final demand; at base it has none.`,
      );
    }),
  );
}

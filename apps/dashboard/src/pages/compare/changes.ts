// What went into a run differently, said as a person would: which lever, from what to what, from when on.
import type { Lever } from '#libs/api';
import type { Comparison, InputDifference } from './shape';

export interface Change {
  readonly kind: InputDifference['kind'];
  readonly path: string;
  /** ISO date from which it stands; null where it always does. */
  readonly from: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly lever: Lever | undefined;
}

/** Changes of a run against the first; with what stood before where the file says it. */
export function changesOf({ inputs, runs }: Comparison, at: number, levers: readonly Lever[]): Change[] {
  return inputs
    .filter(({ values }) => values[at] !== values[0])
    .map(({ kind, path: written, values }) => {
      const [path, from = null] = kind === 'decided' ? written.split(' ') : [written];
      const lever = levers.find((one) => path === one.path || path.startsWith(`${one.path}.`));
      const stood = lever && from !== null ? valueOn(lever, from, runs[0].start) : null;
      return { kind, path, from, before: values[0] ?? stood, after: values[at], lever };
    });
}

const DAY_MS = 86_400_000;

function valueOn({ values }: Lever, date: string, start: string): string | null {
  const value = values[Math.round((Date.parse(date) - Date.parse(start)) / DAY_MS)];
  return value === null || value === undefined ? null : String(value);
}

/** One lever that is raised or lowered by the same at every step; null for anything else. */
export function deltaOf(
  changes: readonly Change[],
): { readonly lever: Lever; readonly by: number; readonly to: number } | null {
  const [first] = changes;
  if (!first?.lever || changes.some(({ path }) => path !== first.path)) return null;
  const steps = changes.map(({ before, after }) =>
    before === null || after === null ? NaN : Number(after) - Number(before),
  );
  const [by] = steps;
  if (!Number.isFinite(by) || steps.some((step) => Math.abs(step - by) > ROUNDING)) return null;
  return { lever: first.lever, by, to: Number(first.after) };
}

const ROUNDING = 1e-9;

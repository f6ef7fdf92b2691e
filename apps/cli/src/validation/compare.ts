// The largest error of each variable of a case, and where it stands.
import type { ExpectedRow, Measure, StepReading, ValidationCase } from './case';
import { fault, notModelled } from './fault';

export interface VariableError {
  readonly variable: string;
  /** |ours - printed| over what the measure divides by. */
  readonly error: number;
  readonly tolerance: number;
  /** Why the variable is shown and does not decide; undefined where it decides. */
  readonly shownBecause: string | undefined;
  /** Where the largest error stands: a step or scenario, and its subject. */
  readonly place: string;
}

/**
 * Compares every printed row with our reading of its step.
 * @returns one entry per variable, in the order of the measures
 * @throws InputError when a row has a variable that we do not read, or rows are missing
 */
export function compare(one: ValidationCase, readings: readonly StepReading[]): VariableError[] {
  const { folder, rows, measures } = one;
  const byVariable = new Map<string, ExpectedRow[]>([...measures.keys()].map((variable) => [variable, []]));
  for (const row of rows) {
    const same = byVariable.get(row.variable);
    if (!same) throw notModelled(folder, `the variable ${row.variable}`);
    same.push(row);
  }
  return [...measures].map(([variable, measure]) => {
    const same = byVariable.get(variable) ?? [];
    refuseGaps(one, variable, measure, same);
    return largest(variable, measure, same, readings);
  });
}

function refuseGaps(
  { folder, steps }: ValidationCase,
  variable: string,
  measure: Measure,
  rows: readonly ExpectedRow[],
): void {
  const perStep = new Int32Array(steps);
  for (const { step } of rows) perStep[step]++;
  const step = perStep.findIndex((count) => count !== measure.rowsPerStep);
  if (step < 0) return;
  const reason = `the outputs have ${perStep[step]} rows of ${variable} in step ${step}, not ${measure.rowsPerStep}.`;
  throw fault('VAL_UNREADABLE', folder, reason);
}

function largest(
  variable: string,
  measure: Measure,
  rows: readonly ExpectedRow[],
  readings: readonly StepReading[],
): VariableError {
  const { tolerance, shownBecause } = measure;
  let worst: VariableError = { variable, error: 0, tolerance, shownBecause, place: '' };
  for (const row of rows) {
    const reading = readings[row.step];
    const ours = measure.ours(reading, row);
    const difference = ours === row.value ? 0 : Math.abs(ours - row.value) / measure.scale(reading, row);
    // What is no number is worse than any error.
    const error = Number.isNaN(difference) ? Infinity : difference;
    if (error > worst.error) worst = { ...worst, error, place: `step ${row.step} ${row.label}`.trimEnd() };
  }
  return worst;
}

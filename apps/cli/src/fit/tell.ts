// The result of a fit as two small tables: numbers found beside those in the file, and targets.
import type { FitResult } from './search';
import type { FitPlan } from './plan';

export function tellFit({ free }: FitPlan, held: readonly number[], { point, misfit, isDone }: FitResult): string {
  const numbers = free.map(({ path, start, step }, i) => [path, start, point[i], held[i], step]);
  const targets = misfit.targets.map(({ id, observed, simulated, off }) => [
    id,
    observed,
    simulated === null ? '-' : simulated.toPrecision(6),
    `${(100 * off).toFixed(1)} %`,
  ]);
  const lines = [
    ...columns([['number', 'start', 'found', 'in the file', 'to one step of'], ...numbers]),
    '',
    ...columns([['target', 'observed', 'simulated', 'off, of its tolerance'], ...targets]),
    '',
    `misfit ${misfit.value.toPrecision(4)}${isDone ? '' : ', not at its end: run it again to go on'}`,
  ];
  return `${lines.join('\n')}\n`;
}

function columns(rows: readonly (readonly (string | number)[])[]): string[] {
  const widths = rows[0].map((_, i) => Math.max(...rows.map((row) => String(row[i]).length)));
  return rows.map((row) => {
    const [first, ...others] = row.map(String);
    return [first.padEnd(widths[0]), ...others.map((cell, i) => cell.padStart(widths[i + 1]))].join('  ').trimEnd();
  });
}

// The report: one line per case and variable, with the largest error, what is allowed, and where it stands.
import type { ValidationCase } from './case';
import type { VariableError } from './compare';

export function isWithin({ error, tolerance }: VariableError): boolean {
  return error <= tolerance;
}

/** Lines of one case: its name, a line per variable, and the note if there is one. */
export function linesOf({ folder, title, arithmetic }: ValidationCase, errors: readonly VariableError[]): string[] {
  const note = arithmetic?.note() ?? '';
  const width = Math.max(...errors.map(({ variable }) => variable.length));
  return [
    `${folder}  ${title}`,
    ...errors.map((one) => {
      const verdict = isWithin(one) ? 'ok  ' : 'OVER';
      const figures = `${one.error.toExponential(1).padStart(8)} of ${one.tolerance.toExponential(0)} allowed`;
      const place = one.step < 0 ? '' : `  step ${one.step}${one.label === '' ? '' : ` ${one.label}`}`;
      return `  ${verdict} ${one.variable.padEnd(width)}  ${figures}${place}`;
    }),
    ...(note === '' ? [] : [`       ${note}`]),
  ];
}

/** The last line. */
export function verdictOf(cases: number, over: number, refused: number): string {
  if (over === 0 && refused === 0) return `All ${cases} cases are within tolerance.`;
  const parts = [
    ...(over > 0 ? [`${over} above tolerance`] : []),
    ...(refused > 0 ? [`${refused} refused (see the lines above)`] : []),
  ];
  return `Of ${cases} cases: ${parts.join(', ')}.`;
}

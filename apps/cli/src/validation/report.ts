// The report: a heading wherever the variables change, one line per case with its verdict and the largest error of each
// variable, and under it what is above tolerance, with its place. A variable that is only shown decides nothing.
import type { VariableError } from './compare';

/** What ends in the last line. */
export interface Tally {
  readonly cases: number;
  readonly over: number;
  readonly refused: number;
  /** Cases with a variable above tolerance that is only shown. */
  readonly shown: number;
}

const CORNER = 'largest relative error';
const CELL = 'shown only'.length;

export function isWithin({ error, tolerance }: VariableError): boolean {
  return error <= tolerance;
}

/** Whether the variable is above its tolerance and decides. */
export function isOver(one: VariableError): boolean {
  return one.shownBecause === undefined && !isWithin(one);
}

/**
 * Two lines: the variables, and what each is allowed.
 * @param width of the widest folder
 */
export function headingOf(errors: readonly VariableError[], width: number): string[] {
  const names = errors.map(({ variable }) => variable);
  const allowed = errors.map(({ tolerance, shownBecause }) => {
    return shownBecause === undefined ? `<= ${tolerance.toExponential(0)}` : 'shown only';
  });
  return [rowOf('', CORNER, names, names, width), rowOf('', '', allowed, names, width)];
}

/** Lines of one case: its errors, then each of them that is above tolerance, then the note if there is one. */
export function linesOf(folder: string, errors: readonly VariableError[], note: string, width: number): string[] {
  const names = errors.map(({ variable }) => variable);
  const verdict = errors.some(isOver) ? 'OVER' : 'ok';
  return [
    rowOf(verdict, folder, errors.map(figureOf), names, width),
    ...errors.filter((one) => !isWithin(one)).map(detailOf),
    ...(note === '' ? [] : [`  ${note}`]),
  ];
}

/** The last line. */
export function verdictOf({ cases, over, refused, shown }: Tally): string {
  const differ = shown > 0 ? `; in ${shown}, variables that are only shown differ` : '';
  if (over === 0 && refused === 0) return `All ${cases} cases are within tolerance${differ}.`;
  const parts = [
    ...(over > 0 ? [`${over} above tolerance`] : []),
    ...(refused > 0 ? [`${refused} refused (see the lines above)`] : []),
  ];
  return `Of ${cases} cases: ${parts.join(', ')}${differ}.`;
}

function rowOf(
  verdict: string,
  folder: string,
  cells: readonly string[],
  names: readonly string[],
  width: number,
): string {
  const padded = cells.map((cell, i) => cell.padStart(Math.max(CELL, names[i].length)));
  return [verdict.padEnd(4), folder.padEnd(Math.max(CORNER.length, width)), ...padded].join('  ');
}

function detailOf(one: VariableError): string {
  const { variable, tolerance, place, shownBecause } = one;
  return shownBecause === undefined
    ? `  OVER ${variable}  ${figureOf(one)} of ${tolerance.toExponential(0)} allowed  ${place}`
    : `  shown, does not decide: ${variable}  ${figureOf(one)}  ${place}: ${shownBecause}`;
}

function figureOf({ error }: VariableError): string {
  return error === 0 ? '0' : error.toExponential(1);
}

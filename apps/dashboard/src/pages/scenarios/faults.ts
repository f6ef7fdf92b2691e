// Faults by where they belong: at a line of the text, at a cell of a table, at a field of the form.
import type { Validation } from '#libs/api';

export type Fault = Validation['faults'][number];

const TABLE = /^[\w.-]+\.csv$/;

/** The table that a fault is in; undefined where it is in the text. */
export function tableOf({ path }: Fault): string | undefined {
  const [first] = path.split(/[:[]/);
  return TABLE.test(first) ? first : undefined;
}

/** The first fault at a path of the text, or below it. */
export function faultAt(faults: readonly Fault[], path: readonly string[]): Fault | undefined {
  const name = path.join('.');
  return faults.find((fault) => fault.path === name || fault.path.startsWith(`${name}.`));
}

/** A line of a table with its cells, as an answer to "where?". */
export function rowAround(text: string, line: number): { readonly head: string; readonly row: string } {
  const lines = text.split(/\r?\n/);
  return { head: lines[0] ?? '', row: lines[line - 1] ?? '' };
}

// Bad input as one clear line a fault: code, place, reason, mend. Shells turn it into exit code 2 or HTTP 4xx.

export interface Place {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
}

export interface InputFault {
  /** Stable and greppable: SCN_UNKNOWN_KEY, CSV_..., ARC_..., CLI_... */
  readonly code: string;
  readonly place?: Place;
  /** Path inside the document, e.g. `shocks[2].on.sector`. */
  readonly path?: string;
  readonly reason: string;
  /** What to do next: the nearest valid value, the allowed range, the key that is missing. */
  readonly mend: string;
  /** What else is wrong with the same input and was found with it. */
  readonly also?: readonly InputFault[];
}

/** More than these are not told together. */
export const MOST_FAULTS = 20;

/** Thrown at the edge for input that the user can mend. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(readonly fault: InputFault) {
    super(formatFault(fault));
  }

  /** One error of all that was found. @param faults one at least */
  static of([first, ...also]: readonly InputFault[]): InputError {
    return new InputError(also.length > 0 ? { ...first, also } : first);
  }
}

/** A fault, and what was found with it. */
export function faultsOf(fault: InputFault): readonly InputFault[] {
  return [fault, ...(fault.also ?? [])];
}

/** `CODE file:line:column path: reason. mend`, a line for each fault. */
export function formatFault(fault: InputFault): string {
  return faultsOf(fault).map(lineOf).join('\n');
}

function lineOf({ code, place, path, reason, mend }: InputFault): string {
  const where = place && [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const subject = [where, path].filter((part) => part !== undefined && part !== '').join(' ');
  return `${code} ${subject === '' ? '' : `${subject}: `}${reason}${mend === '' ? '' : ` ${mend}`}`;
}

// Bad input as one clear line: code, place, reason, mend. Shells turn it into exit code 2 or HTTP 4xx.

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
}

/** Thrown at the edge for input that the user can mend. */
export class InputError extends Error {
  override readonly name = 'InputError';

  constructor(readonly fault: InputFault) {
    super(formatFault(fault));
  }
}

/** `CODE file:line:column path: reason. mend` */
export function formatFault({ code, place, path, reason, mend }: InputFault): string {
  const where = place && [place.file, place.line, place.column].filter((part) => part !== undefined).join(':');
  const subject = [where, path].filter((part) => part !== undefined && part !== '').join(' ');
  return `${code} ${subject === '' ? '' : `${subject}: `}${reason}${mend === '' ? '' : ` ${mend}`}`;
}

// Work that makes room for something more urgent. Whoever calls it off writes into memory that the threads at work share, as
// they hear of nothing else meanwhile.

/** Of one piece of work. */
export type CallOff = Int32Array;

export function workToCallOff(): CallOff {
  return new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
}

export function callOff(work: CallOff): void {
  Atomics.store(work, 0, 1);
}

/** The same work is to be done after all. */
export function takeUpAgain(work: CallOff): void {
  Atomics.store(work, 0, 0);
}

export function isCalledOff(work: CallOff | undefined): boolean {
  return work !== undefined && Atomics.load(work, 0) !== 0;
}

/** Whoever asked has something more urgent to ask. */
export class CalledOff extends Error {
  constructor() {
    super('called off');
  }
}

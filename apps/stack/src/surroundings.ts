// What the commands know of their surroundings.

export interface Surroundings {
  /** Data. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
}

/** Exit codes: 0 done, 1 failed, 2 invalid input or something missing, 3 nothing runs. */
export const EXIT = { ok: 0, failed: 1, invalid: 2, nothing: 3 } as const;

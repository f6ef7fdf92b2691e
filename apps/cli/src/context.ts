// What a command knows of its surroundings, parsed once in main.ts.
export type Language = 'en' | 'zh';

export interface Context {
  readonly language: Language;
  readonly color: boolean;
  /** Columns of the terminal; 80 where there is none. */
  readonly width: number;
  /** Whether progress may be drawn over itself. */
  readonly isInteractive: boolean;
  /** Data. */
  readonly out: (text: string) => void;
  /** Progress and messages. */
  readonly err: (text: string) => void;
}

/** Exit codes: 0 ok, 1 unexpected, 2 invalid input, 3 replay or diff differs, 4 a target is not met. */
export const EXIT = { ok: 0, unexpected: 1, invalid: 2, differs: 3, missed: 4 } as const;

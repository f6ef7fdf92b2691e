// What an exported figure is: plain data in both languages, for the command, pages and reports alike.

export interface Definition {
  /** As in `run --json`, in tables and in observations. */
  readonly name: string;
  /** Where `run --json` has it: paths, and everything below them. */
  readonly fields: readonly string[];
  readonly en: DefinitionText;
  readonly zh: DefinitionText;
}

export interface DefinitionText {
  readonly title: string;
  /** What is counted or added up. */
  readonly numerator: string;
  /** What it is divided by; null where it is no ratio. */
  readonly denominator: string | null;
  /** Whose figures go into it. */
  readonly counts: string;
  readonly unit: string;
}

// What the commands around runs on a stack say.

export interface StackWords {
  /** The one process of `serve` is ready; where its data lie. */
  readonly serves: (port: number, folder: string) => string;
  /** The same with the page. */
  readonly servesPage: (port: number, folder: string) => string;
  readonly runCreated: (run: string) => string;
  readonly runLeft: (run: string) => string;
  readonly howToFollow: (run: string) => string;
  readonly howToPause: (run: string) => string;
  readonly howToRemove: (run: string) => string;

  readonly nothingMoved: (seconds: string, done: string, opened: string) => string;
  readonly waitingFor: string;
  readonly beforeFirstDay: string;
  readonly runPaused: (run: string) => string;
  readonly isNotRunning: (service: string) => string;
  readonly isAtDay: (service: string, day: string) => string;
  readonly controlOpensNone: string;
  readonly stagesOrRecovery: string;
  readonly recoverySumsUp: string;
  readonly isMissing: (gap: string) => string;

  readonly standsFrom: (setting: string, date: string, day: number) => string;
  readonly laterThanAsked: (asked: string, day: number) => string;
  readonly nowPaused: (run: string, opened: number) => string;
  readonly nowPlays: (run: string, speed: string) => string;
  readonly asFastAsItGoes: string;
  readonly daysASecond: (count: string) => string;
  readonly nowSteps: (run: string, day: number) => string;

  readonly noRuns: string;
  readonly run: string;
  readonly scenario: string;
  readonly day: string;
  readonly status: string;
  readonly size: string;
  readonly age: string;
  readonly statuses: Readonly<Record<'playing' | 'paused' | 'ended' | 'failed', string>>;
  /** Ages: seconds, minutes, hours, days. */
  readonly ageOf: (count: number, unit: 's' | 'min' | 'h' | 'd') => string;
  readonly runsRemoved: (count: number, size: string) => string;
  readonly stillKept: (size: string) => string;

  readonly archived: (run: string, folder: string, digest: string) => string;
  readonly publishedAgain: (folder: string, run: string, days: number) => string;
  readonly sameDigests: (digest: string) => string;
}

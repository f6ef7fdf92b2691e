// Words of the live page. Figures and their units come written; names of sectors begin with a capital letter.
import type { BindingConstraint, LossCause } from '#libs/messages';

export interface LiveWords {
  readonly dateLine: (weekday: string, date: string, year: number) => string;
  readonly stuckSince: (date: string) => string;
  /** The finding, by cause. `sector` is null on the roads. */
  readonly stuck: Readonly<Record<LossCause, (sector: string | null) => string>>;
  readonly nothingHolds: string;
  readonly freeLead: (share: string) => string;
  readonly unaccounted: (capacity: string) => string;
  readonly unaccountedLead: string;
  readonly noLosses: string;
  /** Before and after what is set in bold. @param date the day, where it is not the one that is looked at */
  readonly costs: (share: string, date: string | undefined) => readonly [string, string];
  readonly onPost: (sector: string, share: string) => string;
  readonly reopened: (sector: string, share: string) => string;
  readonly felt: (sectors: readonly { readonly name: string; readonly money: string }[]) => string;
  readonly reachesLater: (sector: string, days: number) => string;
  readonly underWay: (sector: string, days: number) => string;
  /** @param isToday whether the losses of the day itself are known */
  readonly lostOf: (part: string, all: string, isToday: boolean) => string;
  readonly lossBar: (date: string | undefined) => string;
  readonly other: string;
  readonly cause: string;
  readonly share: string;
  readonly money: string;

  readonly byRelief: string;
  readonly gainOver: (days: number) => string;
  readonly ifLifted: (date: string) => string;
  /** `date` where the table is of an earlier day. */
  readonly sameReading: (date: string | undefined) => string;
  readonly differ: (date: string | undefined) => string;
  readonly differLead: (most: string, helps: string) => string;
  readonly noRelief: string;
  readonly atNext: (day: number | null) => string;
  readonly compute: (date: string) => string;
  readonly computing: (date: string) => string;

  readonly resumed: readonly [string, string];
  readonly posted: readonly [string, string];
  readonly capacity: readonly [string, string];
  readonly sinceYesterday: (points: string) => string;
  readonly observedOn: (who: string | null, value: string, date: string) => string;
  readonly simulatedThen: (value: string) => string;

  readonly flowTitle: string;
  readonly flowNote: string;
  readonly flowNoteShort: string;
  readonly held: (bound: BindingConstraint, word: string) => string;
  /** Of the bottleneck: its root cause, which need not be what holds most of its enterprises today. */
  readonly stuckFor: (cause: LossCause, word: string) => string;
  readonly ofNormal: (part: string, all: string) => string;
  readonly missingFrom: (money: string, from: string) => string;
  readonly shippedToday: string;
  readonly daysAgo: (days: number) => string;
  readonly delivered: (share: string) => string;
  readonly sector: string;
  readonly rate: string;
  readonly heldBy: string;
  readonly outputToday: string;
  readonly normalOutput: string;
  readonly throughBottleneck: string;

  readonly fieldTitle: (count: string) => string;
  readonly fieldNote: string;
  readonly fieldOther: string;
  readonly atLeast: readonly [string, string, string, string];

  readonly wakes: string;
  readonly wakesNote: string;
  readonly eightyOn: string;
  readonly today: string;
  readonly notYet: string;
  readonly levers: string;
  readonly allLevers: (count: number) => string;
  readonly fewerLevers: string;
  readonly switchedOn: (name: string) => string;
  readonly ends: (name: string) => string;
  readonly scrubber: string;
  readonly back: string;
  readonly on: string;
  readonly speed: string;
  readonly daysPerSecond: (days: number | null) => string;
  readonly day: string;
  readonly date: string;
  readonly bottleneck: string;
  readonly observed: string;
  readonly simulated: string;
}

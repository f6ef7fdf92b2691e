// Words of the page Compare; causes, dates and numbers come from the dictionary.
import type { Rate } from './shape';

/** The change as the subject of a sentence. */
export interface ChangeSaid {
  readonly text: string;
  readonly isMany: boolean;
}

export type HeadlineSaid =
  | { readonly of: 'same' | 'little' }
  | { readonly of: 'days'; readonly days: number }
  | { readonly of: 'reached' | 'missed'; readonly date: string }
  | { readonly of: 'yuan'; readonly money: string; readonly isSaved: boolean };

export interface CompareWords {
  readonly title: string;
  readonly base: string;
  readonly choose: string;
  readonly chooseLead: string;
  readonly chosen: (count: number) => string;
  readonly compare: string;
  readonly tooFew: string;
  readonly tooFewLead: string;
  readonly toLive: string;
  readonly change: string;
  readonly remove: (name: string) => string;
  readonly forked: (date: string) => string;
  readonly decidedFrom: (what: string, date: string) => string;
  readonly days: (sealed: number, all: number) => string;
  readonly otherSeeds: string;
  readonly otherChains: string;
  readonly sameDraws: string;
  readonly stillRunning: (days: number) => string;
  readonly shared: (days: number) => string;
  readonly working: string;
  /** The change, as what begins the headline. */
  readonly raised: (by: string, unit: string, name: string) => ChangeSaid;
  readonly lowered: (by: string, unit: string, name: string) => ChangeSaid;
  readonly switchedOn: (name: string) => ChangeSaid;
  readonly switchedOff: (name: string) => ChangeSaid;
  readonly setTo: (name: string, value: string) => ChangeSaid;
  readonly severalChanges: (count: number) => ChangeSaid;
  readonly nothingElse: ChangeSaid;
  /** Before, what stands out, after. */
  readonly headline: (change: ChangeSaid, said: HeadlineSaid) => readonly [string, string, string];
  readonly nothingLead: string;
  readonly savedBy: (money: string, date: string) => string;
  readonly lostBy: (money: string, date: string) => string;
  readonly mostlyAt: (sector: string, money: string) => string;
  readonly staysStuck: string;
  readonly nowStuck: (before: string) => string;
  readonly whatChanged: string;
  readonly nothingChanged: string;
  readonly since: (date: string) => string;
  readonly moreInputs: (count: number) => string;
  readonly rates: Readonly<Record<Rate, string>>;
  readonly rateChoice: string;
  readonly wholeChain: (rate: string) => string;
  readonly shaded: (points: string, date: string) => string;
  readonly noneShaded: string;
  readonly forkedAt: (date: string) => string;
  readonly sameBefore: string;
  readonly eightyInstead: (after: string, before: string) => string;
  readonly day: string;
  readonly where: string;
  readonly whereNote: string;
  readonly points: (signed: string) => string;
  readonly firstDiffering: string;
  readonly digestsEqual: (date: string) => string;
  readonly never: string;
  readonly missedFinal: string;
  readonly valueAdded: string;
  readonly atEnd: (name: string, date: string) => string;
  readonly fromTo: (before: string, after: string) => string;
  readonly lossTitle: string;
  readonly lossNote: (range: string) => string;
  readonly difference: string;
  readonly other: (count: number) => string;
  readonly noLosses: string;
  readonly notAccounted: string;
  readonly notYet: string;
  readonly notYetLead: (date: string) => string;
  readonly noDay: string;
  readonly backTitle: string;
  readonly backNote: string;
  readonly chain: string;
  readonly notBy: (date: string) => string;
  readonly daysApart: (signed: string) => string;
  readonly noWorse: string;
  readonly worse: (sectors: string) => string;
  readonly keys: string;
  readonly openRun: string;
  readonly focus: string;
}

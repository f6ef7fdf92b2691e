// The English words of the page Compare.
import type { ChangeSaid, CompareWords } from './words';

const plural = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

const many = (text: string): ChangeSaid => ({ text, isMany: true });
const one = (text: string): ChangeSaid => ({ text, isMany: false });

export const en: CompareWords = {
  title: 'Compare',
  base: 'base',
  choose: 'Which runs are to be compared?',
  chooseLead: 'Choose two to six. The first chosen is what the others are held against.',
  chosen: (count) => `${count} chosen`,
  compare: 'Compare',
  tooFew: 'There is only one run so far',
  tooFewLead: 'Fork it at a day with another lever: the difference is what the decision is worth.',
  toLive: 'To the run',
  change: 'Other runs',
  remove: (name) => `Leave out ${name}`,
  forked: (date) => `forked on ${date}`,
  decidedFrom: (what, date) => `${what} from ${date}`,
  days: (sealed, all) => `${sealed} of ${plural(all, 'day')}`,
  otherSeeds: 'The seeds differ, so part of the difference is chance.',
  otherChains: 'The chains differ: draws fall on other enterprises, so part is chance.',
  sameDraws: 'same random numbers, so the difference is the change',
  stillRunning: (days) => `still running: the first ${plural(days, 'day')} compared so far`,
  shared: (days) => `the first ${plural(days, 'day')}, which all have`,
  working: 'Comparing …',
  raised: (by, unit, name) => many(`${by} more ${unit === '' ? name : unit}`),
  lowered: (by, unit, name) => many(`${by} fewer ${unit === '' ? name : unit}`),
  switchedOn: one,
  switchedOff: (name) => one(`No ${name.toLowerCase()}`),
  setTo: (name, value) => one(`${name} at ${value}`),
  severalChanges: (count) => ({ text: plural(count, 'change'), isMany: count !== 1 }),
  nothingElse: one('The other run'),
  headline: ({ text, isMany }, said) => {
    const does = (verb: string): string => `${text} ${verb}${isMany ? '' : verb === 'reach' ? 'es' : 's'} `;
    switch (said.of) {
      case 'same':
        return ['Nothing differs', '', ''];
      case 'little':
        return [`${does('change')}next to nothing`, '', ''];
      case 'days':
        return [does(said.days > 0 ? 'win' : 'cost'), plural(Math.abs(said.days), 'day'), ' to 80\u2009%'];
      case 'reached':
        return [`${does('reach')}80\u2009% `, `on ${said.date}`, ', not reached before'];
      case 'missed':
        return [`${does('lose')}the 80\u2009% `, `reached on ${said.date}`, ' before'];
      case 'yuan':
        return said.isSaved
          ? [does('save'), said.money, ', but no day to 80\u2009%']
          : [does('lose'), `${said.money} more`, ', and no day to 80\u2009%'];
      default:
        return said satisfies never;
    }
  },
  nothingLead: 'Every day of the two runs is the same, digest by digest.',
  savedBy: (money, date) => `${money} of value added saved by ${date}`,
  lostBy: (money, date) => `${money} of value added more lost by ${date}`,
  mostlyAt: (sector, money) => `, mostly at ${sector} (${money}).`,
  staysStuck: 'stays what costs most.',
  nowStuck: (before) => `now costs most, no longer ${before}.`,
  whatChanged: 'What was changed',
  nothingChanged: 'Nothing: the same went into both.',
  since: (date) => `${date} –`,
  moreInputs: (count) => `and ${count} more`,
  rates: { capacityRecovery: 'Capacity', resumption: 'Resumed', throughput: 'Delivered' },
  rateChoice: 'Rate',
  wholeChain: (rate) => `${rate}, whole chain`,
  shaded: (points, date) => `shaded = fork \u2212 base, at most ${points} on ${date}`,
  noneShaded: 'the two lie on each other',
  forkedAt: (date) => `fork, ${date}`,
  sameBefore: 'identical before',
  eightyInstead: (after, before) => `80\u2009%: ${after} instead of ${before}`,
  day: 'day',
  where: 'Where it shows',
  whereNote: 'fork \u2212 base in points, by sector and day; teal = better, grey = worse',
  points: (signed) => `${signed} point${signed === '+1' || signed === '\u22121' ? '' : 's'}`,
  firstDiffering: 'First differing day',
  digestsEqual: (date) => `digests equal before ${date}`,
  never: 'none',
  missedFinal: 'Final demand missed',
  valueAdded: 'Value added lost',
  atEnd: (name, date) => `${name}, ${date}`,
  fromTo: (before, after) => `${before} → ${after}`,
  lossTitle: 'Value added lost, by cause',
  lossNote: (range) => range,
  difference: 'difference',
  other: (count) => `other, ${plural(count, 'cause')}`,
  notAccounted: 'Not all of it is accounted for yet; it comes a moment after the days.',
  notYet: 'No difference yet',
  notYetLead: (date) => `Both runs share the days before ${date}; the fork is on its way there.`,
  noDay: 'A run has no day yet; it begins in a moment.',
  noLosses: 'None of these runs accounted for its losses.',
  backTitle: 'Days to recovery',
  backNote: 'date in the fork, change from base',
  chain: 'Whole chain',
  notBy: (date) => `not by ${date}`,
  daysApart: (signed) => `${signed} d`,
  noWorse: 'Over all these days no sector loses more.',
  worse: (sectors) => `Over all these days more is lost in: ${sectors}.`,
  keys: ', . day · d only what differs · t table',
  openRun: 'Open this run',
  focus: 'Held against base',
};

// The English words of the commands around archives.
import type { PlannerWords } from './planner';

export const plannerEn: PlannerWords = {
  forkOf: (folder, date, day) => `Fork of ${folder} from ${date} (day ${day}) on`,
  samePast: (days) =>
    days === 0 ? 'It shares no day with it.' : `The ${days} days before are the same, digest by digest.`,

  forkedAt: (run, date) => `forked from ${run} on ${date}`,
  sameDraws: 'The same random numbers in all: what differs comes from what went in.',
  otherSeeds: 'the seeds differ, so part of the difference is chance. Run both with one --seed.',
  otherChains: 'the seed is the same, but not the chain: draws fall on other enterprises, so part is chance.',
  otherStarts: 'the runs start on different dates; they are compared day by day from the start.',
  sharedDays: (days) => `the runs are not equally long; the first ${days} days are compared.`,
  sameRun: (run) => `${run} is the same run as A.`,
  partsOn: (run, date, day) => `${run} parts from A on ${date} (day ${day}).`,
  inRow: ' ',
  whatWentIn: 'What went in',
  nothingElse: 'the same.',
  inputKinds: { scenario: 'file', set: 'set', decided: 'decided', table: 'table', model: 'model' },
  moreInputs: (count) => `and ${count} more; --json has all`,
  wholeChain: 'chain',
  backSince: 'Back from',
  backAt: (percent) => `${percent}\u2009%`,
  lostInYuan: 'Lost, yuan',
  missedFinal: 'final demand missed',
  lostValueAdded: 'value added lost',
  lostByCause: 'lost by cause',
  limitMissed: (limit) => `Not met: ${limit}`,

  seeds: (count, first, last) => `${count} runs, seeds ${first} – ${last}`,
  bandKinds: { '5-95 %': '5–95\u2009% of runs', 'min-max': 'least – greatest' },
  median: 'median',
  never: 'never',
  inRuns: (count, all) => `in ${count} of ${all} runs`,
  backSinceLevel: (level) => `Back at ${level}`,
  withinTolerance: 'within',
  runsDone: (done, all) => `${done} of ${all} runs`,

  leversExplained:
    'Each row is a run in which one thing never comes, against the run as it is: + is worse without it. Lost is value added, in yuan.',
  lostShort: 'lost',
  without: 'without',
  asItIs: '(as it is)',
  staysAt: 'stays at',
  othersStand: 'others',
  costs: 'costs',

  liftable: {
    labour: 'workers',
    gate: 'not cleared',
    masks: 'masks',
    utility: 'power, steam',
    transport: 'roads',
    capacity: 'capacity',
    'external-input': 'supply from outside',
    'final-demand': 'final demand',
    closure: 'closed again',
  },
  nothingToRelieve: (date) => `On ${date} no single constraint holds the chain back.`,
  reliefGains: (what, date, gain, days) =>
    `BY RELIEF  ${what}: lifted on ${date}, ${gain} more reach final demand in ${days} days.`,
  reliefExplained: (days) =>
    `Each row is the run with one constraint lifted from that day on, followed for ${days} days, against the run as it is.`,
  lifted: 'lifted',
  gain: 'gain',
  ofBaseline: 'of the baseline',

  numerator: 'numerator',
  denominator: 'denominator',
  noDenominator: 'none: it is no ratio',
  whoCounts: 'who counts',
  unit: 'unit',
  fields: 'run --json',
  noField: 'not by itself',
};

// The English words.
import type { Words } from './words';

const plural = (count: string, one: string): string =>
  `${count} ${one}${count.replace(/^[+\u2212]/, '') === '1' ? '' : 's'}`;

const more = (days: number): string =>
  days === 0 ? 'by the end of the run' : `${plural(String(days), 'day')} after the run`;

export const en: Words = {
  valid: (path, enterprises, links, days) =>
    `${path} is valid: ${enterprises} enterprises, ${links} links, ${days} days`,
  enterprises: (count) => plural(count, 'enterprise'),
  links: (count) => plural(count, 'link'),
  seed: (seed) => `seed ${seed}`,

  stuckAt: 'STUCK AT',
  nothingHolds: 'NOTHING HOLDS THE CHAIN BACK',
  since: (date) => `since ${date}`,
  shareOfLoss: (share, date) => `${share} of the value lost${date === undefined ? '' : ` on ${date}`}`,
  runsFreeOn: (date) => `RUNS FREE on ${date}`,
  worst: (date) => `worst on ${date}`,
  inTurn: 'In turn',
  andShorter: (count) => `and ${count} shorter`,
  bounds: {
    none: 'free',
    demand: 'demand',
    gate: 'not cleared',
    capacity: 'capacity',
    utility: 'power, steam',
    input: 'inputs',
    'finished-stock-full': 'stock full',
  },
  imposed: 'Imposed, not yet caused',
  lost: (money) => `Lost ${money} of value added`,
  missed: (money) => `final demand missed ${money}`,
  nothingLost: 'Nothing lost.',
  leversCost: (money) => `Levers cost ${money}`,

  chainOn: (date) => `On ${date}`,
  resumed: 'resumed',
  onPost: 'on post',
  capacity: 'capacity',
  delivered: 'delivered',
  notModelledYet: 'not modelled yet',
  sector: 'sector',
  heldBy: 'held by, in turn',
  always: 'always',
  moreSectors: (count) => `and ${plural(String(count), 'more sector')} that lost less`,

  backInOrder: 'How it comes back',
  backInOrderShort: 'Back at 80\u2009%',
  shortInOrder: 'How the shortage travels',
  shortInOrderShort: 'Short below 95\u2009%',
  noneBack: 'No sector is back at 50\u2009% yet.',
  noShortage: 'No shortage: every sector stays at 95\u2009% of its base or above.',
  halfBack: '50\u2009%',
  mostlyBack: '80\u2009%',
  shortFrom: 'below',
  later: 'after',
  lowest: 'lowest',
  lowestOn: 'on',
  back: 'back',
  notBack: 'not back',
  daysLater: (days) => `${days} d`,
  moreLater: (count) => `and ${plural(String(count), 'sector')} later`,

  observedAgainstSimulated: 'Observed against simulated',
  observed: 'observed',
  simulated: 'simulated',
  roles: { input: 'input', target: 'fitted', check: 'check' },
  metrics: {
    capacityRecovery: 'capacity',
    resumption: 'resumed',
    throughput: 'delivered',
    shopsOpen: 'shops open',
    turnover: 'turnover',
    visitors: 'buyers',
    firstContainer: 'first container',
    containers: 'containers',
    daysAbove: 'days above',
    lever: 'lever',
    marketOpening: 'market opens',
  },
  onDate: (metric, date) => `${metric}, ${date}`,
  points: (signed) => plural(signed, 'point'),
  days: (count) => plural(count, 'day'),
  inputsAsGiven: 'Inputs, as given',
  afterTheRun: 'after the run',
  didNotHappen: 'did not happen',
  noTolerance: 'no tolerance',
  moreObservations: (count, within, outside) => `and ${count} more: ${within} ✓ ${outside} ✗`,

  warning: 'Warning',
  moreWarnings: (count) => `and ${count} more`,
  recovers: (share, days) => `The chain recovers: ${share} ${more(days)}.`,
  staysBelow: (share, days) =>
    `Were shocks and levers to stay as on the last day: steady at only ${share} ${more(days)}.`,
  notSteady: (share, days) => `The chain has not settled: ${share} ${more(days)}.`,
  saved: 'Saved',
  digest: 'digest',
  next: 'next',

  daysDone: (done, all) => `${done} of ${all} days`,
  capacityRecovered: 'capacity recovered',
  inBrackets: (text) => ` (${text})`,
  reachedFrom: (places) => ` (from ${places})`,

  colon: ': ',
  comma: ', ',
  semicolon: '; ',
};

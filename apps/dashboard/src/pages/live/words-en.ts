// The English words of the live page.
import type { LiveWords } from './words';

/** "Dyeing is", "Exporters are": a name that ends as a plural does. */
const are = (name: string): string => `${name} ${/[^s]s$/.test(name) ? 'are' : 'is'}`;
const low = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`);
const somewhere = (sector: string | null): string => sector ?? 'The road network';

export const en: LiveWords = {
  dateLine: (weekday, date, year) => `${weekday} ${date} ${year}`,
  stuckSince: (date) => `stuck here since ${date}`,
  stuck: {
    labour: (sector) => `${are(somewhere(sector))} short of workers`,
    gate: (sector) => `${are(somewhere(sector))} not all cleared`,
    masks: (sector) => `${are(somewhere(sector))} short of masks`,
    utility: (sector) => `${are(somewhere(sector))} short of power or steam`,
    capacity: (sector) => `${are(somewhere(sector))} short of capacity`,
    transport: (sector) =>
      sector === null ? 'The roads let too little through' : `Goods for ${low(sector)} are held on the road`,
    'final-demand': (sector) => `${are(somewhere(sector))} short of buyers`,
    'external-input': (sector) => `${are(somewhere(sector))} short of supply from outside`,
    initial: (sector) => `${somewhere(sector)} began with too little stock`,
    'finished-target': (sector) => `${are(somewhere(sector))} filling up stock`,
    closure: (sector) => `${are(somewhere(sector))} closed again`,
  },
  nothingHolds: 'Nothing holds the chain back',
  freeLead: (share) => `${share} of a normal day’s value added is lost: less than 1\u2009%.`,
  unaccounted: (capacity) => `The chain is back at ${capacity}`,
  unaccountedLead: 'The losses of this day are being accounted for; then the page says where the chain is stuck.',
  noLosses: 'This run keeps no account of its losses, so no bottleneck is named.',
  costs: (share, date) => [
    date === undefined ? 'It costs the chain ' : 'It cost the chain ',
    date === undefined
      ? ` of value added today, ${share} of all that is lost.`
      : ` of value added on ${date}, ${share} of all that was lost.`,
  ],
  onPost: (sector, share) => `In ${low(sector)}, ${share} of the staff are on post.`,
  reopened: (sector, share) => `In ${low(sector)}, ${share} have reopened.`,
  felt: (sectors) =>
    `The shortage has reached ${sectors.map(({ name, money }) => `${low(name)} (${money})`).join(' and ')}.`,
  reachesLater: (sector, after) => `The shortage reaches ${low(sector)} ${days(after)} later.`,
  underWay: (sector, on) => `Goods shipped before are still under way: it can reach ${low(sector)} in ${days(on)}.`,
  lostOf: (part, all, isToday) => `${part} of ${all} lost${isToday ? ' today' : ', the last day accounted for'}`,
  lossBar: (date) => `Lost ${date === undefined ? 'today' : `on ${date}`}, by root cause`,
  other: 'other',
  cause: 'Cause',
  share: 'Share',
  money: 'Lost value added',

  byRelief: 'By relief',
  gainOver: (over) => `gain over ${days(over)}`,
  ifLifted: (date) => `if lifted on ${date}`,
  sameReading: (date) => `${date === undefined ? 'Both' : `On ${date}, both`} readings name the same place.`,
  differ: (date) => `${date === undefined ? 'The' : `On ${date}, the`} two readings differ:`,
  differLead: (most, helps) => `most is lost at ${most}, but lifting ${helps} gains most.`,
  noRelief: 'Which constraint, lifted, would help most?',
  atNext: (day) => (day === null ? 'Computed at the next pause.' : `Computed at the next pause or on day ${day}.`),
  compute: (date) => `Compute for ${date}`,
  computing: (date) => `Computing for ${date} …`,

  resumed: ['Resumed', 'enterprises reopened'],
  posted: ['On post', 'staff back'],
  capacity: ['Capacity', 'output regained'],
  sinceYesterday: (points) => `${points} points since the day before`,
  observedOn: (who, value, date) => `observed on ${date}${who === null ? '' : `, ${who}`}: ${value}`,
  simulatedThen: (value) => `simulated ${value}`,

  flowTitle: 'Where the shortage is now',
  flowNote:
    'full width = normal value a day, filled = flowing, colour = rate; each step along a pipe was shipped a day earlier',
  flowNoteShort: 'width = value a day',
  held: (bound, word) =>
    bound === 'none'
      ? 'running free'
      : bound === 'gate' || bound === 'closure' || bound === 'finished-stock-full'
        ? word
        : bound === 'demand'
          ? 'held by orders'
          : `held by ${word}`,
  stuckFor: (cause, word) => (['labour', 'masks', 'utility', 'capacity'].includes(cause) ? `held by ${word}` : word),
  ofNormal: (part, all) => `${part} of ${all} yuan`,
  missingFrom: (money, from) => `${money} from ${low(from)}`,
  shippedToday: 'today',
  daysAgo: (ago) => `−${ago} d`,
  delivered: (share) => `delivered ${share}`,
  sector: 'Sector',
  rate: 'Capacity',
  heldBy: 'Held by',
  outputToday: 'Output today, yuan',
  normalOutput: 'Normal output, yuan',
  throughBottleneck: 'Missing through the bottleneck',

  fieldTitle: (count) => `${count} enterprises`,
  fieldNote: 'a cell each',
  fieldOther: 'other',
  atLeast: ['at 80\u2009% or more', '50 to 80\u2009%', 'below 50\u2009%', 'at nothing'],

  wakes: 'How the chain wakes',
  wakesNote: 'rows: how far each sector is back, and what held it; orange line: the bottleneck',
  eightyOn: '80\u2009% on',
  today: 'today',
  notYet: '–',
  levers: 'Levers',
  allLevers: (count) => `all ${count} levers`,
  fewerLevers: 'fewer levers',
  switchedOn: (name) => low(name),
  ends: (name) => `${low(name)} ends`,
  scrubber: 'Day looked at',
  back: 'A day back',
  on: 'A day on',
  speed: 'Speed',
  daysPerSecond: (perSecond) => (perSecond === null ? 'fastest' : `${perSecond} d/s`),
  day: 'Day',
  date: 'Date',
  bottleneck: 'Bottleneck',
  observed: 'Observed',
  simulated: 'Simulated',
};

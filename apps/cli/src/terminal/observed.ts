// Observed against simulated: what was fitted, what was only checked, what was given; and by how much each is off.
import type { ObservedAgainstSimulated } from '#libs/analysis';
import { count, percent, percentFine, signed, yuan } from '#libs/words';
import { cut, flow, padEnd, padStart, widest } from './columns';
import type { Page, Room } from './page';

const MOST_ID_COLUMNS = 14;
const POINTS_SCALE = 100;

export function drawObserved(page: Page, room: Room): string[] {
  const { words, width, paint } = page;
  const all = page.summary.observations;
  if (all.length === 0) return [];
  const isFolded = ({ role, within }: ObservedAgainstSimulated): boolean =>
    room.isInputsFolded && role === 'input' && within !== false;
  const folded = all.filter(isFolded);
  const { shown, left } = split(
    all.filter((one) => !isFolded(one)),
    room.observationRows,
  );
  const table = shown.map((one) => cellsOf(page, one));
  const heads = [words.observedAgainstSimulated, '', '', words.observed, words.simulated];
  const columns = heads.map((head, index) => widest([index < 3 ? '' : head, ...table.map((cells) => cells[index])]));
  columns[1] = Math.min(
    columns[1],
    width - 11 - columns[0] - columns[2] - columns[3] - columns[4] - widest(table.map((cells) => cells[5])),
  );
  const row = ([id, what, role, observed, simulated, mark]: readonly string[]): string => {
    const left = `  ${padEnd(id, columns[0])}  ${padEnd(cut(what, columns[1]), columns[1])} ${padEnd(role, columns[2])}`;
    return `${left}  ${padStart(observed, columns[3])}  ${padStart(simulated, columns[4])}  ${mark}`;
  };
  const headColumns = columns[0] + columns[1] + columns[2] + 7;
  const title = padEnd(cut(words.observedAgainstSimulated, headColumns - 1), headColumns);
  return [
    `${paint.bold(title)}${padStart(words.observed, columns[3])}  ${padStart(words.simulated, columns[4])}`,
    ...table.map(row),
    ...(left.length > 0 ? [`  ${tellLeft(page, left)}`] : []),
    ...drawInputs(page, folded),
  ];
}

/** Where there are too many: those outside their tolerance first. */
function split(
  all: readonly ObservedAgainstSimulated[],
  rows: number,
): { shown: ObservedAgainstSimulated[]; left: ObservedAgainstSimulated[] } {
  if (all.length <= rows) return { shown: [...all], left: [] };
  const ranked = [...all.keys()].sort(
    (a, b) => Number(all[a].within !== false) - Number(all[b].within !== false) || a - b,
  );
  const chosen = new Set(ranked.slice(0, rows - 1));
  return { shown: all.filter((_, index) => chosen.has(index)), left: all.filter((_, index) => !chosen.has(index)) };
}

function tellLeft({ words }: Page, left: readonly ObservedAgainstSimulated[]): string {
  const counted = (within: boolean): number => left.filter((one) => one.within === within).length;
  return words.moreObservations(left.length, counted(true), counted(false));
}

/** Inputs in one line: what the run was given and, where that was something else, what was observed. */
function drawInputs(page: Page, inputs: readonly ObservedAgainstSimulated[]): string[] {
  if (inputs.length === 0) return [];
  const { words, width } = page;
  const items = inputs.map((one) => `${one.id} ${metricOf(page, one)} ${givenOf(page, one)}`);
  const [line] = flow([`  ${words.inputsAsGiven}${words.colon}${items.join(words.comma)}`], {
    between: '',
    columns: width,
    indent: '',
  });
  return [cut(line, width)];
}

function givenOf(page: Page, one: ObservedAgainstSimulated): string {
  const { words } = page;
  const observed = valueOf(page, one, one.observed);
  const given = one.simulated === null ? words.didNotHappen : valueOf(page, one, one.simulated);
  return given === observed ? given : words.givenNotObserved(given, observed);
}

function cellsOf(page: Page, one: ObservedAgainstSimulated): string[] {
  const { words, dates } = page;
  const metric = metricOf(page, one);
  return [
    cut(one.id, MOST_ID_COLUMNS),
    one.day === null ? metric : words.onDate(metric, dates.of(one.day)),
    words.roles[one.role],
    (one.atLeast ? '≥ ' : '') + valueOf(page, one, one.observed),
    one.simulated === null ? '–' : valueOf(page, one, one.simulated),
    markOf(page, one),
  ];
}

/** `dyeing resumed`, `alice days above`: whose, where it is not the whole chain's. */
export function metricOf(
  { words, nameOf }: Pick<Page, 'words'> & { readonly nameOf: (sector: string) => string },
  { metric, subject }: ObservedAgainstSimulated,
): string {
  const word = words.metrics[metric] ?? metric;
  if (subject === null) return word;
  const named = nameOf(subject);
  const stages: Readonly<Record<string, string | undefined>> = words.stages;
  const name = named === subject ? (stages[subject] ?? subject.split('.').at(-1) ?? subject) : named;
  return metric === 'lever' ? name : `${name} ${word}`;
}

export function valueOf(
  { dates, language, words }: Pick<Page, 'dates' | 'language' | 'words'>,
  { unit }: ObservedAgainstSimulated,
  value: number,
): string {
  switch (unit) {
    case 'ratio':
      return percentFine(value);
    case 'yuan':
      return yuan(value, language, 'sign');
    case 'day':
      return dates.of(value);
    case 'days':
      return words.days(count(value));
    case 'value':
      return Number.isInteger(value) ? count(value) : count(value, 2);
    case 'shops':
    case 'enterprises':
    case 'visitors':
    case 'containers':
    case 'passes':
      return count(value);
    default:
      return unit satisfies never;
  }
}

function markOf(page: Page, one: ObservedAgainstSimulated): string {
  const { words, summary } = page;
  if (one.simulated === null)
    return one.day !== null && one.day >= summary.days ? words.afterTheRun : words.didNotHappen;
  const mark = one.within === null ? ' ' : one.within ? '✓' : '✗';
  return `${mark} ${offBy(page, one, one.simulated)}`.trimEnd();
}

/** The distance in points, percent or days; nothing where there is none, or a floor is held. */
function offBy({ words }: Page, { unit, observed, atLeast }: ObservedAgainstSimulated, simulated: number): string {
  const gap = simulated - observed;
  if (gap === 0 || (atLeast && gap > 0)) return '';
  if (unit === 'ratio') return Math.abs(gap) < 0.0005 ? '' : words.points(signed(gap * POINTS_SCALE, 1));
  if (unit === 'day' || unit === 'days') return words.days(signed(gap));
  if (observed === 0) return signed(gap);
  const share = percent(gap / Math.abs(observed), 1);
  return gap > 0 ? `+${share}` : share;
}

// Runs side by side: what went in, the curves, rates on the days that matter, when each was back, what was lost.
import type { Comparison as ComparisonIn, InFolder, InputDifference } from '#libs/studies';

type Comparison = ComparisonIn<InFolder>;
import {
  nameIn,
  percent,
  runDates,
  signed,
  wordsOf,
  yuan,
  type Language,
  type RunDates,
  type Words,
} from '#libs/words';
import { cut, flow, widest } from './columns';
import { pageWidth } from './page';
import { paintOf, type Paint } from './paint';
import { plot } from './plot';
import { blocksOfSeries } from './strips';
import { drawTable } from './table';

const CHART_ROWS = 7;
const CHART_MARGIN = 8;
const MOST_INPUTS = 12;
const WANTED_PATH_COLUMNS = 36;
const LEAST_VALUE_COLUMNS = 5;
/** Of more runs only the share lost more or less is shown. */
const MOST_RUNS_IN_YUAN = 3;
const MOST_VALUE_COLUMNS = 24;

interface Sheet {
  readonly comparison: Comparison;
  readonly words: Words;
  readonly dates: RunDates;
  readonly language: Language;
  readonly width: number;
  readonly paint: Paint;
}

/** @returns rows joined by line feeds, without one at the end */
export function drawComparison(
  comparison: Comparison,
  { language, width, color }: { language: Language; width: number; color: boolean },
): string {
  const { start } = comparison.runs[0];
  const sheet: Sheet = {
    comparison,
    words: wordsOf(language),
    dates: runDates({ start, days: comparison.days, language }),
    language,
    width: pageWidth(width),
    paint: paintOf(color),
  };
  const parts = [drawRuns(sheet), drawInputs(sheet), drawCurvesOf(sheet), drawRates(sheet), drawDays(sheet)];
  return [...parts, drawLosses(sheet), drawCauses(sheet)]
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at > 0 ? ['', ...part] : part))
    .map((row) => row.trimEnd())
    .join('\n');
}

/** A, B, C ... by position. */
const letter = (at: number): string => String.fromCharCode(65 + at);
const letters = ({ comparison }: Sheet): string[] => comparison.runs.map((_, at) => letter(at));
const rest = <T>(values: readonly T[]): readonly T[] => values.slice(1);

function drawRuns({ comparison, words, dates, language, paint, width }: Sheet): string[] {
  const { runs, randomNumbers, firstDifferingDay, days } = comparison;
  const heads = runs.flatMap(({ folder, scenario, seed, digest, forkedFrom }, at) => {
    const parent = forkedFrom ? runs.findIndex((run) => run.digest === forkedFrom.digest) : -1;
    const origin = forkedFrom && parent >= 0 ? words.forkedAt(letter(parent), dates.of(forkedFrom.day)) : '';
    const facts = [
      nameIn(scenario.name, language),
      words.seed(seed),
      `${words.digest} ${(digest ?? '').slice(0, 8)}`,
      origin,
    ];
    const [name, told] = [`${paint.bold(letter(at))} ${folder}`, facts.filter((fact) => fact !== '').join('  ')];
    // A long path is not cut, so that it can be copied.
    return flow([name, told], { between: '  ', columns: width, indent: '  ' });
  });
  const parted = rest(firstDifferingDay).map((day, at) =>
    day === null ? words.sameRun(letter(at + 1)) : words.partsOn(letter(at + 1), dates.of(day), day),
  );
  const isLong = runs.some((run) => run.days !== days);
  const isShifted = runs.some((run) => run.start !== runs[0].start);
  const notes = [
    randomNumbers === 'same' ? words.sameDraws : '',
    randomNumbers === 'other seeds' ? words.warning + words.colon + words.otherSeeds : '',
    randomNumbers === 'other chains' ? words.warning + words.colon + words.otherChains : '',
    isLong ? words.warning + words.colon + words.sharedDays(days) : '',
    isShifted ? words.warning + words.colon + words.otherStarts : '',
  ].filter((note) => note !== '');
  const wrapped = notes.flatMap((note) => flow(note.split(' '), { between: ' ', columns: width, indent: '  ' }));
  return [...heads, ...wrapped, ...flow(parted, { between: words.inRow, columns: width, indent: '' })];
}

function drawInputs(sheet: Sheet): string[] {
  const { comparison, words, paint, width } = sheet;
  const { inputs } = comparison;
  const title = paint.bold(words.whatWentIn);
  if (inputs.length === 0) return [`${title}${words.colon}${words.nothingElse}`];
  const shown = inputs.slice(0, MOST_INPUTS);
  const { length } = comparison.runs;
  const columns = Math.max(
    LEAST_VALUE_COLUMNS,
    Math.min(MOST_VALUE_COLUMNS, Math.floor((width - WANTED_PATH_COLUMNS) / length) - 2),
  );
  const value = (text: string | null): string => cut(text ?? '–', columns);
  const path = ({ kind, path: of }: InputDifference): string => `${words.inputKinds[kind]}  ${of}`;
  const rows = shown.map((one) => [path(one), ...one.values.map(value)]);
  const more = inputs.length - shown.length;
  return [
    ...drawTable([words.whatWentIn, ...letters(sheet)], rows, { paint, width }),
    ...(more > 0 ? [`  ${words.moreInputs(more)}`] : []),
  ];
}

/** The first run dotted and the last one solid; of more than two each as a strip as well. */
function drawCurvesOf({ comparison, words, dates, width, paint }: Sheet): string[] {
  const series = comparison.chains.map(({ capacityRecovery }) => capacityRecovery.slice(0, comparison.days));
  const last = series.length - 1;
  const strips = series.map((days, at) => `  ${letter(at)} ${paint.teal(blocksOfSeries(days, width - CHART_MARGIN))}`);
  const title = `${words.capacityRecovered}  ${letter(0)} ┈  ${paint.bold(letter(last))} ${paint.teal('━')}`;
  return [
    title,
    ...plot({
      solid: series[last],
      dotted: [series[0]],
      dates,
      columns: width - CHART_MARGIN,
      rows: CHART_ROWS,
      paint,
    }),
    ...(series.length > 2 ? ['', ...strips] : []),
  ];
}

function drawRates(sheet: Sheet): string[] {
  const { comparison, words, dates, paint, width } = sheet;
  const { keyDays, chains } = comparison;
  const rates = [
    { word: words.capacity, of: 'capacityRecovery' },
    { word: words.resumed, of: 'resumption' },
    { word: words.delivered, of: 'throughput' },
  ] as const;
  const rows = rates.flatMap(({ word, of }) =>
    chains.map((chain, at) => [
      `${word} ${letter(at)}`,
      ...keyDays.map((day) => (at > 0 && chain[of][day] === chains[0][of][day] ? '=' : percent(chain[of][day], 1))),
    ]),
  );
  return drawTable([words.wholeChain, ...keyDays.map(dates.of)], rows, { paint, width });
}

/** Days of the first run as dates, of the others by how much later they are; a table a level where one is too wide. */
function drawDays(sheet: Sheet): string[] {
  const { comparison, words, dates, paint, width } = sheet;
  const levels = [
    { title: words.backAt(80), of: 'day80' },
    { title: words.backAt(90), of: 'day90' },
    { title: words.backAt(95), of: 'day95' },
  ] as const;
  const cells = (days: readonly (number | null)[]): string[] =>
    days.map((day, at) => {
      const first = days[0];
      if (day === null) return '–';
      if (at === 0 || first === null) return dates.of(day);
      return day === first ? '=' : words.daysLater(signed(day - first));
    });
  const table = (some: readonly (typeof levels)[number][]): string[] =>
    drawTable(
      [words.backSince, ...some.flatMap(({ title }) => letters(sheet).map((name) => `${title} ${name}`))],
      comparison.scopes.map((scope) => [nameOf(sheet, scope.sector), ...some.flatMap(({ of }) => cells(scope[of]))]),
      { paint, width },
    );
  const abreast = table(levels);
  return widest(abreast) <= width ? abreast : levels.flatMap((level) => table([level]));
}

/** Money of the first run, of the others the difference. */
function moneyOf({ language }: Sheet): (values: readonly (number | null)[]) => string[] {
  return (values) =>
    values.map((value, at) => {
      const first = values[0];
      if (value === null) return '–';
      if (at === 0 || first === null) return yuan(value, language, 'short');
      const gap = value - first;
      const share = first > 0 ? ` ${gap > 0 ? '+' : ''}${percent(gap / first, 1)}` : '';
      if (gap === 0) return '=';
      const amount = `${gap > 0 ? '+' : ''}${yuan(gap, language, 'short')}`;
      return values.length > MOST_RUNS_IN_YUAN && share !== '' ? share.trim() : amount + share;
    });
}

function drawLosses(sheet: Sheet): string[] {
  const { comparison, words, paint, width } = sheet;
  const money = moneyOf(sheet);
  const [chain, ...sectors] = comparison.scopes;
  const rows = [
    [words.missedFinal, ...money(chain.missedFinalYuan)],
    [words.lostValueAdded, ...money(chain.lostValueAddedYuan)],
    ...sectors.map(({ sector, lostValueAddedYuan }) => [`  ${nameOf(sheet, sector)}`, ...money(lostValueAddedYuan)]),
  ];
  return drawTable([words.lostInYuan, ...letters(sheet)], rows, { paint, width });
}

/** Root causes told; the rest is small. */
const MOST_CAUSES = 8;

/** What was lost by root cause, where the runs accounted for it. */
function drawCauses(sheet: Sheet): string[] {
  const { comparison, words, paint, width } = sheet;
  if (comparison.losses.length === 0) return [];
  const money = moneyOf(sheet);
  const rows = comparison.losses
    .slice(0, MOST_CAUSES)
    .map(({ cause, sector, lostYuan }) => [
      `${sector === null ? words.roads : nameOf(sheet, sector)} · ${words.causes[cause]}`,
      ...money(lostYuan),
    ]);
  return drawTable([words.lostByCause, ...letters(sheet)], rows, { paint, width });
}

function nameOf({ comparison, language, words }: Sheet, sector: string | null): string {
  if (sector === null) return words.wholeChain;
  return Object.hasOwn(comparison.sectorNames, sector) ? nameIn(comparison.sectorNames[sector], language) : sector;
}

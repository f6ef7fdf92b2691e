// A band over seeds: the median and what lies around it.
import type { BandedObservation, BandSummary } from '../banded';
import type { Band } from '#libs/analysis';
import { count, nameIn, runDates, wordsOf, yuan, type Language, type RunDates, type Words } from '#libs/words';
import { cut, flow } from './columns';
import { metricOf, valueOf } from './observed';
import { pageWidth } from './page';
import { paintOf, type Paint } from './paint';
import { CHART_LEFT, plot } from './plot';
import { drawTable } from './table';

const CHART_ROWS = 9;

interface Sheet {
  readonly band: BandSummary;
  readonly words: Words;
  readonly dates: RunDates;
  readonly language: Language;
  readonly width: number;
  readonly paint: Paint;
  readonly nameOf: (sector: string) => string;
}

/** @returns rows joined by line feeds, without one at the end */
export function drawBand(
  band: BandSummary,
  { language, width, color }: { language: Language; width: number; color: boolean },
): string {
  const names = new Map(band.sectors.map(({ id, name }) => [id, nameIn(name, language)]));
  const sheet: Sheet = {
    band,
    words: wordsOf(language),
    dates: runDates({ start: band.start, days: band.days, language }),
    language,
    width: pageWidth(width),
    paint: paintOf(color),
    nameOf: (sector) => names.get(sector) ?? sector,
  };
  return [drawHead(sheet), drawChart(sheet), drawFigures(sheet), drawObservations(sheet)]
    .filter((part) => part.length > 0)
    .flatMap((part, at) => (at > 0 ? ['', ...part] : part))
    .map((row) => row.trimEnd())
    .join('\n');
}

function drawHead({ band, words, dates, language, width, paint }: Sheet): string[] {
  const { members, scenario } = band;
  const name = paint.bold(cut(nameIn(scenario.name, language), width));
  const seeds = words.seeds(members.length, members[0].seed, members[members.length - 1].seed);
  return flow([name, dates.whole, seeds], { between: '  ', columns: width, indent: '' });
}

function drawChart({ band, words, dates, width, paint }: Sheet): string[] {
  const { low, median, high } = band.capacityRecovery;
  const kind = words.bandKinds[band.kind];
  return [
    `${words.capacityRecovered}  ${paint.bold(words.median)} ${paint.teal('━')}  ${kind} ┈`,
    ...plot({ solid: median, dotted: [low, high], dates, columns: width - CHART_LEFT - 1, rows: CHART_ROWS, paint }),
  ];
}

/** From the least to the greatest, once where they are the same. */
const rangeOf = ({ low, high }: Band, tell: (value: number) => string): string =>
  low === high ? '=' : `${tell(low)} – ${tell(high)}`;

function drawFigures({ band, words, dates, language, paint, width, nameOf }: Sheet): string[] {
  const runs = band.members.length;
  const day = (at: number): string => (at < Infinity ? dates.of(at) : words.never);
  const money = (value: number): string => yuan(value, language, 'short');
  const came = (number: number): string => (number === runs ? '' : words.inRuns(number, runs));
  const figure = (name: string, one: Band, tell: (value: number) => string, note = ''): string[] => [
    name,
    tell(one.median),
    rangeOf(one, tell),
    note,
  ];
  return drawTable(
    [words.backSinceLevel(words.backAt(80)), words.median, words.bandKinds[band.kind], ''],
    [
      figure(words.wholeChain, band.day80, day, came(band.day80.came)),
      ...band.sectors.map(({ id, day80 }) => figure(`  ${nameOf(id)}`, day80, day, came(day80.came))),
      figure(words.lostValueAdded, band.lostValueAddedYuan, money),
      figure(words.missedFinal, band.missedFinalYuan, money),
    ],
    { paint, width },
  );
}

function drawObservations(sheet: Sheet): string[] {
  const { band, words, dates, paint, width } = sheet;
  if (band.observations.length === 0) return [];
  const runs = band.members.length;
  const cells = ({ one, came, within, ...range }: BandedObservation): string[] => {
    const tell = (value: number): string => (value < Infinity ? valueOf(sheet, one, value) : words.didNotHappen);
    const metric = metricOf(sheet, one);
    return [
      `${one.id}  ${one.day === null ? metric : words.onDate(metric, dates.of(one.day))}`,
      words.roles[one.role],
      (one.atLeast ? '≥ ' : '') + valueOf(sheet, one, one.observed),
      tell(range.median),
      rangeOf(range, tell),
      within === null || came === 0 ? '–' : `${count(within)}/${count(runs)}`,
    ];
  };
  const rows = band.observations.map(cells);
  const heads = ['', words.observed, words.median, words.bandKinds[band.kind], words.withinTolerance];
  return drawTable([words.observedAgainstSimulated, ...heads], rows, { paint, width });
}

// The runs of a stack as a table.
import { byteSize, wordsOf, type Language, type Words } from '#libs/words';
import { pageWidth } from './page';
import { paintOf } from './paint';
import { drawTable } from './table';

interface RunShown {
  readonly run: string;
  readonly scenario: string;
  readonly status: keyof Words['statuses'];
  readonly daysDone: number;
  readonly days: number;
  readonly digest: string | null;
  readonly bytes: number;
  /** ISO 8601. */
  readonly createdAt: string;
}

const NO_DIGEST = '–';
/** Characters: enough to tell two runs apart by eye. */
const DIGEST_SHOWN = 8;
const MS_PER_S = 1000;
/** Seconds of each unit of age, the largest first. */
const AGES = [
  ['d', 86_400],
  ['h', 3600],
  ['min', 60],
  ['s', 1],
] as const;
/** An age is told in a unit of which there are at least so many. */
const LEAST_COUNT = 2;

/**
 * @param nowMs milliseconds since 1970
 * @returns rows joined by line feeds, without one at the end
 */
export function drawRuns(
  runs: readonly RunShown[],
  nowMs: number,
  { language, width, color }: { language: Language; width: number; color: boolean },
): string {
  const words = wordsOf(language);
  if (runs.length === 0) return words.noRuns;
  const heads = [words.scenario, words.run, words.day, words.status, words.digest, words.size, words.age];
  const rows = runs.map((one) => [
    baseName(one.scenario),
    one.run,
    `${one.daysDone}/${one.days}`,
    words.statuses[one.status],
    one.digest?.slice(0, DIGEST_SHOWN) ?? NO_DIGEST,
    byteSize(one.bytes),
    ageOf((nowMs - Date.parse(one.createdAt)) / MS_PER_S, words),
  ]);
  return drawTable(heads, rows, { paint: paintOf(color), width: pageWidth(width) })
    .map((row) => row.trimEnd())
    .join('\n');
}

function ageOf(seconds: number, words: Words): string {
  const [unit, size] = AGES.find(([, one]) => seconds >= LEAST_COUNT * one) ?? ['s', 1];
  return words.ageOf(Math.max(0, Math.floor(seconds / size)), unit);
}

/** A path's last two parts tell one scenario from another. */
function baseName(path: string): string {
  return path.split(/[/\\]/).slice(-2).join('/');
}

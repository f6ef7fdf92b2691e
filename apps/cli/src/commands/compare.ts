// `resumption compare DIR DIR ...`: what went into two to six runs differently, and what came out of them.
import { COMPARED_METRICS, worseBy, type ComparedMetric } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { didYouMean } from '#libs/scenario';
import { compareArchives, type Comparison, type InFolder } from '#libs/studies';
import { EXIT, type Context } from '../context';
import { drawComparison } from '../terminal';
import { wordsOf } from '#libs/words';

export interface CompareOptions {
  readonly failIf?: readonly string[];
  readonly json?: boolean;
}

const MOST_RUNS = 6;

interface Limit {
  readonly text: string;
  readonly metric: ComparedMetric;
  readonly most: number;
}

/** @returns the exit code: 4 when a run is worse than the first by more than `failIf` allows */
export async function compare(folders: readonly string[], options: CompareOptions, context: Context): Promise<number> {
  if (folders.length < 2 || folders.length > MOST_RUNS) {
    const reason = `${folders.length} archive${folders.length === 1 ? '' : 's'}.`;
    throw new InputError({ code: 'CLI_BAD_COMPARE', path: 'DIR', reason, mend: `Name 2 to ${MOST_RUNS}.` });
  }
  const limits = (options.failIf ?? []).map(limitOf);
  const comparison = await compareArchives(folders);
  const missed = limits.filter((limit) => worstOf(comparison, limit) > limit.most).map(({ text }) => text);
  if (options.json) context.out(`${JSON.stringify({ ...comparison, failed: missed })}\n`);
  else context.out(`${drawComparison(comparison, context)}\n`);
  const words = wordsOf(context.language);
  for (const text of missed) context.err(`${words.limitMissed(text)}\n`);
  return missed.length > 0 ? EXIT.missed : EXIT.ok;
}

const worstOf = ({ scopes }: Comparison<InFolder>, { metric }: Limit): number =>
  Math.max(...worseBy(scopes[0], metric));

/** @throws InputError CLI_BAD_LIMIT */
function limitOf(text: string): Limit {
  const [, name, number] = /^(\w+)\s*>\s*([+-]?\d+(?:\.\d+)?)$/.exec(text.trim()) ?? [];
  const metric = COMPARED_METRICS.find((one) => one === name);
  if (metric !== undefined) return { text, metric, most: Number(number) };
  const reason = `${JSON.stringify(text.slice(0, 60))} is no METRIC>NUMBER.`;
  const written = text.split('>')[0].trim();
  const isMetric = COMPARED_METRICS.some((one) => one === written);
  throw new InputError({
    code: 'CLI_BAD_LIMIT',
    path: '--fail-if',
    reason,
    mend: isMetric ? `Write a number behind it: "${written}>1".` : didYouMean(written, COMPARED_METRICS),
  });
}

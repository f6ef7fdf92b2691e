// What was measured of the gateway, in words, with the targets.
import { targetLine } from './stack-lines';

export interface ReadersMeasured {
  /** From the moment at which the live view told of a day to that at which a reader had it; ascending. */
  readonly delaysMs: readonly number[];
  readonly days: number;
  readonly connected: number;
  /** Stalled readers that were let go; readers that missed a day or had one twice. */
  readonly dropped: number;
  readonly broken: number;
  readonly peakBytes: number;
}

export interface AnswerMeasured {
  readonly name: string;
  readonly status: number;
  readonly bytes: number;
  readonly firstMs: number;
  /** Ascending. */
  readonly againMs: readonly number[];
}

export interface GatewayMeasured {
  readonly one: ReadersMeasured;
  readonly many: ReadersMeasured;
  readonly answers: readonly AnswerMeasured[];
}

const MB = 1024 * 1024;

export function gatewayLines({ one, many, answers }: GatewayMeasured): string {
  const compare = answers.find(({ name }) => name === 'compare');
  return [
    readersLine('one reader', one),
    readersLine('five hundred, fifty of them stalled', many),
    ...answers.map(answerLine),
    '',
    targetLine('day closed to event, ms, p95', quantile(one.delaysMs, 0.95), { atMost: 250 }),
    targetLine('day closed to event, 500 readers, ms, p99', quantile(many.delaysMs, 0.99), { atMost: 1000 }),
    targetLine('gateway with 500 readers, MB', many.peakBytes / MB, { atMost: 512 }),
    targetLine('readers that missed a day', many.broken, { atMost: 0 }),
    ...(compare?.status === 200
      ? [targetLine('compare two runs, ms, first time', compare.firstMs, { atMost: 300 })]
      : ['compare is not answered yet']),
  ].join('\n');
}

function readersLine(name: string, { delaysMs, days, connected, dropped, peakBytes }: ReadersMeasured): string {
  const of = (part: number): string => `${quantile(delaysMs, part).toFixed(0)} ms`;
  return `${name}: ${days} days to ${connected}; p50 ${of(0.5)}, p95 ${of(0.95)}, p99 ${of(0.99)}, longest ${of(1)}; ${dropped} let go; ${(peakBytes / MB).toFixed(0)} MB at most`;
}

function answerLine({ name, status, bytes, firstMs, againMs }: AnswerMeasured): string {
  return `${name}: ${status}, ${(bytes / 1024).toFixed(0)} KB; first ${firstMs.toFixed(0)} ms, then p50 ${quantile(againMs, 0.5).toFixed(1)} ms, p95 ${quantile(againMs, 0.95).toFixed(1)} ms`;
}

/** @param ascending values */
function quantile(ascending: readonly number[], part: number): number {
  return ascending[Math.max(0, Math.ceil(part * ascending.length) - 1)] ?? NaN;
}

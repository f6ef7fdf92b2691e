// What was measured on the stack, in words, with the targets.

export interface StackRun {
  /** Until the first day was projected: every service compiles the run. */
  readonly firstMs: number;
  readonly wallMs: number;
  /** After the first day. */
  readonly daysPerSecond: number;
  readonly digest: string;
  readonly messagesPerDay: number;
  readonly bytesPerDay: number;
  readonly cpu: readonly { readonly name: string; readonly seconds: number }[];
  readonly residentBytes: number;
}

export interface StackMeasured {
  readonly days: number;
  readonly plain: StackRun;
  readonly losses: StackRun;
  /** The same run in one process, with its archive. */
  readonly oneProcessMs: number;
  /** From each kill of a service, or of the broker, to a day that was not open yet. */
  readonly recoveryMs: readonly number[];
  readonly brokerMs: readonly number[];
}

const MB = 1024 * 1024;

export function stackLines(measured: StackMeasured): string {
  const { days, plain, losses, oneProcessMs, recoveryMs, brokerMs } = measured;
  return [
    runLine('enterprise-days stored', plain),
    runLine('with loss accounting', losses),
    `in one process, with its archive: ${(oneProcessMs / 1000).toFixed(2)} s for ${days} days; the stack takes ${(plain.wallMs / oneProcessMs).toFixed(1)} times as long`,
    `CPU a day, ms: ${plain.cpu.map(({ name, seconds }) => `${name} ${((1000 * seconds) / days).toFixed(0)}`).join(', ')}`,
    `from kill -9 of a service to a new day, s: ${recoveryMs.map(seconds).join(', ')}; of the broker: ${brokerMs.map(seconds).join(', ')}`,
    '',
    targetLine('days a second, enterprise-days stored', plain.daysPerSecond, { atLeast: 4 }),
    targetLine('days a second, with loss accounting', losses.daysPerSecond, { atLeast: 2 }),
    targetLine('service killed, s, p95', percentile95(recoveryMs) / 1000, { atMost: 5 }),
    targetLine('broker killed, s, p95', percentile95(brokerMs) / 1000, { atMost: 8 }),
    targetLine('whole stack, MB', Math.max(plain.residentBytes, losses.residentBytes) / MB, { atMost: 1.8 * 1024 }),
  ].join('\n');
}

function runLine(name: string, run: StackRun): string {
  const { daysPerSecond, firstMs, wallMs, messagesPerDay, bytesPerDay, residentBytes, digest } = run;
  return `${name}: ${daysPerSecond.toFixed(2)} days a second, first day after ${seconds(firstMs)} s, all after ${seconds(wallMs)} s; ${messagesPerDay.toFixed(0)} messages and ${(bytesPerDay / MB).toFixed(1)} MB a day; ${(residentBytes / MB).toFixed(0)} MB in memory; digest ${digest}`;
}

export function targetLine(name: string, value: number, bound: { atLeast: number } | { atMost: number }): string {
  const isMet = 'atLeast' in bound ? value >= bound.atLeast : value <= bound.atMost;
  const said = 'atLeast' in bound ? `at least ${bound.atLeast}` : `at most ${bound.atMost}`;
  return `${isMet ? 'met   ' : 'MISSED'} ${name}: ${value.toFixed(2)} (${said})`;
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(1);
}

function percentile95(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(0.95 * sorted.length) - 1)] ?? 0;
}

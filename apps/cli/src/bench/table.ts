// The benchmark's table for people: one column per network, one line per figure.
import type { Timing } from './clock';
import type { Measured } from './measure';
import type { Beside, Target } from './targets';

const LINES: readonly (readonly [string, (one: Measured) => string])[] = [
  ['enterprises', ({ enterprises }) => String(enterprises)],
  ['links', ({ links }) => String(links)],
  ['core, ms a day', ({ coreDay }) => ms(coreDay)],
  ['  ns a link and day', ({ coreDay, links }) => ((coreDay.bestMs * 1e6) / links).toFixed(1)],
  ['  cutting frames, ms', ({ frames }) => ms(frames)],
  ['object graph, ms a day', ({ objectGraphDay }) => (objectGraphDay ? ms(objectGraphDay) : '-')],
  ['  times the core', (one) => (one.objectGraphDay ? ratio(one.objectGraphDay, one.coreDay) : '-')],
  ['memory pass, ms', ({ memoryPass }) => ms(memoryPass)],
  ['  core in passes', (one) => ratio(one.coreDay, one.memoryPass)],
  ['  triad, GB/s', (one) => one.memoryGigabytesPerSecond.toFixed(1)],
  ['digest, ms a day', ({ digest }) => ms(digest)],
  ['snapshot, ms', ({ snapshot }) => ms(snapshot)],
  ['making the chain, ms', ({ chainMs }) => chainMs.toFixed(0)],
  ['opening shards, ms', ({ openMs }) => openMs.toFixed(0)],
  ['columns, MB', ({ stateBytes }) => megabytes(stateBytes)],
  ['frames, MB a day', ({ frameBytesPerDay }) => megabytes(frameBytesPerDay)],
  ['memory now / at most, MB', (one) => `${megabytes(one.rssBytes)} / ${megabytes(one.peakRssBytes)}`],
  ['heap bytes a day', ({ allocations }) => allocations.heapBytesPerDay.toFixed(0)],
  ['buffer bytes a day', ({ allocations }) => allocations.bufferBytesPerDay.toFixed(0)],
  ['production digest', ({ productionDigest }) => productionDigest],
];

/** Milliseconds as "best (median)". */
export function tableOf(measured: readonly Measured[]): string {
  const cells = [
    ['', ...measured.map(({ network }) => network)],
    ...LINES.map(([title, cell]) => [title, ...measured.map((one) => cell(one))]),
  ];
  const widths = cells[0].map((_, c) => Math.max(...cells.map((row) => row[c].length)));
  return cells
    .map((row) => row.map((cell, c) => (c === 0 ? cell.padEnd(widths[c]) : cell.padStart(widths[c]))).join('  '))
    .join('\n');
}

/** Keqiao as a planner runs it, a line each. */
export function besideLines({ wholeRun, losses, threads }: Beside): string[] {
  return [
    ...(wholeRun
      ? [
          `keqiao, ${wholeRun.days} days, ms: compile ${ms(wholeRun.compile)}; rates and digests ${ms(wholeRun.ratesAndDigests)}, of the goods chain alone ${ms(wholeRun.goodsRatesAndDigests)}; with milestones and archive ${ms(wholeRun.withArchive)}, ${(wholeRun.archiveBytes / 1e6).toFixed(1)} MB`,
        ]
      : []),
    ...(losses
      ? [
          `losses, ${losses.causes} pairs of cause and sector, ms a day in one thread: accounting ${round(losses.accountsMsPerDay)}; with a tape for why ${round(losses.tapeMsPerDay)}`,
        ]
      : []),
    ...(threads
      ? [
          `${threads.members} seeds, ms: one worker ${round(threads.oneWorkerMs)}, two ${round(threads.twoWorkersMs)}; twice as many, two bands of one worker side by side, ${round(threads.bothMs)}, ${((2 * threads.oneWorkerMs) / threads.bothMs).toFixed(2)} times the work`,
          `a run with its archive, ms: ${round(threads.runMs)}, with losses ${round(threads.runWithLossesMs)}; relief of a day, ${threads.relieved} causes: ${round(threads.reliefMs)}`,
        ]
      : []),
  ];
}

/** Times also in core days of the smallest network. */
export function targetLines(targets: readonly Target[], measured: readonly Measured[]): string {
  const day = measured.find(({ network }) => network === '30k')?.coreDay.bestMs;
  const inDays = ({ value, unitMs }: Target): string =>
    day !== undefined && unitMs > 0 ? `, ${((value * unitMs) / day).toFixed(1)} core days of 30k` : '';
  return targets
    .map((target) => {
      const { name, value, bound, isMet } = target;
      return `${isMet ? 'met   ' : 'MISSED'} ${name}: ${round(value)} (${boundOf(bound)})${inDays(target)}`;
    })
    .join('\n');
}

function boundOf(bound: Target['bound']): string {
  return 'atMost' in bound ? `at most ${bound.atMost}` : `at least ${bound.atLeast}`;
}

function ms({ bestMs, medianMs }: Timing): string {
  return `${round(bestMs)} (${round(medianMs)})`;
}

function ratio(one: Timing, other: Timing): string {
  return `${(one.bestMs / other.bestMs).toFixed(1)} (${(one.medianMs / other.medianMs).toFixed(1)})`;
}

function round(value: number): string {
  return value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}

function megabytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(bytes < 2 ** 24 ? 1 : 0);
}

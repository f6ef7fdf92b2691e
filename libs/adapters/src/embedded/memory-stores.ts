// The stores of runs in memory: for one process that needs no database. They end with the process.
import type { Columns } from '#libs/runtime';
import { isCoded } from '../day-tables';
import type { RunSize, Stores } from '../stores';
import { MemoryMetricStore } from './memory-metric-store';
import type { MemoryRun } from './memory-run';
import { MemoryRunStore } from './memory-run-store';
import { MemoryRuns } from './memory-runs';
import { MemoryStateStore } from './memory-state-store';

/** Runs that are kept; when one more comes, the oldest that is over goes. */
const MOST_RUNS = 64;

/**
 * Makes empty stores.
 * @param options.mostRuns >= 1; a run more is refused (InputError RUN_TOO_MANY) while all are running
 */
export function memoryStores({ mostRuns = MOST_RUNS }: { readonly mostRuns?: number } = {}): Stores {
  const kept = new MemoryRuns(mostRuns);
  return {
    runs: new MemoryRunStore(kept),
    states: new MemoryStateStore(kept),
    metrics: new MemoryMetricStore(kept),
    sizes: () => Promise.resolve(kept.all().map(sizeOf)),
    close: () => Promise.resolve(),
  };
}

function sizeOf({ manifest, row, snapshots, days, losses }: MemoryRun): RunSize {
  const bytes = [
    ...Array.from(snapshots.values(), (snapshot) => snapshot.bytes.length),
    ...days.flatMap(({ rates, enterprises }) => [bytesOf(rates), bytesOf(enterprises)]),
    ...Array.from(losses.values(), bytesOf),
  ];
  const total = bytes.reduce((sum, one) => sum + one, 0);
  return { run: row.id, bytes: total, createdAt: manifest.createdAt, status: row.status };
}

/** Lists of words are shared by all days. */
function bytesOf(columns: Columns): number {
  return Object.values(columns).reduce((sum, column) => {
    if (column instanceof Float64Array) return sum + column.byteLength;
    return isCoded(column) ? sum + column.codes.length : sum;
  }, 0);
}

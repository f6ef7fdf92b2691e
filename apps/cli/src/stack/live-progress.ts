// The line of progress of a run on a stack, as the ordinary run draws it: from what recovery has kept.
import type { MetricStore, RunManifest, RunRow } from '#libs/runtime';
import { Calendar } from '#libs/scenario';
import type { Context } from '../context';
import { drawProgress } from '../terminal';
import { patient } from './patient';

export interface LiveProgress {
  readonly day: (row: RunRow) => Promise<void>;
  /** Takes the line away, so that others can be written. */
  readonly clear: () => void;
}

const SILENT: LiveProgress = { day: () => Promise.resolve(), clear: () => undefined };

export function liveProgress(
  { metrics }: { readonly metrics: MetricStore },
  { id, days, start }: RunManifest,
  context: Context,
): LiveProgress {
  if (!context.isInteractive) return SILENT;
  const calendar = new Calendar(start);
  return {
    async day({ projectedDay: day }) {
      const rows = await patient(() => metrics.rates(id, { from: day, to: day }));
      const chain = rows.find(({ scope }) => scope === 'chain');
      const capacityRecovery = Number(chain?.['capacityRecovery'] ?? NaN);
      context.err(`\r${drawProgress({ day, days, date: calendar.dateOf(day), capacityRecovery }, context)}`);
    },
    clear: () => context.err('\r\u001b[2K'),
  };
}

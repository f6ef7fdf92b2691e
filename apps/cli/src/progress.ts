// Progress on stderr, over itself, while a run goes on; nothing when stderr is no terminal.
import { chainScope, type RunFold } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import type { Context } from './context';
import { drawBeyond, drawProgress } from './terminal';

export interface Progress {
  day(day: number, fold: RunFold): void;
  /** So many days after the run's end. */
  beyond(daysAfter: number, capacityRecovery: number): void;
  end(): void;
}

const SILENT: Progress = { day: () => undefined, beyond: () => undefined, end: () => undefined };

export function progressOf(context: Context, { spec, calendar }: CompiledScenario): Progress {
  if (!context.isInteractive) return SILENT;
  return {
    day(day, fold) {
      const days = fold.series.scopes[chainScope(fold.scopes)];
      const line = drawProgress(
        { day, days: spec.days, date: calendar.dateOf(day), capacityRecovery: days[days.length - 1].capacityRecovery },
        context,
      );
      context.err(`\r${line}`);
    },
    beyond: (daysAfter, capacityRecovery) =>
      context.err(`\r\u001b[2K${drawBeyond({ daysAfter, capacityRecovery }, context)}`),
    end: () => context.err('\r\u001b[2K'),
  };
}

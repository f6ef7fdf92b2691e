// Progress on stderr, over itself, while a run goes on; nothing when stderr is no terminal.
import { chainScope, type RunFold } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import type { Context } from './context';
import { drawProgress } from './terminal';

export interface Progress {
  day(day: number, fold: RunFold): void;
  end(): void;
}

const SILENT: Progress = { day: () => undefined, end: () => undefined };

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
    end: () => context.err('\r\u001b[2K'),
  };
}

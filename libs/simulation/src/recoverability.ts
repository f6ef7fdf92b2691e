// Whether the chain comes back: after its last day the run goes on, levers as they stand, until the chain is steady or
// two years have passed. A chain that is steady and low is the model's main risk (docs/MODEL.md#collapse).
import { RunFold, chainScope, type RunSummary } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import type { Simulation } from './simulation';

const MAX_DAYS = 730;
const STEADY_DAYS = 14;
const STEADY_RATIO = 1e-4;
const RECOVERED_RATIO = 0.99;

/**
 * @param capacityRecovery the chain's, of each day of the run
 * @param onDays told of every two weeks beyond it
 */
export async function checkRecoverability(
  simulation: Simulation,
  compiled: CompiledScenario,
  capacityRecovery: readonly number[],
  onDays: (daysAfter: number, capacityRecovery: number) => void = () => undefined,
): Promise<NonNullable<RunSummary['recoverability']>> {
  const series = [...capacityRecovery];
  const days = series.length;
  if (!isSteady(series)) {
    const fold = new RunFold(compiled);
    const scope = chainScope(fold.scopes);
    while (!isSteady(series) && series.length < days + MAX_DAYS) {
      await simulation.runBeyond(Math.min(series.length + STEADY_DAYS, days + MAX_DAYS), (frames) => {
        series.push(fold.ratesOnly(frames).capacityRecovery[scope]);
      });
      onDays(series.length - days, series[series.length - 1]);
    }
  }
  const last = series[series.length - 1];
  return {
    steady: isSteady(series),
    recovered: last >= RECOVERED_RATIO,
    afterDays: series.length - days,
    capacityRecovery: last,
  };
}

/** The last two weeks lie within 1e-4 of each other, or all at base. */
function isSteady(series: readonly number[]): boolean {
  if (series.length < STEADY_DAYS) return false;
  const tail = series.slice(-STEADY_DAYS);
  return Math.max(...tail) - Math.min(...tail) <= STEADY_RATIO || Math.min(...tail) >= RECOVERED_RATIO;
}

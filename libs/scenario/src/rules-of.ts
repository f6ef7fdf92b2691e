// The file's rules in the model's words.
import type { Rules } from '#libs/model';
import type { ScenarioSpec } from './schema/scenario';

export function rulesOf({ rules }: ScenarioSpec): Rules {
  return {
    rhythm: rules.rhythm,
    unmetOrders: rules.unmet,
    inputs: typeof rules.inputs === 'string' ? { rule: rules.inputs } : { rule: 'psi', psi: rules.inputs.psi },
    rationing:
      typeof rules.rationing === 'string'
        ? { rule: rules.rationing }
        : { rule: 'priority', floors: rules.rationing.priority },
    orders:
      rules.orders.rule === 'plan'
        ? { rule: 'plan', smoothingDays: rules.orders.smoothingDays, capRatio: rules.orders.atMost }
        : rules.orders,
    overtime: rules.overtime === 'off' ? { rule: 'off' } : rules.overtime,
    finishedRestoreDays: rules.finished.restoreDays,
    finishedMaxRatio: rules.finished.atMost,
  };
}

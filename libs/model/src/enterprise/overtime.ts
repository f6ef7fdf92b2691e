// Overproduction: alpha grows towards its maximum while demand goes unmet and falls back to 1 when it is met.
// `smooth` looks at today's demand and output after production, so it is the alpha of tomorrow; a closed enterprise
// works no overtime. `ario` looks at the demand standing now and the last output, before production (Hallegatte 2008 as
// BoARIO 0.6.3 implements it).
import type { OvertimeRule } from '../rules';
import type { EnterpriseState } from './state';

/** Before capacity is set: the rule that compares today's demand with the last output. */
export function overtimeBefore(state: EnterpriseState, rule: OvertimeRule): void {
  if (rule.rule !== 'ario') return;
  const { overtimeRatio, outputYuan, demandYuan } = state;
  const { floorRatio = 1 } = rule;
  for (let row = 0; row < overtimeRatio.length; row++) {
    const demand = demandYuan[row];
    const unmet = demand > 0 ? (demand - outputYuan[row]) / demand : 0;
    let alpha = overtimeRatio[row] + ((rule.maxRatio - overtimeRatio[row]) * unmet) / rule.tauDays;
    if (unmet === 0) alpha += (1 - overtimeRatio[row]) / rule.tauDays;
    overtimeRatio[row] = Math.max(floorRatio, alpha);
  }
}

/** After production: the rule that settles tomorrow's alpha. */
export function overtimeAfter(state: EnterpriseState, rule: OvertimeRule): void {
  if (rule.rule !== 'smooth') return;
  const { overtimeRatio, outputYuan, demandYuan, isOpen } = state;
  for (let row = 0; row < overtimeRatio.length; row++) {
    const demand = demandYuan[row];
    const unmet = demand > 0 && isOpen[row] > 0 ? (demand - outputYuan[row]) / demand : 0;
    const alpha = overtimeRatio[row];
    const goal = unmet > SNAP ? (rule.maxRatio - alpha) * unmet : 1 - alpha;
    overtimeRatio[row] = Math.max(1, alpha + goal / rule.tauDays);
  }
}

/** Unmet shares below this are rounding: the undisturbed chain works no overtime. */
const SNAP = 1e-12;

// Overtime alpha, derived again as in the model (enterprise/overtime.ts): it is part of what capacity is with nothing missing.
import type { Books } from './books';

/** Unmet shares below this are rounding. */
const SNAP = 1e-12;

/** Before capacity: the rule that compares today's demand with the last output. */
export function overtimeBefore({ chain, ledger, board }: Books, i: number): void {
  const rule = chain.rules.overtime;
  if (rule.rule !== 'ario') return;
  const { overtimeRatio, outputBefore } = ledger;
  const { floorRatio = 1 } = rule;
  const demand = board.demandYuan[i];
  const unmet = demand > 0 ? (demand - outputBefore[i]) / demand : 0;
  let alpha = overtimeRatio[i] + ((rule.maxRatio - overtimeRatio[i]) * unmet) / rule.tauDays;
  if (unmet === 0) alpha += (1 - overtimeRatio[i]) / rule.tauDays;
  overtimeRatio[i] = Math.max(floorRatio, alpha);
}

/** After production: tomorrow's alpha. */
export function overtimeAfter({ chain, ledger, board }: Books, i: number): void {
  const rule = chain.rules.overtime;
  ledger.outputBefore[i] = board.outputYuan[i];
  if (rule.rule !== 'smooth') return;
  const { overtimeRatio } = ledger;
  const demand = board.demandYuan[i];
  const unmet = demand > 0 && board.isOpen[i] > 0 ? (demand - board.outputYuan[i]) / demand : 0;
  const alpha = overtimeRatio[i];
  const goal = unmet > SNAP ? (rule.maxRatio - alpha) * unmet : 1 - alpha;
  overtimeRatio[i] = Math.max(1, alpha + goal / rule.tauDays);
}

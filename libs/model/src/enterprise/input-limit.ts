// Input limit over classes p, S_ip = sum of S_l in class p:
// hard: lim = min_p S_ip/A_ip * P0. partial (Pichler et al.): critical inputs bind hard, important ones give
// (lim + P0)/2, others none. psi (ARIO): x = xo min_p min(1, S_ip/(psi n_p A_ip/P0 xo)), xo = min(W, cap), and no more
// than the hard limit.
// A_ip below 1e-5 P0 does not count; xo = 0 gives 0; an enterprise without inputs has no limit.
import { NEGLIGIBLE_INPUT_RATIO } from '../rules';
import type { EnterpriseState } from './state';

/** Stock on hand by class, in link order. */
export function addUpStocks({ classStockYuan, stockYuan, part }: EnterpriseState): void {
  classStockYuan.fill(0);
  const { segment } = part.inputs;
  for (let slot = 0; slot < stockYuan.length; slot++) classStockYuan[segment[slot]] += stockYuan[slot];
}

/** Output that the inputs on hand allow. */
export function limitByInputs(state: EnterpriseState): void {
  const { inputs } = state.part.chain.rules;
  state.inputLimitYuan.fill(Infinity);
  switch (inputs.rule) {
    case 'hard':
      return limitHard(state, false, inputs.negligibleRatio ?? NEGLIGIBLE_INPUT_RATIO);
    case 'partial':
      return limitHard(state, true, NEGLIGIBLE_INPUT_RATIO);
    case 'psi':
      return limitByPsi(state, inputs.psi);
    default:
      return inputs satisfies never;
  }
}

function limitHard(state: EnterpriseState, isPartial: boolean, negligibleRatio: number): void {
  const { part, classStockYuan, inputLimitYuan } = state;
  const { segments, baseOutput } = part;
  const { buyer, use, need } = segments;
  for (let s = 0; s < segments.count; s++) {
    const row = buyer[s];
    const rank = isPartial ? need[s] : Math.min(2, 2 * need[s]);
    const base = baseOutput[row];
    const used = use[s];
    if (rank === 0 || used < negligibleRatio * base) continue;
    const hard = (classStockYuan[s] / used) * base;
    const limit = rank === 2 ? hard : (hard + base) / 2;
    if (limit < inputLimitYuan[row]) inputLimitYuan[row] = limit;
  }
}

function limitByPsi(state: EnterpriseState, psi: number): void {
  const { part, classStockYuan, inputLimitYuan, wantedYuan, capacityYuan } = state;
  const { segments, baseOutput } = part;
  for (let s = 0; s < segments.count; s++) {
    const row = segments.buyer[s];
    const base = baseOutput[row];
    if (segments.need[s] === 0 || segments.use[s] < NEGLIGIBLE_INPUT_RATIO * base) continue;
    const aim = Math.min(wantedYuan[row], capacityYuan[row]);
    const needed = ((psi * segments.baseStock[s]) / base) * aim;
    // psi n_p < 1 would let a day use more than there is: never more than the stock on hand makes.
    const onHand = (classStockYuan[s] / segments.use[s]) * base;
    const limit = aim === 0 ? 0 : Math.min(aim * Math.min(1, classStockYuan[s] / needed), onHand);
    if (limit < inputLimitYuan[row]) inputLimitYuan[row] = limit;
  }
}

// Use: use_l = S_l (A_ip P/P0) / S_ip; S_l -= use_l. A remainder below 1e-12 of the base flow is used up with it.
import { REMAINDER_RATIO } from '../rules';
import type { EnterpriseState } from './state';

export function useInputs(state: EnterpriseState): void {
  const { part, classStockYuan, outputYuan, stockYuan } = state;
  const { baseOutput } = part;
  const { flow } = part.inputs;
  const { buyer, use, starts, count } = part.segments;
  const remainder = REMAINDER_RATIO; // V8 looks an import up anew in each turn of a loop.
  for (let s = 0; s < count; s++) {
    const row = buyer[s];
    const wanted = (use[s] * outputYuan[row]) / baseOutput[row];
    const classStock = classStockYuan[s];
    const ratio = classStock > 0 ? Math.min(1, wanted / classStock) : 0;
    if (ratio === 0) continue; // Much of the chain stands still for days.
    const end = starts[s + 1];
    for (let slot = starts[s]; slot < end; slot++) {
      const stock = stockYuan[slot];
      const rest = stock - stock * ratio;
      stockYuan[slot] = rest > remainder * flow[slot] ? rest : 0;
    }
  }
}

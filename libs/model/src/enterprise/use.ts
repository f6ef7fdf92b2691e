// Use: use_l = S_l (A_ip P/P0) / S_ip; S_l -= use_l. A remainder below 1e-12 of the base flow is used up with it.
import { REMAINDER_RATIO } from '../rules';
import type { EnterpriseState } from './state';

export function useInputs(state: EnterpriseState): void {
  const { part, classStockYuan, classUseRatio, outputYuan, stockYuan } = state;
  const { segments, baseOutput, inputs } = part;
  const { buyer, use } = segments;
  for (let s = 0; s < segments.count; s++) {
    const row = buyer[s];
    const wanted = (use[s] * outputYuan[row]) / baseOutput[row];
    const stock = classStockYuan[s];
    classUseRatio[s] = stock > 0 ? Math.min(1, wanted / stock) : 0;
  }
  const { segment, flow } = inputs;
  for (let slot = 0; slot < stockYuan.length; slot++) {
    const stock = stockYuan[slot];
    const rest = stock - stock * classUseRatio[segment[slot]];
    stockYuan[slot] = rest > REMAINDER_RATIO * flow[slot] ? rest : 0;
  }
}

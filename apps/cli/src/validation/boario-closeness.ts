// BoARIO's questions about all stocks at once, by numpy.allclose at its defaults.
import type { EnterpriseState } from '#libs/model';

const ROUNDING = 1e-12;

/** What each link of the chain brought. */
export function shippedByLink({ shippedYuan, part }: EnterpriseState): Float64Array {
  const shipped = new Float64Array(shippedYuan.length);
  part.supplies.link.forEach((link, slot) => (shipped[link] = shippedYuan[slot]));
  return shipped;
}

/** Whether every stock gets what is taken from it. */
export function gainsWhatItUses({ part, outputYuan }: EnterpriseState, shipped: Float64Array): boolean {
  const { segments, inputs, baseOutput } = part;
  return bySegment(shipped, inputs.segment, segments.count).every((gained, s) => {
    const row = segments.buyer[s];
    return isClose(gained, (segments.use[s] * outputYuan[row]) / baseOutput[row]);
  });
}

/** Whether every stock is at its goal. */
export function standsAtGoals(state: EnterpriseState, stock: Float64Array): boolean {
  const { segments, inputs, enterprises, chain } = state.part;
  const isUnlimited = (s: number): boolean => chain.linkKinds[inputs.kind[segments.starts[s]]].unlimited;
  const goods = bySegment(stock, inputs.segment, segments.count);
  let infinite = 0;
  const areClose = goods.every((amount, s) => {
    const goal = goalOf(state, s);
    if (!isUnlimited(s)) return isClose(amount, goal);
    if (goal > 0) infinite++;
    return true;
  });
  // An infinite stock is at its infinite goal; but where a product is not used, 0 x infinity is close to nothing.
  const products = chain.linkKinds.filter(({ unlimited }) => unlimited).length;
  return areClose && infinite === products * enterprises.length;
}

/** Stock aimed at: cover of the output wanted and possible. */
export function goalOf({ part, wantedYuan, capacityYuan }: EnterpriseState, segment: number): number {
  const { buyer, baseStock } = part.segments;
  const row = buyer[segment];
  return (baseStock[segment] * Math.min(wantedYuan[row], capacityYuan[row])) / part.baseOutput[row];
}

/** Whether some stock is below its goal by more than rounding. */
export function isBelowGoals(state: EnterpriseState, stock: Float64Array): boolean {
  const { segments, inputs, baseOutput } = state.part;
  const goods = bySegment(stock, inputs.segment, segments.count);
  return goods.some((amount, s) => goalOf(state, s) - amount > ROUNDING * baseOutput[segments.buyer[s]]);
}

/** Whether two sets of stocks differ by more than rounding. */
export function isFarFrom({ part }: EnterpriseState, stocks: Float64Array, others: Float64Array): boolean {
  return stocks.some(
    (stock, link) => Math.abs(stock - others[link]) > ROUNDING * part.baseOutput[part.inputs.buyer[link]],
  );
}

function bySegment(values: Float64Array, segment: Int32Array, count: number): Float64Array {
  const sums = new Float64Array(count);
  values.forEach((value, link) => (sums[segment[link]] += value));
  return sums;
}

function isClose(value: number, reference: number): boolean {
  return Math.abs(value - reference) <= 1e-8 + 1e-5 * Math.abs(reference);
}

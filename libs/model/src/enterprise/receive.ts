// Receive: S_l += arrived; the position's open part shrinks by as much; under `lapse`, what did not come next day is known
// to be refused.
import type { Inbox } from '#libs/kernel';
import type { EnterpriseState } from './state';

/** Takes in deliveries and adds up each class's stock on hand (`classStockYuan`), in link order. */
export function receiveDeliveries(state: EnterpriseState, inbox: Inbox): void {
  const { arrivedYuan, onOrderYuan, orderedYuan, part } = state;
  inbox.scatter('deliveries', 0, arrivedYuan);
  if (state.supplierCapacityRatio.length > 0) inbox.scatter('deliveries', 1, state.supplierCapacityRatio);
  addArrivals(state);
  if (part.chain.rules.unmetOrders === 'lapse') onOrderYuan.set(orderedYuan);
}

function addArrivals({ stockYuan, onOrderYuan, arrivedYuan, classStockYuan, part }: EnterpriseState): void {
  const { starts, count } = part.segments;
  for (let s = 0; s < count; s++) {
    const end = starts[s + 1];
    let classStock = 0;
    for (let slot = starts[s]; slot < end; slot++) {
      const arrived = arrivedYuan[slot];
      const stock = stockYuan[slot] + arrived;
      const open = onOrderYuan[slot] - arrived;
      stockYuan[slot] = stock;
      // A factor and not a branch, for a processor cannot foresee it; + 0 because -0 is never to be.
      onOrderYuan[slot] = open * Number(open > 0) + 0;
      classStock += stock;
    }
    classStockYuan[s] = classStock;
  }
}

/** Takes in customers' orders. */
export function receiveOrders({ newOrdersYuan }: EnterpriseState, inbox: Inbox): void {
  inbox.scatter('orders', 0, newOrdersYuan);
}

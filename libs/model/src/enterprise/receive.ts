// Receive: S_l += arrived; the position's open part shrinks by as much. Orders join the book: B_l += O_l; under
// `lapse` the book is today's orders alone, and what did not come next day is known to be refused.
import type { Inbox } from '#libs/kernel';
import type { EnterpriseState } from './state';

/** Takes in deliveries and sums each class's stock on hand (`classStockYuan`). */
export function receiveDeliveries(state: EnterpriseState, inbox: Inbox): void {
  const { arrivedYuan, stockYuan, onOrderYuan, orderedYuan, part } = state;
  inbox.scatter('deliveries', 0, arrivedYuan);
  if (state.supplierCapacityRatio.length > 0) inbox.scatter('deliveries', 1, state.supplierCapacityRatio);
  addArrivals(stockYuan, onOrderYuan, arrivedYuan);
  if (part.chain.rules.unmetOrders === 'lapse') onOrderYuan.set(orderedYuan);
}

function addArrivals(stock: Float64Array, onOrder: Float64Array, arrived: Float64Array): void {
  for (let slot = 0; slot < stock.length; slot++) {
    stock[slot] += arrived[slot];
    const open = onOrder[slot] - arrived[slot];
    onOrder[slot] = open > 0 ? open : 0;
  }
}

/** Takes customers' orders into the book. */
export function receiveOrders(state: EnterpriseState, inbox: Inbox): void {
  const { newOrdersYuan, orderBookYuan, part } = state;
  inbox.scatter('orders', 0, newOrdersYuan);
  if (part.chain.rules.unmetOrders === 'lapse') orderBookYuan.set(newOrdersYuan);
  else addTo(orderBookYuan, newOrdersYuan);
}

function addTo(book: Float64Array, orders: Float64Array): void {
  for (let slot = 0; slot < book.length; slot++) book[slot] += orders[slot];
}

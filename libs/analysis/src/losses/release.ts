// What suppliers ship, by arrival group of the buyer. Per link, with k what the supplier kept of it, before and after:
// ship: (O_l - a, w_O), (k before, w_U of yesterday), (-k after, w_U of today). A group takes the mean of its links',
// weighed by their deviations. Direct links: shipped is released.
import type { Books } from './books';

export function shipGoods(books: Books): void {
  const { count } = books.layout.groups;
  for (let group = 0; group < count; group++) {
    books.observer?.turnTo('shipment', group);
    shipGroup(books, group);
  }
}

function shipGroup({ layout, chain, flows, ledger, carriers, blend }: Books, group: number): void {
  const { links, starts, segment } = layout.groups;
  const { ofLink: slotOf } = layout.slots;
  const { flowYuan, supplier } = chain.links;
  const { shippedYuan, orderedBefore } = flows;
  const { keptBefore } = ledger;
  const { unmet, unmetBefore, arrivals } = carriers;
  const { touched } = carriers.compositions;
  const orders = carriers.orderedBefore + segment[group];
  const ofOrders = touched[orders];
  let all = 0;
  let up = 0;
  let down = 0;
  const end = starts[group + 1];
  for (let at = starts[group]; at < end; at++) {
    const link = links[at];
    const off = shippedYuan[link] - flowYuan[link];
    all += off;
    if (off === 0) continue;
    const j = supplier[link];
    const order = orderedBefore[link] - flowYuan[link];
    const before = keptBefore[slotOf[link]];
    const isUp = off > 0;
    const after = order + before - off;
    const p = ofOrders && order > 0 === isUp ? Math.abs(order) : 0;
    const q = isUp ? touched[unmetBefore + j] * before : touched[unmet + j] * Math.max(0, after);
    if (!(p + q > 0)) continue;
    const scale = off / (p + q);
    if (isUp) up += p * scale;
    else down += p * scale;
    if (q > 0) blend.add(q * scale, (isUp ? unmetBefore : unmet) + j);
  }
  blend.add(up, orders);
  blend.add(down, orders);
  blend.into(arrivals.shippedRow[group]);
  arrivals.shippedOff[group] = all;
}

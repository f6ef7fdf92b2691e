// Receive. S: (S_l - n a, w_S), (arrived - a, w of the release). Stock is kept per segment, arrivals per group: a group by
// road whose goods are late or early because of a checkpoint has that difference as a part of its own, transport.
// Under `lapse` what did not come is known to be refused: (-short, w_U of the supplier), booked with the position (order.ts).
import type { Books } from './books';

export function receiveGoods(books: Books, i: number): void {
  const { segmentStarts } = books.layout;
  for (let s = segmentStarts[i]; s < segmentStarts[i + 1]; s++) receiveSegment(books, s);
}

function receiveSegment(books: Books, s: number): void {
  const { layout, ledger, flows, blend, carriers, chain } = books;
  const { segments } = layout;
  const { corridor } = chain.links;
  const { stockYuan, onOrderYuan, lapsedYuan, classStockYuan } = ledger;
  const { shippedBefore, releasedBefore, orderedBefore } = flows;
  const lapses = lapsedYuan.length > 0;
  let before = 0;
  let classStock = 0;
  for (let link = segments.starts[s]; link < segments.starts[s + 1]; link++) {
    const arrived = corridor[link] < 0 ? shippedBefore[link] : releasedBefore[link];
    before += stockYuan[link];
    const stock = stockYuan[link] + arrived;
    const open = onOrderYuan[link] - arrived;
    stockYuan[link] = stock;
    onOrderYuan[link] = open > 0 ? open : 0;
    classStock += stock;
    if (!lapses) continue;
    lapsedYuan[link] = onOrderYuan[link] - orderedBefore[link];
    onOrderYuan[link] = orderedBefore[link];
  }
  classStockYuan[s] = classStock;
  blend.add(before - segments.baseStock[s], carriers.stock + s);
  for (let group = segments.groupStarts[s]; group < segments.groupStarts[s + 1]; group++) addArrival(books, group);
  blend.into(carriers.stock + s);
}

function addArrival({ layout, carriers, blend, chain, flows, day }: Books, group: number): void {
  const { travelDays, links, starts } = layout.groups;
  const { arrivals } = carriers;
  if (travelDays[group] < 0) {
    blend.add(arrivals.shippedOff[group], arrivals.shippedRow[group]);
    return;
  }
  const at = arrivals.at(group, day - 1 - travelDays[group]);
  blend.add(arrivals.releasedOff[at], arrivals.releasedRow[at]);
  if (!arrivals.isDelayed(day - 1) || arrivals.releasedTotal[at] < 0) return;
  let arrived = 0;
  let isLate = false;
  for (let slot = starts[group]; slot < starts[group + 1]; slot++) {
    arrived += flows.releasedBefore[links[slot]];
    if (arrivals.isDelayedOn(chain.links.corridor[links[slot]], day - 1)) isLate = true;
  }
  if (isLate) blend.add(arrived - arrivals.releasedTotal[at], carriers.transport);
}

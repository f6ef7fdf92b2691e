// The dock of a corridor, in tonnes: W waits and comes in, V leaves, V0 is what can leave at base. If W > V, held:
// (max(0, W - max(V, V0)), blend of all (Q_l, w_Q) and (ship_l - a, w_ship)), (max(0, min(W, V0) - V), transport).
// Release of a group, per link: (Q_l, w_Q of yesterday), (ship_l - a, w_ship), (-held_l, w_Q of today).
// A checkpoint's delay is noted beside it: goods that are late on arrival are transport's (receive.ts).
import type { Levers } from '#libs/model';
import type { Books } from './books';

export function moveGoods(books: Books, levers: Levers): void {
  const { chain, docks, flows, carriers, roads } = books;
  const { isControlled, hasGreenChannel } = levers.corridors;
  let anyBusy = 0;
  for (let corridor = 0; corridor < roads.length; corridor++) {
    docks.day(corridor, flows.shippedBefore, roads[corridor]);
    anyBusy |= docks.isBusy[corridor];
    const isHeldUp = isControlled[corridor] > 0 && hasGreenChannel[corridor] === 0;
    if (isHeldUp && chain.corridors.checkpointDays[corridor] > 0) carriers.arrivals.delay(corridor, books.day);
    carriers.compositions.touched[carriers.waiting + corridor] = 0;
    books.observer?.turnTo('dock', corridor);
    if (docks.isBusy[corridor]) blendDock(books, corridor);
  }
  releaseAll(books, anyBusy > 0);
}

/** Where nothing waits, what came in leaves. */
function releaseAll(books: Books, anyBusy: boolean): void {
  const { layout, carriers, docks, chain, day, flows } = books;
  const { count, travelDays, links, starts } = layout.groups;
  const { arrivals } = carriers;
  const isDelayed = arrivals.isDelayed(day);
  for (let group = 0; group < count; group++) {
    if (travelDays[group] < 0) continue;
    let isBusy = 0;
    let total = 0;
    if (anyBusy || isDelayed) {
      for (let slot = starts[group]; slot < starts[group + 1]; slot++) {
        isBusy |= docks.isBusy[chain.links.corridor[links[slot]]];
        total += flows.shippedBefore[links[slot]];
      }
    }
    if (isBusy) {
      books.observer?.turnTo('release', group);
      releaseGroup(books, group);
    } else {
      arrivals.passOn(group, day);
      if (isDelayed) arrivals.releasedTotal[arrivals.at(group, day)] = total;
    }
  }
}

function blendDock(books: Books, corridor: number): void {
  const { docks, blend, carriers } = books;
  const asked = docks.askedTonnes[corridor];
  const capacity = docks.capacityTonnes[corridor];
  const base = docks.baseTonnes[corridor];
  if (asked <= capacity) return;
  const missing = Math.max(0, Math.min(asked, base) - capacity);
  if (missing > 0 && carriers.transport < 0)
    throw new Error(`${books.chain.corridors.ids[corridor]} holds goods up, unforeseen by the scenario`);
  const crowding = asked - Math.max(capacity, base);
  if (crowding > 0) {
    blendCrowd(books, corridor);
    blend.add(crowding, books.turn.crowd);
  }
  if (missing > 0) blend.add(missing, carriers.transport);
  blend.into(carriers.waiting + corridor);
}

/** Whose it is that more comes to a dock than at base. */
function blendCrowd({ layout, docks, blend, carriers, flows, chain, turn }: Books, corridor: number): void {
  const { links, starts } = layout.docks;
  const { shippedRow } = carriers.arrivals;
  let waited = 0;
  for (let at = starts[corridor]; at < starts[corridor + 1]; at++) {
    const link = links[at];
    const tonnes = docks.tonnesPerYuan[link];
    waited += docks.waitingBefore[link] * tonnes;
    const off = (flows.shippedBefore[link] - chain.links.flowYuan[link]) * tonnes;
    blend.add(off, shippedRow[layout.groups.ofLink[link]]);
  }
  blend.add(waited, carriers.waitingBefore + corridor);
  turn.crowd = blend.show(carriers.scratch.crowd);
}

function releaseGroup({ layout, docks, blend, carriers, flows, chain, day }: Books, group: number): void {
  const { links, starts } = layout.groups;
  const { flowYuan, corridor } = chain.links;
  const { arrivals, waiting, waitingBefore } = carriers;
  const { touched } = carriers.compositions;
  const shippedRow = arrivals.shippedRow[group];
  const ofShipped = touched[shippedRow];
  let all = 0;
  let total = 0;
  let up = 0;
  let down = 0;
  for (let slot = starts[group]; slot < starts[group + 1]; slot++) {
    const link = links[slot];
    const c = corridor[link];
    const isBusy = docks.isBusy[c];
    const leaving = isBusy ? docks.leavingYuan[link] : flows.shippedBefore[link];
    const off = leaving - flowYuan[link];
    const shipped = ofShipped * (flows.shippedBefore[link] - flowYuan[link]);
    all += off;
    total += leaving;
    if (off === 0) continue;
    const isUp = off > 0;
    const p = shipped > 0 === isUp ? Math.abs(shipped) : 0;
    const q =
      isBusy *
      (isUp ? touched[waitingBefore + c] * docks.waitingBefore[link] : touched[waiting + c] * docks.waitingYuan[link]);
    if (!(p + q > 0)) continue;
    const scale = off / (p + q);
    if (isUp) up += p * scale;
    else down += p * scale;
    if (q > 0) blend.add(q * scale, (isUp ? waitingBefore : waiting) + c);
  }
  blend.add(up, shippedRow);
  blend.add(down, shippedRow);
  const at = arrivals.at(group, day);
  blend.afresh(arrivals.releasedRow[at]);
  arrivals.releasedOff[at] = all;
  arrivals.releasedTotal[at] = total;
}

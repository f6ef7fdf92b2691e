// Puts a draft into the chain's canonical order and derives the baseline: enterprises by (stage, sector, zone, id),
// links by (buyer, class, supplier); P0_i = C_i + what customers take, added up in link order.
import { excess, pick, pickInt, plus, Random, times } from '#libs/kernel';
import { InputError } from '#libs/messages';
import { STREAMS, type Chain, type Enterprises, type Links } from '#libs/model';
import type { ChainDraft } from './draft';
import { sortedGates, sortedWorkers } from './sort-support';

const STAGE_RANK = { plants: 0, markets: 1, exporters: 2 } as const;

/**
 * The chain of a draft.
 * @throws InputError SCN_NO_OUTPUT when an enterprise has neither customers nor final demand
 */
export function assembleChain(draft: ChainDraft): Chain {
  const order = orderOfEnterprises(draft);
  const rank = new Int32Array(order.length);
  for (let position = 0; position < order.length; position++) rank[order[position]] = position;
  const links = sortedLinks(draft, rank);
  refuseMixedCover(draft, links, order);
  const enterprises = sortedEnterprises(draft, order, links);
  return {
    horizonDays: draft.horizonDays,
    rules: draft.rules,
    sectors: draft.sectors,
    classes: draft.classes,
    zones: draft.zones,
    parks: draft.parks,
    enterprises,
    linkKinds: draft.linkKinds,
    links,
    corridors: corridorsOf(draft, links),
    roadFloors: draft.roadFloors,
    hasOpeningDay: draft.hasOpeningDay,
    offlineTurnoverYuan: draft.offlineShare * shopTurnover(enterprises),
    exporterTerms: draft.exporterTerms,
    workers: draft.workers && sortedWorkers(draft.workers, order),
    gates: draft.gates && sortedGates(draft.gates, order),
    masks: draft.masks,
    risk: draft.risk,
  };
}

function orderOfEnterprises({ enterprises, sectors, zones }: ChainDraft): Int32Array {
  const { ids, sector, zone } = enterprises;
  const key = new Float64Array(ids.length);
  const order = new Int32Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    key[row] = (STAGE_RANK[sectors[sector[row]].stage] * sectors.length + sector[row]) * zones.length + zone[row];
    order[row] = row;
  }
  return order.sort((a, b) => key[a] - key[b] || (ids[a] < ids[b] ? -1 : 1));
}

/**
 * Use takes from every supplier's stock of a class in proportion, so covers that differ inside one (buyer, class) have no
 * equilibrium: flows would drift from the baseline without any shock.
 */
function refuseMixedCover({ linkKinds, enterprises, classes }: ChainDraft, links: Links, order: Int32Array): void {
  const { buyer, productClass, kind } = links;
  const coverDays = Float64Array.from(linkKinds, (one) => one.coverDays);
  for (let link = 1; link < links.count; link++) {
    if (buyer[link] !== buyer[link - 1] || productClass[link] !== productClass[link - 1]) continue;
    if (coverDays[kind[link]] === coverDays[kind[link - 1]]) continue;
    throw new InputError({
      code: 'SCN_MIXED_COVER',
      path: enterprises.ids[order[buyer[link]]],
      reason: `it buys ${classes[productClass[link]].id} with ${coverDays[kind[link - 1]]} days of cover from one supplier and ${coverDays[kind[link]]} from another.`,
      mend: 'Give one coverDays for all suppliers of a product.',
    });
  }
}

/** Three stable counting sorts: by supplier, by class, by buyer. */
function sortedLinks({ links, sectors, enterprises }: ChainDraft, rank: Int32Array): Links {
  const count = links.supplier.length;
  const supplier = pickInt(links.supplier, rank);
  const buyer = pickInt(links.buyer, rank);
  const productOf = Int32Array.from(sectors, ({ product }) => product);
  const productClass = pickInt(pickInt(links.supplier, enterprises.sector), productOf);
  const classes = 1 + sectors.reduce((most, sector) => Math.max(most, sector.product), 0);
  let order = countingSort(undefined, supplier, rank.length);
  order = countingSort(order, productClass, classes);
  order = countingSort(order, buyer, rank.length);
  const flowYuan = pick(order, links.flowYuan);
  const bookYuan = pick(order, links.initialBookDays);
  for (let link = 0; link < count; link++) bookYuan[link] *= flowYuan[link];
  return {
    count,
    supplier: pickInt(order, supplier),
    buyer: pickInt(order, buyer),
    productClass: pickInt(order, productClass),
    flowYuan,
    kind: new Uint16Array(pickInt(order, links.kind)),
    corridor: pickInt(order, links.corridor),
    initialStockYuan: pick(order, links.initialStockRatio),
    initialBookYuan: bookYuan,
    initialPipelineRatio: pick(order, links.initialPipelineRatio),
  };
}

/** Stable. @param order links in the order so far; as they are drafted when there is none */
function countingSort(order: Int32Array | undefined, keys: Int32Array, keyCount: number): Int32Array {
  const next = new Int32Array(keyCount + 1);
  for (let link = 0; link < keys.length; link++) next[keys[link] + 1]++;
  for (let key = 0; key < keyCount; key++) next[key + 1] += next[key];
  const sorted = new Int32Array(keys.length);
  for (let i = 0; i < keys.length; i++) {
    const link = order ? order[i] : i;
    sorted[next[keys[link]]++] = link;
  }
  return sorted;
}

function sortedEnterprises(draft: ChainDraft, order: Int32Array, links: Links): Enterprises {
  const { enterprises: rows, sectors, seed, linkKinds } = draft;
  const count = order.length;
  const ids = pickIds(order, rows.ids);
  const sector = pickInt(order, rows.sector);
  const finalDemandYuan = pick(order, rows.finalDemandYuan);
  const sold = new Float64Array(count);
  const bought = new Float64Array(count);
  addUp(links, sold, bought);
  fillStocks(
    links,
    Float64Array.from(linkKinds, ({ coverDays }) => coverDays),
  );
  const baseOutputYuan = plus(finalDemandYuan, sold);
  const idle = firstIdle(baseOutputYuan);
  if (idle >= 0) throw noOutput(ids[idle]);
  const finishedDays = pick(order, rows.finishedDays);
  const rankOf = Int32Array.from(sectors, ({ stage }) => STAGE_RANK[stage]);
  return {
    count,
    ids,
    stageStarts: { plants: 0, markets: firstOf(1, sector, rankOf), exporters: firstOf(2, sector, rankOf) },
    sector,
    zone: pickInt(order, rows.zone),
    park: pickInt(order, rows.park),
    isNotable: new Uint8Array(pickInt(order, rows.isNotable)),
    baseOutputYuan,
    finalDemandYuan,
    valueAddedYuan: excess(baseOutputYuan, bought),
    spareRatio: pick(order, rows.spareRatio),
    finishedDays,
    gateDraw: gateDraws(count, new Random(seed)),
    initialFinishedYuan: times(times(pick(order, rows.initialFinishedRatio), finishedDays), baseOutputYuan),
    initialBacklogYuan: times(pick(order, rows.initialBacklogDays), finalDemandYuan),
    capacityGroup: pickInt(order, rows.capacityGroup),
    gateGroup: pickInt(order, rows.gateGroup),
    utilityGroup: pickInt(order, rows.utilityGroup),
    demandGroup: pickInt(order, rows.demandGroup),
    finishedGroup: pickInt(order, rows.finishedGroup),
  };
}

function pickIds(order: Int32Array, ids: readonly string[]): string[] {
  const picked: string[] = [];
  for (let i = 0; i < order.length; i++) picked.push(ids[order[i]]);
  return picked;
}

/** What is sold and bought a day, by enterprise. */
function addUp({ count, supplier, buyer, flowYuan }: Links, sold: Float64Array, bought: Float64Array): void {
  for (let link = 0; link < count; link++) {
    sold[supplier[link]] += flowYuan[link];
    bought[buyer[link]] += flowYuan[link];
  }
}

/** Stocks on the eve, from shares of their cover to yuan. */
function fillStocks({ count, kind, flowYuan, initialStockYuan }: Links, coverDays: Float64Array): void {
  for (let link = 0; link < count; link++) initialStockYuan[link] *= coverDays[kind[link]] * flowYuan[link];
}

function firstIdle(outputYuan: Float64Array): number {
  for (let i = 0; i < outputYuan.length; i++) if (!(outputYuan[i] > 0)) return i;
  return -1;
}

/** First enterprise of a stage or of a later one. */
function firstOf(stage: number, sector: Int32Array, rankOf: Int32Array): number {
  let i = 0;
  while (i < sector.length && rankOf[sector[i]] < stage) i++;
  return i;
}

function gateDraws(count: number, random: Random): Float64Array {
  const draws = new Float64Array(count);
  for (let i = 0; i < count; i++) draws[i] = random.uniform(STREAMS.gate, i);
  return draws;
}

function noOutput(id: string): InputError {
  return new InputError({
    code: 'SCN_NO_OUTPUT',
    path: id,
    reason: 'the enterprise has neither customers nor final demand, so its base output is 0.',
    mend: 'Give it a link to a buyer or a final demand above 0.',
  });
}

function corridorsOf({ corridors, classes }: ChainDraft, links: Links): Chain['corridors'] {
  const baseTonnes = new Float64Array(corridors.length);
  for (let link = 0; link < links.count; link++) {
    if (links.corridor[link] < 0) continue;
    baseTonnes[links.corridor[link]] += links.flowYuan[link] * classes[links.productClass[link]].tonnesPerYuan;
  }
  return {
    ids: corridors.map(({ id }) => id),
    capacityTonnes: Float64Array.from(corridors, ({ capacity }, c) =>
      'tonnes' in capacity ? capacity.tonnes : capacity.timesBase * baseTonnes[c],
    ),
    freeShare: Float64Array.from(corridors, ({ freeShare }) => freeShare),
    tonnesPerPass: Float64Array.from(corridors, ({ tonnesPerPass }) => tonnesPerPass),
    checkpointDays: Int32Array.from(corridors, ({ checkpointDays }) => checkpointDays),
    officeDays: Int32Array.from(corridors, ({ officeDays }) => officeDays ?? 0),
    road: corridors.map(({ id, road }) => road ?? id),
  };
}

function shopTurnover({ stageStarts, baseOutputYuan }: Enterprises): number {
  let turnover = 0;
  for (let i = stageStarts.markets; i < stageStarts.exporters; i++) turnover += baseOutputYuan[i];
  return turnover;
}

// Docks derived again from consignments, to the last bit: what waits and what leaves today.
import { MAX_PRIORITIES, REMAINDER_RATIO, shareByPriority, type Chain } from '#libs/model';
import type { Layout } from './layout';

/** What a corridor reports. */
export interface RoadReport {
  /** 0 where it is boundless. */
  readonly capacityTonnes: number;
  readonly movedTonnes: number;
  readonly waitingTonnes: number;
}

export class DockLedger {
  /** Per link by road: waiting before and after today, leaving today; only on corridors where something waits. */
  readonly waitingBefore: Float64Array;
  readonly waitingYuan: Float64Array;
  readonly leavingYuan: Float64Array;
  readonly tonnesPerYuan: Float64Array;
  /** Per corridor: 1 where something waited this morning or waits tonight; elsewhere what comes in leaves. */
  readonly isBusy: Uint8Array;
  /** Tonnes: waiting and consigned this morning, capacity of today, base capacity. */
  readonly askedTonnes: Float64Array;
  readonly capacityTonnes: Float64Array;
  readonly baseTonnes: Float64Array;
  readonly #isWaiting: Uint8Array;
  readonly #priority: Uint8Array;
  readonly #leadDays: Uint8Array;
  readonly #asked = new Float64Array(MAX_PRIORITIES);
  readonly #granted = new Float64Array(MAX_PRIORITIES);

  constructor(
    private readonly chain: Chain,
    private readonly layout: Layout,
  ) {
    const { links, linkKinds, classes, corridors } = chain;
    this.waitingBefore = new Float64Array(links.count);
    this.waitingYuan = new Float64Array(links.count);
    this.leavingYuan = new Float64Array(links.count);
    this.tonnesPerYuan = Float64Array.from(links.productClass, (product) => classes[product].tonnesPerYuan);
    this.isBusy = new Uint8Array(corridors.ids.length);
    this.#isWaiting = new Uint8Array(corridors.ids.length);
    this.#priority = Uint8Array.from(links.kind, (kind) => linkKinds[kind].priority);
    this.#leadDays = Uint8Array.from(links.kind, (kind) => linkKinds[kind].leadDays);
    this.askedTonnes = new Float64Array(corridors.ids.length);
    this.capacityTonnes = new Float64Array(corridors.ids.length);
    this.baseTonnes = new Float64Array(corridors.ids.length);
    for (let link = 0; link < links.count; link++) {
      const corridor = links.corridor[link];
      if (corridor >= 0) this.baseTonnes[corridor] += links.flowYuan[link] * this.tonnesPerYuan[link];
    }
    // What carriers can do at base, and at least the base flow: a road that is always too short is transport, too.
    for (let c = 0; c < this.baseTonnes.length; c++)
      this.baseTonnes[c] = Math.max(this.baseTonnes[c], corridors.capacityTonnes[c]);
  }

  /** A day of one corridor. */
  day(corridor: number, shippedBefore: Float64Array, report: RoadReport): void {
    const waits = report.waitingTonnes > 0 ? 1 : 0;
    const isBusy = this.#isWaiting[corridor] + waits > 0;
    this.isBusy[corridor] = isBusy ? 1 : 0;
    this.#isWaiting[corridor] = waits;
    if (!isBusy) return;
    const total = this.#receive(corridor, shippedBefore);
    const isBoundless = report.capacityTonnes === 0 && report.movedTonnes > 0;
    const capacity = isBoundless ? Infinity : report.capacityTonnes;
    this.askedTonnes[corridor] = total;
    this.capacityTonnes[corridor] = capacity;
    this.#granted.fill(1);
    if (total > capacity) {
      shareByPriority(capacity, this.#asked, this.chain.roadFloors, this.#granted);
      for (let c = 0; c < MAX_PRIORITIES; c++)
        this.#granted[c] = this.#asked[c] > 0 ? this.#granted[c] / this.#asked[c] : 0;
    }
    this.#release(corridor);
  }

  #receive(corridor: number, shippedBefore: Float64Array): number {
    const { waitingBefore, waitingYuan } = this;
    const { links, starts } = this.layout.docks;
    const asked = this.#asked;
    asked.fill(0);
    let yuan = 0;
    const end = starts[corridor + 1];
    for (let at = starts[corridor]; at < end; at++) {
      const link = links[at];
      waitingBefore[link] = waitingYuan[link];
      const waiting = waitingYuan[link] + shippedBefore[link];
      waitingYuan[link] = waiting;
      yuan += waiting;
      if (at + 1 < end && this.#isOneRun(link, links[at + 1])) continue;
      asked[this.#priority[link]] += yuan * this.tonnesPerYuan[link];
      yuan = 0;
    }
    let total = 0;
    for (let c = 0; c < MAX_PRIORITIES; c++) total += asked[c];
    return total;
  }

  /** Whether neighbours on a dock are added up in yuan before they are weighed, as the model does (logistics/runs.ts). */
  #isOneRun(link: number, next: number): boolean {
    return (
      this.#priority[link] === this.#priority[next] &&
      this.tonnesPerYuan[link] === this.tonnesPerYuan[next] &&
      this.#leadDays[link] === this.#leadDays[next]
    );
  }

  #release(corridor: number): void {
    const { waitingYuan, leavingYuan } = this;
    const { links, starts } = this.layout.docks;
    const { flowYuan } = this.chain.links;
    for (let at = starts[corridor]; at < starts[corridor + 1]; at++) {
      const link = links[at];
      const waiting = waitingYuan[link];
      const rest = waiting - waiting * this.#granted[this.#priority[link]];
      const stays = rest > REMAINDER_RATIO * flowYuan[link] ? rest : 0;
      leavingYuan[link] = waiting - stays;
      waitingYuan[link] = stays;
    }
  }
}

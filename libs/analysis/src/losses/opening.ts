// A start that is not the baseline: each departure is its owner's `initial`. Stock and pipeline are the buyer's, book,
// contracts and finished stock the supplier's.
import type { Chain } from '#libs/model';
import type { Carriers } from './carriers';
import type { RootCauses } from './causes';
import type { FlowBoard } from './flow-board';
import type { Layout } from './layout';
import type { Ledger } from './ledger';

export class Opening {
  constructor(
    private readonly chain: Chain,
    private readonly layout: Layout,
    private readonly causes: RootCauses,
    private readonly carriers: Carriers,
  ) {}

  /** Fills the table from the books of the eve. */
  fill(ledger: Ledger, flows: FlowBoard): void {
    const { enterprises } = this.chain;
    const { finishedDays, baseOutputYuan, sector } = enterprises;
    for (let i = 0; i < enterprises.count; i++) {
      if (ledger.finishedYuan[i] !== finishedDays[i] * baseOutputYuan[i])
        this.#touch(this.carriers.finished + i, sector[i]);
      if (ledger.backlogBefore[i] > 0) this.#touch(this.carriers.unmet + i, sector[i]);
    }
    for (let s = 0; s < this.layout.segments.count; s++) this.#openSegment(s, ledger);
    for (let group = 0; group < this.layout.groups.count; group++) this.#openGroup(group, flows);
  }

  #openSegment(s: number, ledger: Ledger): void {
    const { links, linkKinds, enterprises } = this.chain;
    const { carriers } = this;
    const { starts } = this.layout.segments;
    const own = enterprises.sector[links.buyer[starts[s]]];
    const owed = new Map<number, number>();
    const weigh = (yuan: number, sector: number): void => {
      if (yuan !== 0) owed.set(sector, (owed.get(sector) ?? 0) + Math.abs(yuan));
    };
    for (let link = starts[s]; link < starts[s + 1]; link++) {
      const a = links.flowYuan[link];
      const kind = linkKinds[links.kind[link]];
      const stockOff = ledger.stockYuan[link] - kind.coverDays * a;
      const pipelineOff = (links.initialPipelineRatio[link] - 1) * a;
      const book = links.initialBookYuan[link];
      const supplier = links.supplier[link];
      if (stockOff !== 0) this.#touch(carriers.stock + s, own);
      if (pipelineOff !== 0) this.#touch(carriers.ordered + s, own);
      if (book > 0) this.#touch(carriers.unmet + supplier, enterprises.sector[supplier]);
      weigh(stockOff, own);
      weigh(pipelineOff * (kind.pipelineDays + 1), own);
      weigh(book, enterprises.sector[supplier]);
    }
    const size = [...owed.values()].reduce((sum, yuan) => sum + yuan, 0);
    for (const [sector, yuan] of owed) this.#touch(carriers.position + s, sector, yuan / size);
  }

  #openGroup(group: number, flows: FlowBoard): void {
    const { links: all, enterprises } = this.chain;
    const { links, starts } = this.layout.groups;
    const { arrivals } = this.carriers;
    let off = 0;
    let total = 0;
    let departs = false;
    for (let at = starts[group]; at < starts[group + 1]; at++) {
      const yuan = flows.shippedYuan[links[at]];
      off += yuan - all.flowYuan[links[at]];
      total += yuan;
      if (yuan !== all.flowYuan[links[at]]) departs = true;
    }
    const sector = enterprises.sector[all.buyer[links[starts[group]]]];
    arrivals.shippedOff[group] = off;
    if (departs) this.#touch(arrivals.shippedRow[group], sector);
    for (let day = 1; day <= arrivals.ringDays; day++) {
      const at = arrivals.at(group, -day);
      arrivals.releasedOff[at] = off;
      arrivals.releasedTotal[at] = total;
      if (departs) this.#touch(arrivals.releasedRow[at], sector);
    }
  }

  #touch(row: number, sector: number, share = 1): void {
    const { carriers } = this;
    const number = this.causes.number('initial', sector);
    if (number < 0)
      throw new Error(`the start of ${this.chain.sectors[sector].id} departs from the baseline, unforeseen`);
    carriers.compositions.note(row, carriers.terminal + number, share);
  }
}

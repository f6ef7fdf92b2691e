// What stages do not send: stocks, positions, order books, finished stock, smoothed demand and overtime, derived again from
// frames to the last bit (mirror.spec.ts compares them with the stages' own columns).
import type { Chain } from '#libs/model';
import type { Layout } from './layout';

export class Ledger {
  // Per link.
  readonly stockYuan: Float64Array;
  readonly onOrderYuan: Float64Array;
  /** Under `lapse`: what buyers learn today that they will not get. */
  readonly lapsedYuan: Float64Array;

  // Per slot.
  /** Order book; at a shop also what it has not taken, in a column of its own. */
  readonly bookYuan: Float64Array;
  readonly untakenYuan: Float64Array;
  /** Orders that a shop has taken today. */
  readonly newOrdersYuan: Float64Array;
  /** Book and untaken orders at the start of today and at its end. */
  readonly keptBefore: Float64Array;
  readonly keptYuan: Float64Array;

  // Per enterprise.
  readonly finishedYuan: Float64Array;
  readonly smoothedYuan: Float64Array;
  readonly overtimeRatio: Float64Array;
  readonly outputBefore: Float64Array;
  readonly backlogBefore: Float64Array;

  /** Per segment: stock of the class after today's deliveries. */
  readonly classStockYuan: Float64Array;

  /** Opens on the eve, like `openEnterprises` of the model. */
  constructor(chain: Chain, { slots, segments }: Layout) {
    const { links, linkKinds, enterprises, rules } = chain;
    this.stockYuan = links.initialStockYuan.slice();
    this.onOrderYuan = new Float64Array(links.count);
    this.lapsedYuan = new Float64Array(rules.unmetOrders === 'lapse' ? links.count : 0);
    for (let link = 0; link < links.count; link++) {
      const underWay = links.initialPipelineRatio[link] * links.flowYuan[link];
      const days = linkKinds[links.kind[link]].pipelineDays + 1;
      this.onOrderYuan[link] = days * underWay + links.initialBookYuan[link];
    }
    this.bookYuan = new Float64Array(links.count);
    for (let slot = 0; slot < links.count; slot++) this.bookYuan[slot] = links.initialBookYuan[slots.links[slot]];
    this.untakenYuan = new Float64Array(links.count);
    this.newOrdersYuan = new Float64Array(links.count);
    this.keptBefore = new Float64Array(links.count);
    this.keptYuan = this.bookYuan.slice();
    this.finishedYuan = enterprises.initialFinishedYuan.slice();
    this.smoothedYuan = enterprises.baseOutputYuan.slice();
    this.overtimeRatio = new Float64Array(enterprises.count).fill(1);
    this.outputBefore = enterprises.baseOutputYuan.slice();
    this.backlogBefore = enterprises.initialBacklogYuan.slice();
    this.classStockYuan = new Float64Array(segments.count);
  }
}

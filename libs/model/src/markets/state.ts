// Shops: an enterprise's columns, whether the shop has ever opened, and the orders that have reached it and are not taken
// yet, per supply slot.
import type { ColumnBlock, StageState } from '#libs/kernel';
import { EnterpriseState } from '../enterprise/state';
import type { EnterprisePart } from '../part';

export class MarketState implements StageState {
  readonly shops: EnterpriseState;
  readonly block: ColumnBlock;
  readonly untakenYuan: Float64Array;
  /** 1 from the day on which the shop opens; `isOpen` also minds whether its hall is closed. */
  readonly hasOpened: Float64Array;
  /** Turnover: orders taken today, domestic buyers included, per shop. */
  readonly takenYuan: Float64Array;
  /** Scratch: orders that wait to be taken; share of them that is taken today. */
  readonly askedYuan: Float64Array;
  readonly takenRatio: Float64Array;

  constructor(part: EnterprisePart) {
    this.shops = new EnterpriseState(part, {
      keepsContracts: false,
      extra: [
        { name: 'untakenYuan', role: 'state', axis: part.supplies.axis },
        { name: 'hasOpened', role: 'state', axis: part.enterprises },
        { name: 'takenYuan', role: 'report', axis: part.enterprises },
      ],
    });
    this.block = this.shops.block;
    this.untakenYuan = this.block.column('untakenYuan');
    this.hasOpened = this.block.column('hasOpened');
    this.takenYuan = this.block.column('takenYuan');
    this.askedYuan = new Float64Array(part.enterprises.length);
    this.takenRatio = new Float64Array(part.enterprises.length);
  }
}

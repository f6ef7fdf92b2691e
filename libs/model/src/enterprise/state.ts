// The columns of a stage of enterprises. One class for plants, markets and exporters, so that every mechanism sees one
// shape of object. `state`, `flow` and `report` columns lie in the block; the rest is scratch of the day.
import { ColumnBlock, type ColumnRole, type ColumnSpec, type StageState } from '#libs/kernel';
import { carriesCapacity } from '../routes';
import type { Chain } from '../chain';
import type { EnterprisePart, EnterpriseStage } from '../part';
import { isServed } from '../support/client-routes';
import { ServedColumns, servedReports, servedSpecs } from './served';

/** What enterprises report each day, in this order: the columns of the reports frame. */
export const ENTERPRISE_REPORTS = [
  'outputYuan',
  'wantedYuan',
  'demandYuan',
  'capacityYuan',
  'inputLimitYuan',
  'bound',
  'isOpen',
  'finalDemandYuan',
  'finalServedYuan',
] as const;

/** Columns of the reports frame of a stage. */
export function reportsOf(chain: Chain, stage: EnterpriseStage): string[] {
  return [...ENTERPRISE_REPORTS, ...servedReports(chain, stage)];
}

/** What orders are made from: in the two-day rhythm, the numbers of the day before. */
const ORDERED_FROM: readonly string[] = ['outputYuan', 'wantedYuan', 'capacityYuan', 'isOpen'];

/** A report is a state where the next day's rules read it, and a flow where the service desk does. */
function reportRole({ chain, stage }: EnterprisePart, name: string): ColumnRole {
  const { rhythm, overtime } = chain.rules;
  if (rhythm === 'two-day' && ORDERED_FROM.includes(name)) return 'state';
  if (name !== 'outputYuan') return 'report';
  if (overtime.rule === 'ario') return 'state';
  return isServed(chain, stage) ? 'flow' : 'report';
}

export class EnterpriseState implements StageState {
  readonly block: ColumnBlock;

  // Per input slot.
  readonly stockYuan: Float64Array;
  readonly onOrderYuan: Float64Array;
  readonly orderedYuan: Float64Array;
  /** Scratch: received today; supplier's capacity over base where deliveries carry it. */
  readonly arrivedYuan: Float64Array;
  readonly supplierCapacityRatio: Float64Array;

  // Per supply slot.
  readonly orderBookYuan: Float64Array;
  readonly shippedYuan: Float64Array;
  readonly capacityRatio: Float64Array;
  /** Scratch: orders that came in today and joined the book. */
  readonly newOrdersYuan: Float64Array;

  // Per enterprise.
  readonly finishedYuan: Float64Array;
  readonly smoothedYuan: Float64Array;
  readonly overtimeRatio: Float64Array;
  readonly outputYuan: Float64Array;
  /** Contracts due and not handed over; only exporters keep them. */
  readonly finalBacklogYuan: Float64Array;
  readonly wantedYuan: Float64Array;
  readonly demandYuan: Float64Array;
  readonly capacityYuan: Float64Array;
  readonly inputLimitYuan: Float64Array;
  readonly bound: Float64Array;
  readonly isOpen: Float64Array;
  readonly finalDemandYuan: Float64Array;
  readonly finalServedYuan: Float64Array;
  /** Scratch: new orders and final demand of today, before any backlog (kept for the next day's orders in the two-day
   * rhythm); share of demand that is shipped. */
  readonly newDemandYuan: Float64Array;
  readonly fillRatio: Float64Array;
  /** Scratch of the order rule: activity planned for, over base; -1 while closed. */
  readonly activityRatio: Float64Array;
  readonly capacityFactor: Float64Array;
  readonly utilityFactor: Float64Array;

  /** Scratch: what staff and masks leave of capacity, (L x masked share)^theta; 1 where staff is not modelled. */
  readonly staffFactor: Float64Array;

  /** What the service desk is for; undefined in a stage where it serves nobody. */
  readonly served: ServedColumns | undefined;

  /** Scratch per segment: stock of the class. */
  readonly classStockYuan: Float64Array;

  constructor(
    readonly part: EnterprisePart,
    options: { keepsContracts: boolean; extra?: readonly ColumnSpec[] },
  ) {
    const { enterprises, inputs, supplies, segments, chain } = part;
    const n = enterprises.length;
    const withCapacity = carriesCapacity(chain);
    const row = (name: string, role: ColumnRole): ColumnSpec => ({ name, role, axis: enterprises });
    this.block = new ColumnBlock([
      { name: 'stockYuan', role: 'state', axis: inputs.axis },
      { name: 'onOrderYuan', role: 'state', axis: inputs.axis },
      { name: 'orderBookYuan', role: 'state', axis: supplies.axis },
      row('finishedYuan', 'state'),
      row('smoothedYuan', 'state'),
      row('overtimeRatio', 'state'),
      ...(options.keepsContracts ? [row('finalBacklogYuan', 'state')] : []),
      { name: 'orderedYuan', role: 'flow', axis: inputs.axis },
      { name: 'shippedYuan', role: 'flow', axis: supplies.axis },
      ...(withCapacity ? [{ name: 'capacityRatio', role: 'flow' as const, axis: supplies.axis }] : []),
      ...ENTERPRISE_REPORTS.map((name) => row(name, reportRole(part, name))),
      ...(chain.rules.rhythm === 'two-day' ? [row('newDemandYuan', 'state')] : []),
      ...servedSpecs(part),
      ...(options.extra ?? []),
    ]);
    const at = (name: string): Float64Array => this.block.column(name);
    this.stockYuan = at('stockYuan');
    this.onOrderYuan = at('onOrderYuan');
    this.orderBookYuan = at('orderBookYuan');
    this.finishedYuan = at('finishedYuan');
    this.smoothedYuan = at('smoothedYuan');
    this.overtimeRatio = at('overtimeRatio');
    this.orderedYuan = at('orderedYuan');
    this.shippedYuan = at('shippedYuan');
    this.outputYuan = at('outputYuan');
    this.wantedYuan = at('wantedYuan');
    this.demandYuan = at('demandYuan');
    this.capacityYuan = at('capacityYuan');
    this.inputLimitYuan = at('inputLimitYuan');
    this.bound = at('bound');
    this.isOpen = at('isOpen');
    this.finalDemandYuan = at('finalDemandYuan');
    this.finalServedYuan = at('finalServedYuan');
    this.finalBacklogYuan = options.keepsContracts ? at('finalBacklogYuan') : new Float64Array(n);
    this.capacityRatio = withCapacity ? at('capacityRatio') : new Float64Array(0);
    this.supplierCapacityRatio = new Float64Array(withCapacity ? inputs.axis.length : 0);
    this.arrivedYuan = new Float64Array(inputs.axis.length);
    this.newOrdersYuan = new Float64Array(supplies.axis.length);
    this.newDemandYuan = chain.rules.rhythm === 'two-day' ? at('newDemandYuan') : new Float64Array(n);
    this.fillRatio = new Float64Array(n);
    this.activityRatio = new Float64Array(n);
    this.capacityFactor = new Float64Array(n);
    this.utilityFactor = new Float64Array(n);
    this.staffFactor = new Float64Array(n).fill(1);
    this.served = isServed(chain, part.stage) ? new ServedColumns(this.block, part) : undefined;
    this.classStockYuan = new Float64Array(segments.count);
  }
}

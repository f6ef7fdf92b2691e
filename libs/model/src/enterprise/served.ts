// The columns of enterprises that the service desk serves: staff, quarantine, masks, permits. Stages where it serves nobody
// have none of them.
import { widenAxis, type ColumnBlock, type ColumnRole, type ColumnSpec } from '#libs/kernel';
import type { Chain } from '../chain';
import type { EnterprisePart, EnterpriseStage } from '../part';
import { isServed } from '../support/client-routes';
import { allocationColumns } from '../support/clients';

/** What they report to recovery beyond everybody's; on post is a state, too. */
const SERVED_REPORTS = ['labourRatio', 'maskRatio', 'onPostHeads', 'masksAsked', 'isShut'] as const;
/** What they tell the desk; on post is a state, output a flow where anybody is served (state.ts). */
const TOLD = ['maskedHeads', 'masksAsked', 'isApplying'];
const REPORTS = ['labourRatio', 'maskRatio', 'isShut'];

export class ServedColumns {
  readonly onPostHeads: Float64Array;
  /** Workers in quarantine: row x ring days + the day of their release mod ring days. */
  readonly quarantineHeads: Float64Array;
  /** 1 once a gate has been passed. */
  readonly isPermitted: Float64Array;
  readonly masksInStock: Float64Array;
  /** On post over normal staff; those with a mask over those on post. */
  readonly labourRatio: Float64Array;
  readonly maskRatio: Float64Array;
  readonly maskedHeads: Float64Array;
  readonly masksAsked: Float64Array;
  readonly isApplying: Float64Array;
  /** 1 while the enterprise's place is closed again. */
  readonly isShut: Float64Array;
  /** Scratch: what the desk allots, column by column (support/clients.ts). */
  readonly allotted: readonly Float64Array[];

  constructor(block: ColumnBlock, { chain, enterprises }: EnterprisePart) {
    this.onPostHeads = block.column('onPostHeads');
    this.quarantineHeads = block.column('quarantineHeads');
    this.isPermitted = block.column('isPermitted');
    this.masksInStock = block.column('masksInStock');
    this.labourRatio = block.column('labourRatio');
    this.maskRatio = block.column('maskRatio');
    this.maskedHeads = block.column('maskedHeads');
    this.masksAsked = block.column('masksAsked');
    this.isApplying = block.column('isApplying');
    this.isShut = block.column('isShut');
    this.allotted = allocationColumns(chain).map(() => new Float64Array(enterprises.length));
  }
}

/** The columns' places in the block; none where the desk serves nobody. */
export function servedSpecs({ chain, stage, enterprises }: EnterprisePart): ColumnSpec[] {
  if (!isServed(chain, stage)) return [];
  const row = (name: string, role: ColumnRole): ColumnSpec => ({ name, role, axis: enterprises });
  const ring = widenAxis(enterprises, chain.workers?.ringDays ?? 0);
  return [
    ...['onPostHeads', 'isPermitted', 'masksInStock'].map((name) => row(name, 'state')),
    { name: 'quarantineHeads', role: 'state', axis: ring },
    ...TOLD.map((name) => row(name, 'flow')),
    ...REPORTS.map((name) => row(name, 'report')),
  ];
}

/** What a stage's enterprises report beyond everybody's. */
export function servedReports(chain: Chain, stage: EnterpriseStage): readonly string[] {
  return isServed(chain, stage) ? SERVED_REPORTS : [];
}

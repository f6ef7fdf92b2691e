// Exporters: an enterprise's columns plus containers under way, per exporter and lane (row-major).
import type { Axis, ColumnBlock, StageState } from '#libs/kernel';
import { EnterpriseState } from '../enterprise/state';
import type { EnterprisePart } from '../part';

export class ExporterState implements StageState {
  readonly enterprises: EnterpriseState;
  readonly block: ColumnBlock;
  /** Cloth in the container that is being filled, per (exporter, lane). */
  readonly containerYuan: Float64Array;
  /** Containers that left today, per exporter. */
  readonly containersLeft: Float64Array;
  /** Penalties of today for what is overdue, per exporter. */
  readonly penaltyYuan: Float64Array;

  constructor(readonly part: EnterprisePart) {
    const lanes = part.chain.exporterTerms.laneShares.length;
    this.enterprises = new EnterpriseState(part, {
      keepsContracts: true,
      extra: [
        { name: 'containerYuan', role: 'state', axis: widen(part.enterprises, lanes) },
        { name: 'containersLeft', role: 'report', axis: part.enterprises },
        { name: 'penaltyYuan', role: 'report', axis: part.enterprises },
      ],
    });
    this.block = this.enterprises.block;
    this.containerYuan = this.block.column('containerYuan');
    this.containersLeft = this.block.column('containersLeft');
    this.penaltyYuan = this.block.column('penaltyYuan');
  }
}

function widen({ first, length, starts }: Axis, width: number): Axis {
  return { first: first * width, length: length * width, starts: starts.map((start) => start * width) };
}

// Exporters: an enterprise's columns plus containers under way, per exporter and lane, and overdue contracts, per exporter
// and age (both row-major).
import { widenAxis, type Axis, type ColumnBlock, type ColumnSpec, type StageState } from '#libs/kernel';
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

  /** Ages of overdue contracts, 0 .. cancelAfterDays; 0 of them where contracts are never cancelled. */
  readonly ages: number;
  /** Due and not handed over, per (exporter, days since it was due). */
  readonly overdueByAgeYuan: Float64Array;
  /** Cancelled today, per exporter. */
  readonly cancelledYuan: Float64Array;
  /** Scratch: 1 for exporters with a force-majeure certificate. */
  readonly isCertified: Uint8Array;

  constructor(readonly part: EnterprisePart) {
    const { laneShares, cancelAfterDays } = part.chain.exporterTerms;
    const lanes = laneShares.length;
    this.ages = cancelAfterDays === undefined ? 0 : cancelAfterDays + 1;
    this.enterprises = new EnterpriseState(part, {
      keepsContracts: true,
      extra: [
        { name: 'containerYuan', role: 'state', axis: widenAxis(part.enterprises, lanes) },
        { name: 'containersLeft', role: 'report', axis: part.enterprises },
        { name: 'penaltyYuan', role: 'report', axis: part.enterprises },
        ...(this.ages > 0 ? contractColumns(part.enterprises, this.ages) : []),
      ],
    });
    this.block = this.enterprises.block;
    this.containerYuan = this.block.column('containerYuan');
    this.containersLeft = this.block.column('containersLeft');
    this.penaltyYuan = this.block.column('penaltyYuan');
    this.overdueByAgeYuan = this.ages > 0 ? this.block.column('overdueByAgeYuan') : new Float64Array(0);
    this.cancelledYuan = this.ages > 0 ? this.block.column('cancelledYuan') : new Float64Array(0);
    this.isCertified = new Uint8Array(part.enterprises.length);
  }
}

function contractColumns(exporters: Axis, ages: number): ColumnSpec[] {
  return [
    { name: 'overdueByAgeYuan', role: 'state', axis: widenAxis(exporters, ages) },
    { name: 'cancelledYuan', role: 'report', axis: exporters },
  ];
}

// Rows of snapshots: one per run, shard and day. Their bytes lie beside the table, not compressed (`storage external`).
import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { RunEntity } from './run-entities';

/** A stream and an offset; the offset in decimal, as JSON has no whole numbers of 64 bits. */
export interface OffsetCell {
  readonly channel: string;
  readonly to: string;
  readonly shard: number;
  readonly offset: string;
}

const primaryKeyConstraintName = 'snapshots_pkey';

@Entity({ name: 'snapshots' })
export class SnapshotEntity {
  @ForeignKey(() => RunEntity, { name: 'snapshots_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName })
  run!: string;

  @PrimaryColumn({ type: 'text', primaryKeyConstraintName })
  stage!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName })
  shard!: number;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName })
  day!: number;

  @Column({ type: 'integer' })
  attempt!: number;

  @Column({ type: 'jsonb' })
  offsets!: readonly OffsetCell[];

  @Column({ type: 'text' })
  hash!: string;

  @Column({ type: 'bytea' })
  bytes!: Buffer;
}

// Rows of a run: the run itself, the commands given to it, and who gave them.
import type { RunManifest, RunMode, RunStatus } from '#libs/runtime';
import { Column, Entity, ForeignKey, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity({ name: 'runs' })
@Unique('runs_idempotency_key', ['idempotencyKey'])
@Unique('runs_number', ['number'])
export class RunEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'runs_pkey' })
  id!: string;

  /** In the order of creation; stands for the id in the table with most rows. */
  @Column({ type: 'integer', generated: 'identity', generatedIdentity: 'ALWAYS' })
  number!: number;

  @Column({ name: 'idempotency_key', type: 'text' })
  idempotencyKey!: string;

  /** Large, and seldom wanted with the row. */
  @Column({ type: 'json', select: false })
  manifest!: RunManifest;

  @Column({ name: 'created_at', type: 'text' })
  createdAt!: string;

  /** The manifest's. */
  @Column({ type: 'integer' })
  days!: number;

  /** Raised by a trigger with every change, so that a look can tell what has changed since the last one. */
  @Column({ type: 'integer', default: 1 })
  version!: number;

  @Column({ type: 'text', default: 'running' })
  status!: RunStatus;

  @Column({ type: 'text', nullable: true })
  failure!: string | null;

  @Column({ type: 'integer', default: 1 })
  attempt!: number;

  @Column({ name: 'start_day', type: 'integer', default: -1 })
  startDay!: number;

  @Column({ name: 'opened_day', type: 'integer', default: -1 })
  openedDay!: number;

  @Column({ type: 'text', default: 'playing' })
  mode!: RunMode;

  @Column({ name: 'step_to', type: 'integer', default: -1 })
  stepTo!: number;

  @Column({ name: 'days_per_second', type: 'double precision', nullable: true })
  daysPerSecond!: number | null;

  /** The cursor of recovery. */
  @Column({ name: 'projected_day', type: 'integer', default: -1 })
  projectedDay!: number;

  @Column({ type: 'text', nullable: true })
  gap!: string | null;

  @Column({ type: 'text', nullable: true })
  digest!: string | null;

  /** The number of the last command. A sequence would skip numbers, and let a later one be seen before an earlier. */
  @Column({ name: 'command_count', type: 'integer', default: 0 })
  commandCount!: number;

  @Column({ type: 'text', nullable: true, select: false })
  summary!: string | null;
}

@Entity({ name: 'commands' })
@Unique('commands_idempotency_key', ['run', 'idempotencyKey'])
export class CommandEntity {
  @ForeignKey(() => RunEntity, { name: 'commands_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'commands_pkey' })
  run!: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'commands_pkey' })
  seq!: number;

  @Column({ type: 'text' })
  path!: string;

  @Column({ type: 'double precision' })
  value!: number;

  @Column({ name: 'effective_day', type: 'integer' })
  effectiveDay!: number;

  @Column({ name: 'idempotency_key', type: 'text' })
  idempotencyKey!: string;
}

@Entity({ name: 'audit' })
@Index('audit_by_run', ['run'])
export class AuditEntity {
  @PrimaryColumn({
    type: 'bigint',
    generated: 'identity',
    generatedIdentity: 'ALWAYS',
    primaryKeyConstraintName: 'audit_pkey',
  })
  id!: string;

  @ForeignKey(() => RunEntity, { name: 'audit_run', onDelete: 'CASCADE' })
  @Column({ type: 'text' })
  run!: string;

  @Column({ type: 'timestamp with time zone', default: () => 'now()' })
  at!: Date;

  /** Who asked. */
  @Column({ name: 'asked_by', type: 'text' })
  by!: string;

  @Column({ type: 'text' })
  action!: 'intervene' | 'play';

  @Column({ type: 'json' })
  detail!: object;
}

// Rows of a projected day: the day, its rates, enterprises and milestones; and its losses, which may come later.
import type { Milestone } from '#libs/messages';
import type { ProjectedDay } from '#libs/runtime';
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RunEntity } from './run-entities';

const key = (table: string): { primaryKeyConstraintName: string } => ({ primaryKeyConstraintName: `${table}_pkey` });

@Entity({ name: 'days' })
export class DayEntity {
  @ForeignKey(() => RunEntity, { name: 'days_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('days') })
  run!: string;

  @PrimaryColumn({ type: 'integer', ...key('days') })
  day!: number;

  @Column({ type: 'text' })
  date!: string;

  @Column({ type: 'text' })
  state!: string;

  @Column({ type: 'text' })
  flow!: string;

  /** Digests by stage. */
  @Column({ type: 'jsonb' })
  stages!: ProjectedDay['stages'];

  @Column({ name: 'milestones_counted', type: 'integer' })
  milestonesCounted!: number;

  /** One byte an enterprise; null for days that were projected before the column was there. */
  @Column({ type: 'bytea', nullable: true })
  field!: Buffer | null;

  /** What its rows took on their way in: for telling how large a run is. */
  @Column({ type: 'integer' })
  bytes!: number;
}

@Entity({ name: 'milestones' })
@Index('milestones_day', ['run', 'day'])
export class MilestoneEntity {
  @ForeignKey(() => RunEntity, { name: 'milestones_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('milestones') })
  run!: string;

  /** The day that it was projected with. */
  @PrimaryColumn({ name: 'projected_day', type: 'integer', ...key('milestones') })
  projectedDay!: number;

  @PrimaryColumn({ type: 'integer', ...key('milestones') })
  ordinal!: number;

  /** The day that it tells of. */
  @Column({ type: 'integer' })
  day!: number;

  @Column({ type: 'text' })
  id!: string;

  @Column({ type: 'jsonb' })
  milestone!: Milestone;
}

@Entity({ name: 'rates' })
export class RateEntity {
  @ForeignKey(() => RunEntity, { name: 'rates_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('rates') })
  run!: string;

  @PrimaryColumn({ type: 'integer', ...key('rates') })
  day!: number;

  @PrimaryColumn({ type: 'integer', ...key('rates') })
  ordinal!: number;

  @Column({ type: 'text', nullable: true })
  scope!: string | null;

  @Column({ type: 'text', nullable: true })
  id!: string | null;

  @Column({ type: 'double precision', nullable: true })
  resumption!: number | null;

  @Column({ name: 'return_to_post', type: 'double precision', nullable: true })
  returnToPost!: number | null;

  @Column({ name: 'capacity_recovery', type: 'double precision', nullable: true })
  capacityRecovery!: number | null;

  @Column({ type: 'double precision', nullable: true })
  throughput!: number | null;

  @Column({ name: 'lost_yuan', type: 'double precision', nullable: true })
  lostYuan!: number | null;

  @Column({ name: 'lost_value_added_yuan', type: 'double precision', nullable: true })
  lostValueAddedYuan!: number | null;

  @Column({ name: 'missed_final_yuan', type: 'double precision', nullable: true })
  missedFinalYuan!: number | null;

  /** Of a sector; null for days that were projected before the column was there. */
  @Column({ name: 'held_by', type: 'text', nullable: true })
  heldBy!: string | null;
}

/** That a day's losses are there, be they none. */
@Entity({ name: 'loss_days' })
export class LossDayEntity {
  @ForeignKey(() => RunEntity, { name: 'loss_days_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('loss_days') })
  run!: string;

  @PrimaryColumn({ type: 'integer', ...key('loss_days') })
  day!: number;

  @Column({ type: 'integer' })
  bytes!: number;
}

@Entity({ name: 'losses' })
export class LossEntity {
  @ForeignKey(() => RunEntity, { name: 'losses_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('losses') })
  run!: string;

  @PrimaryColumn({ type: 'integer', ...key('losses') })
  day!: number;

  @PrimaryColumn({ type: 'integer', ...key('losses') })
  ordinal!: number;

  @Column({ type: 'text', nullable: true })
  sector!: string | null;

  @Column({ type: 'text', nullable: true })
  cause!: string | null;

  @Column({ type: 'text', nullable: true })
  origin!: string | null;

  @Column({ name: 'lost_yuan', type: 'double precision', nullable: true })
  lostYuan!: number | null;

  @Column({ name: 'lost_value_added_yuan', type: 'double precision', nullable: true })
  lostValueAddedYuan!: number | null;
}

/** What is the same on every day of a run: an enterprise is its position in these. */
@Entity({ name: 'enterprise_lists' })
export class EnterpriseListEntity {
  @ForeignKey(() => RunEntity, { name: 'enterprise_lists_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('enterprise_lists') })
  run!: string;

  @Column({ type: 'text', array: true, nullable: true })
  enterprise!: string[] | null;

  @Column({ type: 'text', array: true, nullable: true })
  sector!: string[] | null;

  /** Names of the codes in enterprise_days.bound. */
  @Column({ type: 'text', array: true, nullable: true })
  bound!: string[] | null;
}

/** A column is one string of bytes: see enterprise-columns.ts. */
@Entity({ name: 'enterprise_days' })
export class EnterpriseDayEntity {
  @ForeignKey(() => RunEntity, { name: 'enterprise_days_run', onDelete: 'CASCADE' })
  @PrimaryColumn({ type: 'text', ...key('enterprise_days') })
  run!: string;

  @PrimaryColumn({ type: 'integer', ...key('enterprise_days') })
  day!: number;

  /** Doubles, big-endian. */
  @Column({ name: 'output_yuan', type: 'bytea', nullable: true })
  outputYuan!: Buffer | null;

  @Column({ name: 'wanted_yuan', type: 'bytea', nullable: true })
  wantedYuan!: Buffer | null;

  /** A byte each: its place in EnterpriseListEntity.bound. */
  @Column({ type: 'bytea', nullable: true })
  bound!: Buffer | null;
}

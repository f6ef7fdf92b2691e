// What is made of a run: snapshots of its shards, its days, and their losses.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Days1795824000001 implements MigrationInterface {
  readonly name = 'Days1795824000001';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SNAPSHOTS);
    await runner.query(DAYS);
    await runner.query(LOSSES);
    await runner.query(ENTERPRISES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table snapshots, days, milestones, rates, loss_days, losses');
    await runner.query('drop table enterprise_lists, enterprise_days');
  }
}

// Columns of doubles do not compress: trying would cost time at every snapshot.
const SNAPSHOTS = `
  create table snapshots (
    run text not null,
    stage text not null,
    shard integer not null,
    day integer not null,
    attempt integer not null,
    offsets jsonb not null,
    hash text not null,
    bytes bytea not null,
    constraint snapshots_pkey primary key (run, stage, shard, day),
    constraint snapshots_run foreign key (run) references runs (id) on delete cascade
  );
  alter table snapshots alter column bytes set storage external`;

const DAYS = `
  create table days (
    run text not null,
    day integer not null,
    date text not null,
    state text not null,
    flow text not null,
    stages jsonb not null,
    milestones_counted integer not null,
    bytes integer not null,
    constraint days_pkey primary key (run, day),
    constraint days_run foreign key (run) references runs (id) on delete cascade
  );
  create table milestones (
    run text not null,
    projected_day integer not null,
    ordinal integer not null,
    day integer not null,
    id text not null,
    milestone jsonb not null,
    constraint milestones_pkey primary key (run, projected_day, ordinal),
    constraint milestones_run foreign key (run) references runs (id) on delete cascade
  );
  create index milestones_day on milestones (run, day);
  create table rates (
    run text not null,
    day integer not null,
    ordinal integer not null,
    scope text,
    id text,
    resumption double precision,
    return_to_post double precision,
    capacity_recovery double precision,
    throughput double precision,
    lost_yuan double precision,
    lost_value_added_yuan double precision,
    missed_final_yuan double precision,
    constraint rates_pkey primary key (run, day, ordinal),
    constraint rates_run foreign key (run) references runs (id) on delete cascade
  )`;

const LOSSES = `
  create table loss_days (
    run text not null,
    day integer not null,
    bytes integer not null,
    constraint loss_days_pkey primary key (run, day),
    constraint loss_days_run foreign key (run) references runs (id) on delete cascade
  );
  create table losses (
    run text not null,
    day integer not null,
    ordinal integer not null,
    sector text,
    cause text,
    origin text,
    lost_yuan double precision,
    lost_value_added_yuan double precision,
    constraint losses_pkey primary key (run, day, ordinal),
    constraint losses_run foreign key (run) references runs (id) on delete cascade
  )`;

const ENTERPRISES = `
  create table enterprise_lists (
    run text not null,
    enterprise text[],
    sector text[],
    bound text[],
    constraint enterprise_lists_pkey primary key (run),
    constraint enterprise_lists_run foreign key (run) references runs (id) on delete cascade
  );
  create table enterprise_days (
    run_number integer not null,
    day integer not null,
    position integer not null,
    output_yuan double precision,
    wanted_yuan double precision,
    bound smallint,
    constraint enterprise_days_pkey primary key (run_number, day, position)
  )`;

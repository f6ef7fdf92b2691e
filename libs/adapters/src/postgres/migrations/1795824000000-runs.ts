// Runs, their commands, and who gave them. Every change of a run's row raises its version and is notified, by triggers,
// so that no statement can forget to.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Runs1795824000000 implements MigrationInterface {
  readonly name = 'Runs1795824000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(RUNS);
    await runner.query(COMMANDS);
    await runner.query(TOLD);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table commands, audit, runs');
    await runner.query('drop function raise_run_version, tell_of_run');
  }
}

const RUNS = `
  create table runs (
    id text not null,
    number integer not null generated always as identity,
    idempotency_key text not null,
    manifest json not null,
    created_at text not null,
    days integer not null,
    version integer not null default 1,
    status text not null default 'running',
    failure text,
    attempt integer not null default 1,
    start_day integer not null default -1,
    opened_day integer not null default -1,
    mode text not null default 'playing',
    step_to integer not null default -1,
    days_per_second double precision,
    projected_day integer not null default -1,
    gap text,
    digest text,
    command_count integer not null default 0,
    summary text,
    constraint runs_pkey primary key (id),
    constraint runs_number unique (number),
    constraint runs_idempotency_key unique (idempotency_key)
  )`;

const COMMANDS = `
  create table commands (
    run text not null,
    seq integer not null,
    path text not null,
    value double precision not null,
    effective_day integer not null,
    idempotency_key text not null,
    constraint commands_pkey primary key (run, seq),
    constraint commands_idempotency_key unique (run, idempotency_key),
    constraint commands_run foreign key (run) references runs (id) on delete cascade
  );
  create table audit (
    id bigint not null generated always as identity,
    run text not null,
    at timestamp with time zone not null default now(),
    asked_by text not null,
    action text not null,
    detail json not null,
    constraint audit_pkey primary key (id),
    constraint audit_run foreign key (run) references runs (id) on delete cascade
  );
  create index audit_by_run on audit (run)`;

const TOLD = `
  create function raise_run_version() returns trigger language plpgsql as $$
  begin
    new.version := old.version + 1;
    return new;
  end $$;
  create function tell_of_run() returns trigger language plpgsql as $$
  begin
    perform pg_notify('resumption_runs', coalesce(new.id, old.id));
    return null;
  end $$;
  create trigger raise_run_version before update on runs for each row execute function raise_run_version();
  create trigger tell_of_run after insert or update or delete on runs for each row execute function tell_of_run()`;

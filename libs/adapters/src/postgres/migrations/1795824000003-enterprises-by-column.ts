// A day's enterprises become one row with their columns as bytes. Days that are there already are joined to that, one after
// the other, so that no statement takes long.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class EnterprisesByColumn1795824000003 implements MigrationInterface {
  readonly name = 'EnterprisesByColumn1795824000003';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table enterprise_days rename to enterprise_rows');
    await runner.query('alter table enterprise_rows rename constraint enterprise_days_pkey to enterprise_rows_pkey');
    await runner.query(BY_COLUMN);
    const runs: unknown = await runner.query('select id, number, projected_day as last from runs order by number');
    for (const { id, number, last } of runs as Run[]) {
      for (let day = 0; day <= last; day++) await runner.query(JOIN_ROWS, [id, number, day]);
    }
    await runner.query('drop table enterprise_rows');
  }

  down(): Promise<void> {
    return Promise.reject(new Error('enterprises by column cannot become rows again: restore a backup'));
  }
}

interface Run {
  readonly id: string;
  readonly number: number;
  readonly last: number;
}

// Columns of doubles do not compress, and of what is not compressed a piece can be read alone.
const BY_COLUMN = `
  create table enterprise_days (
    run text not null,
    day integer not null,
    output_yuan bytea,
    wanted_yuan bytea,
    bound bytea,
    constraint enterprise_days_pkey primary key (run, day),
    constraint enterprise_days_run foreign key (run) references runs (id) on delete cascade
  );
  alter table enterprise_days alter column output_yuan set storage external;
  alter table enterprise_days alter column wanted_yuan set storage external;
  alter table enterprise_days alter column bound set storage external`;

// A column is there for all enterprises of a day or for none of them. Of a code's two bytes the lower one stays.
const JOIN_ROWS = `
  insert into enterprise_days (run, day, output_yuan, wanted_yuan, bound)
  select $1, day,
    string_agg(float8send(output_yuan), ''::bytea order by position),
    string_agg(float8send(wanted_yuan), ''::bytea order by position),
    string_agg(substring(int2send(bound) from 2), ''::bytea order by position)
  from enterprise_rows where run_number = $2 and day = $3 group by day`;

// MetricStore in PostgreSQL. All of a day and the cursor's move are one transaction. The day's row comes first and makes
// a second projector of that day wait; the cursor comes last, so that the run's row is locked for a moment only.
import type { Milestone } from '#libs/messages';
import type { Columns, EnterpriseColumns, EnterpriseDay, MetricStore, ProjectedDay, Row } from '#libs/runtime';
import { countRows, ENTERPRISE_DAYS, LOSSES, RATES, type DayTable } from '../day-tables';
import { copyRows } from './binary-copy';
import { rowsOf, type Database } from './database';
import { DayEntity, MilestoneEntity } from './day-entities';
import { Between, type EntityManager } from 'typeorm';
import { readColumns, readSeries } from './enterprise-columns';
import { readEnterprises, writeEnterprises } from './enterprise-days';
import { RunEntity } from './run-entities';
import { cellsOf, selected } from './table-columns';

interface Days {
  readonly from: number;
  readonly to: number;
}

/** Undoes a transaction: the cursor is not where this day wants it. */
class CursorElsewhere extends Error {
  override readonly name = 'CursorElsewhere';
}

const CLAIM_DAY = `
  insert into days (run, day, date, state, flow, stages, milestones_counted, field, bytes)
  select id, $2, $3, $4, $5, $6, $7, $8, 0 from runs where id = $1 and projected_day = $2 - 1
  on conflict do nothing returning day`;

const CLAIM_LOSSES = `
  insert into loss_days (run, day, bytes) select id, $2, 0 from runs where id = $1
  on conflict do nothing returning day`;

export class PostgresMetricStore implements MetricStore {
  constructor(private readonly database: Database) {}

  async project(day: ProjectedDay): Promise<boolean> {
    countRows(RATES, day.rates);
    countRows(ENTERPRISE_DAYS, day.enterprises);
    try {
      await this.database.transaction((manager) => writeDay(manager, day));
      return true;
    } catch (error) {
      if (error instanceof CursorElsewhere) return false;
      throw error;
    }
  }

  async projectLosses(run: string, day: number, losses: Columns): Promise<void> {
    const rows = countRows(LOSSES, losses);
    await this.database.transaction(async (manager) => {
      const claimed = await rowsOf(manager, CLAIM_LOSSES, [run, day]);
      if (claimed.length === 0) return;
      const bytes = await copyRows(manager, LOSSES.name, rows, cellsOf(LOSSES, run, day, losses));
      await manager.query('update loss_days set bytes = $3 where run = $1 and day = $2', [run, day, bytes]);
    });
  }

  async summarise(run: string, summary: string): Promise<void> {
    await this.database.ask((manager) => manager.update(RunEntity, { id: run }, { summary }));
  }

  async summary(run: string): Promise<string | undefined> {
    const found = await this.database.ask((manager) =>
      manager.findOne(RunEntity, { where: { id: run }, select: { id: true, summary: true } }),
    );
    return found?.summary ?? undefined;
  }

  digests(run: string): Promise<{ readonly day: number; readonly state: string; readonly flow: string }[]> {
    const sql = 'select day, state, flow from days where run = $1 order by day';
    return this.database.ask((manager) => rowsOf(manager, sql, [run]));
  }

  rates(run: string, days: Days): Promise<Row[]> {
    return this.#rows(RATES, run, days);
  }

  losses(run: string, days: Days): Promise<Row[]> {
    return this.#rows(LOSSES, run, days);
  }

  enterpriseDays(run: string, day: number): Promise<Row[]> {
    return this.database.ask((manager) => readEnterprises(manager, run, day));
  }

  async lossDays(run: string): Promise<number[]> {
    const sql = 'select day from loss_days where run = $1 order by day';
    const found = await this.database.ask((manager) => rowsOf<{ day: number }>(manager, sql, [run]));
    return found.map(({ day }) => day);
  }

  enterpriseColumns(run: string, day: number): Promise<EnterpriseColumns | undefined> {
    return this.database.ask((manager) => readColumns(manager, run, day));
  }

  fields(run: string, { from, to }: Days): Promise<{ readonly day: number; readonly field: Uint8Array }[]> {
    const sql =
      'select day, field from days where run = $1 and day between $2 and $3 and field is not null order by day';
    return this.database.ask((manager) => rowsOf<{ day: number; field: Buffer }>(manager, sql, [run, from, to]));
  }

  enterpriseSeries(run: string, position: number, days: Days): Promise<EnterpriseDay[]> {
    return this.database.ask((manager) => readSeries(manager, run, position, days));
  }

  async milestones(run: string, { from, to }: Days): Promise<Milestone[]> {
    const order = { projectedDay: 'ASC', ordinal: 'ASC' } as const;
    const found = await this.database.ask((manager) =>
      manager.find(MilestoneEntity, { where: { run, day: Between(from, to) }, order }),
    );
    return found.map(({ milestone }) => milestone);
  }

  #rows(table: DayTable, run: string, { from, to }: Days): Promise<Row[]> {
    const sql = `
      select t.day, d.date, ${selected(table)} from ${table.name} t left join days d on d.run = t.run and d.day = t.day
      where t.run = $1 and t.day between $2 and $3 order by t.day, t.ordinal`;
    return this.database.ask((manager) => rowsOf(manager, sql, [run, from, to]));
  }
}

/** @throws CursorElsewhere */
async function writeDay(manager: EntityManager, projected: ProjectedDay): Promise<void> {
  const { run, day, date, state, flow, milestonesCounted, field } = projected;
  const stages = JSON.stringify(projected.stages);
  const bytesOfField = field.length > 0 ? Buffer.from(field.buffer, field.byteOffset, field.length) : null;
  const claim = [run, day, date, state, flow, stages, milestonesCounted, bytesOfField];
  if ((await rowsOf(manager, CLAIM_DAY, claim)).length === 0) throw new CursorElsewhere();
  await writeMilestones(manager, projected);
  const { rates, enterprises } = projected;
  const bytes =
    field.length +
    (await copyRows(manager, RATES.name, countRows(RATES, rates), cellsOf(RATES, run, day, rates))) +
    (await writeEnterprises(manager, { run, day }, enterprises));
  await manager.update(DayEntity, { run, day }, { bytes });
  const moved = await manager.update(RunEntity, { id: run, projectedDay: day - 1 }, { projectedDay: day });
  if (moved.affected !== 1) throw new CursorElsewhere();
}

async function writeMilestones(manager: EntityManager, { run, day, milestones }: ProjectedDay): Promise<void> {
  const sql = `
    insert into milestones (run, projected_day, ordinal, day, id, milestone)
    select $1, $2, told.ordinal - 1, (told.milestone->>'day')::integer, told.milestone->>'id', told.milestone
    from jsonb_array_elements($3::jsonb) with ordinality as told (milestone, ordinal)`;
  if (milestones.length > 0) await manager.query(sql, [run, day, JSON.stringify(milestones)]);
}

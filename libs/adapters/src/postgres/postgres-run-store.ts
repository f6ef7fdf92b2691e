// RunStore in PostgreSQL. A change of a row is one statement that names what it expects to find there; who comes second
// changes nothing.
import type { Command } from '#libs/messages';
import type { Beginning, Intervention, RunManifest, RunMode, RunRow, RunStatus, RunStore } from '#libs/runtime';
import type { EntityManager, FindOptionsWhere } from 'typeorm';
import type { QueryDeepPartialEntity } from 'typeorm/query-builder/QueryPartialEntity';
import { rowsOf, type Database } from './database';
import { AuditEntity, CommandEntity, RunEntity } from './run-entities';
import type { RunWatch } from './run-watch';

/** Tries to find the run that an insert gave way to: it may have been removed in between. */
const CREATE_TRIES = 3;

export class PostgresRunStore implements RunStore {
  constructor(
    private readonly database: Database,
    private readonly watching: RunWatch,
  ) {}

  async create(manifest: RunManifest, beginning: Beginning = {}): Promise<string> {
    for (let tries = 0; tries < CREATE_TRIES; tries++) {
      const id = await this.database.ask((manager) => insertOrFind(manager, manifest, beginning));
      if (id !== undefined) return id;
    }
    throw new Error(`run ${manifest.id} was created and removed while it was looked for`);
  }

  async manifest(run: string): Promise<RunManifest | undefined> {
    const found = await this.database.ask((manager) =>
      manager.findOne(RunEntity, { where: { id: run }, select: { id: true, manifest: true } }),
    );
    return found?.manifest;
  }

  async row(run: string): Promise<RunRow | undefined> {
    const found = await this.database.ask((manager) => manager.findOneBy(RunEntity, { id: run }));
    return found ? rowOf(found) : undefined;
  }

  async rows(status?: RunStatus): Promise<RunRow[]> {
    const where = status === undefined ? {} : { status };
    const found = await this.database.ask((manager) => manager.find(RunEntity, { where, order: { number: 'DESC' } }));
    return found.map(rowOf);
  }

  /** All that is kept of it goes with it. */
  async remove(run: string): Promise<boolean> {
    const { affected } = await this.database.ask((manager) => manager.delete(RunEntity, { id: run }));
    return (affected ?? 0) > 0;
  }

  intervene(run: string, asked: Intervention): Promise<Command | null> {
    return this.database.transaction(async (manager) => {
      // Excludes every other change of the row until we are done. Not the stronger FOR UPDATE, which would also wait for
      // everybody who is writing rows that refer to the run: a projector, for as long as its day takes.
      const lock = { mode: 'for_no_key_update' } as const;
      const row = await manager.findOne(RunEntity, { where: { id: run }, lock });
      if (!row) return null;
      const { idempotencyKey, path, value, by } = asked;
      const earlier = await manager.findOneBy(CommandEntity, { run, idempotencyKey });
      if (earlier) return commandOf(earlier);
      const effectiveDay = Math.max(asked.day, row.openedDay + 1);
      if (row.status !== 'running' || effectiveDay > row.days - 1) return null;
      const command = { seq: row.commandCount + 1, path, value, effectiveDay };
      await manager.update(RunEntity, { id: run }, { commandCount: command.seq });
      await manager.insert(CommandEntity, { run, idempotencyKey, ...command });
      const detail = { ...command, askedDay: asked.day, idempotencyKey };
      await manager.insert(AuditEntity, { run, by, action: 'intervene', detail });
      return command;
    });
  }

  async commands(run: string): Promise<Command[]> {
    const found = await this.database.ask((manager) =>
      manager.find(CommandEntity, { where: { run }, order: { seq: 'ASC' } }),
    );
    return found.map(commandOf);
  }

  async givers(run: string): Promise<ReadonlyMap<number, string>> {
    const sql = `select (detail->>'seq')::integer as seq, asked_by as by from audit where run = $1 and action = 'intervene'`;
    const found = await this.database.ask((manager) => rowsOf<{ seq: number; by: string }>(manager, sql, [run]));
    return new Map(found.map(({ seq, by }) => [seq, by]));
  }

  play(
    run: string,
    { by, ...asked }: { mode?: RunMode; stepTo?: number; daysPerSecond?: number | null; by: string },
  ): Promise<boolean> {
    return this.database.transaction(async (manager) => {
      // What is null is set; what is not said stays.
      const said = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined));
      if (!(await changed(manager, { id: run, status: 'running' }, { status: 'running', ...said }))) return false;
      await manager.insert(AuditEntity, { run, by, action: 'play', detail: asked });
      return true;
    });
  }

  openDay(run: string, { day, attempt }: { readonly day: number; readonly attempt: number }): Promise<boolean> {
    return this.#change(run, { attempt, openedDay: day - 1 }, { openedDay: day });
  }

  heal(run: string, { attempt, startDay }: { readonly attempt: number; readonly startDay: number }): Promise<boolean> {
    return this.#change(run, { attempt: attempt - 1 }, { attempt, startDay, gap: null });
  }

  async reportGap(run: string, { attempt, gap }: { readonly attempt: number; readonly gap: string }): Promise<void> {
    // The first that is seen stays, so that everybody is told of one.
    const sql = `update runs set gap = $3 where id = $1 and attempt = $2 and gap is null and status = 'running'`;
    await this.database.ask((manager) => manager.query(sql, [run, attempt, gap]));
  }

  async end(run: string, digest: string): Promise<void> {
    await this.#change(run, {}, { status: 'ended', digest });
  }

  async fail(run: string, failure: string): Promise<void> {
    await this.#change(run, {}, { status: 'failed', failure });
  }

  watch(onChange: (run: string) => void): () => void {
    return this.watching.add(onChange);
  }

  /** Changes the row of a run that is running and as it is expected; false where it is not. */
  #change(
    run: string,
    expected: FindOptionsWhere<RunEntity>,
    change: QueryDeepPartialEntity<RunEntity>,
  ): Promise<boolean> {
    return this.database.ask((manager) => changed(manager, { ...expected, id: run, status: 'running' }, change));
  }
}

async function changed(
  manager: EntityManager,
  criteria: FindOptionsWhere<RunEntity>,
  change: QueryDeepPartialEntity<RunEntity>,
): Promise<boolean> {
  const { affected } = await manager.update(RunEntity, criteria, change);
  return affected === 1;
}

/** The id of the run with the manifest's key; undefined where it went between the two statements. */
async function insertOrFind(
  manager: EntityManager,
  manifest: RunManifest,
  { mode = 'playing', daysPerSecond = null }: Beginning,
): Promise<string | undefined> {
  const { id, idempotencyKey, createdAt, days } = manifest;
  const made = await rowsOf<{ id: string }>(
    manager,
    `insert into runs (id, idempotency_key, manifest, created_at, days, mode, days_per_second)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (idempotency_key) do nothing returning id`,
    [id, idempotencyKey, JSON.stringify(manifest), createdAt, days, mode, daysPerSecond],
  );
  return (made.at(0) ?? (await manager.findOneBy(RunEntity, { idempotencyKey })))?.id;
}

function rowOf(entity: RunEntity): RunRow {
  const { id, status, failure, attempt, startDay, openedDay, mode, stepTo } = entity;
  const { daysPerSecond, projectedDay, gap, digest } = entity;
  return {
    ...{ id, status, failure, attempt, startDay, openedDay, mode, stepTo },
    ...{ daysPerSecond, projectedDay, gap, digest },
  };
}

function commandOf({ seq, path, value, effectiveDay }: CommandEntity): Command {
  return { seq, path, value, effectiveDay };
}

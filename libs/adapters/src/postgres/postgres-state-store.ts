// StateStore in PostgreSQL: a snapshot is a row.
import type { Party } from '#libs/kernel';
import type { Stream } from '#libs/messages';
import type { ShardSnapshot, StateStore } from '#libs/runtime';
import { LessThan } from 'typeorm';
import { rowsOf, type Database } from './database';
import { SnapshotEntity, type OffsetCell } from './snapshot-entity';

/**
 * A later attempt has read the same day from other offsets; an earlier one that comes late must not take them back. The
 * row of the run is locked, so that none is added to a run that is being removed.
 */
const SAVE = `
  insert into snapshots (run, stage, shard, day, attempt, offsets, hash, bytes)
  select id, $2, $3, $4, $5, $6, $7, $8 from runs where id = $1 for key share
  on conflict on constraint snapshots_pkey
    do update set attempt = excluded.attempt, offsets = excluded.offsets
    where snapshots.hash = excluded.hash and snapshots.attempt < excluded.attempt`;

const COMMON_DAY = `
  select coalesce(max(day), -1) as day from (
    select day from snapshots
    where run = $1 and day <= $2 and (stage, shard) in (select * from unnest($3::text[], $4::integer[]))
    group by day having count(*) = $5
  ) common`;

export class PostgresStateStore implements StateStore {
  constructor(private readonly database: Database) {}

  save({ run, source, day, attempt, offsets, hash, bytes }: ShardSnapshot): Promise<boolean> {
    return this.database.ask(async (manager) => {
      const key = { run, stage: source.stage, shard: source.shard, day };
      const cells = JSON.stringify(offsets.map(cellOf));
      const content = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      await manager.query(SAVE, [run, key.stage, key.shard, day, attempt, cells, hash, content]);
      const kept = await manager.findOne(SnapshotEntity, { where: key, select: { run: true, hash: true } });
      return kept === null || kept.hash === hash;
    });
  }

  async newest(
    run: string,
    { stage, shard }: Party,
    { attempt, startDay }: { readonly attempt: number; readonly startDay: number },
  ): Promise<ShardSnapshot | undefined> {
    const where = [
      { run, stage, shard, attempt },
      { run, stage, shard, day: startDay },
    ];
    const found = await this.database.ask((manager) =>
      manager.findOne(SnapshotEntity, { where, order: { day: 'DESC' } }),
    );
    return found ? snapshotOf(found) : undefined;
  }

  async commonDay(run: string, sources: readonly Party[], atMost: number): Promise<number> {
    const stages = sources.map(({ stage }) => stage);
    const shards = sources.map(({ shard }) => shard);
    const values = [run, atMost, stages, shards, sources.length];
    const rows = await this.database.ask((manager) => rowsOf<{ day: number }>(manager, COMMON_DAY, values));
    return rows[0].day;
  }

  async forgetBefore(run: string, day: number): Promise<void> {
    await this.database.ask((manager) => manager.delete(SnapshotEntity, { run, day: LessThan(day) }));
  }
}

function cellOf({ stream, offset }: ShardSnapshot['offsets'][number]): OffsetCell {
  return { channel: stream.channel, to: stream.to, shard: stream.shard, offset: String(offset) };
}

function snapshotOf({ run, stage, shard, day, attempt, offsets, hash, bytes }: SnapshotEntity): ShardSnapshot {
  return {
    ...{ run, source: { stage, shard } as Party, day, attempt, hash },
    offsets: offsets.map(({ channel, to, shard: partition, offset }) => ({
      stream: { channel, to, shard: partition } as Stream,
      offset: BigInt(offset),
    })),
    // A copy that begins its own buffer: columns of doubles are laid over it, and must lie on multiples of 8.
    bytes: new Uint8Array(bytes),
  };
}

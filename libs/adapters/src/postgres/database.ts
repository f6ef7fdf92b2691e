// The one way to PostgreSQL: every failure to reach it comes out as StoreAway.
import type { DataSource, EntityManager } from 'typeorm';
import { asAway } from './away';

/** Numbers the lock that migrations run under; any number that nobody else uses. */
const MIGRATION_LOCK = 7_361_914;

export class Database {
  constructor(private readonly source: DataSource) {}

  /** One statement, or some that need not hold together. */
  ask<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return told(() => work(this.source.manager));
  }

  /** Holds together: what throws leaves nothing behind. */
  transaction<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return told(() => this.source.transaction('READ COMMITTED', work));
  }

  /** Connects and brings the tables up to date; of several processes at once, one does it and the others wait. */
  async open(): Promise<void> {
    await told(async () => {
      await this.source.initialize();
      // The lock is the connection's: it goes with it, also when this process dies.
      const runner = this.source.createQueryRunner();
      try {
        await runner.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
        await this.source.runMigrations({ transaction: 'each' });
        await runner.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      } finally {
        await runner.release();
      }
    }).catch(async (error: unknown) => {
      await this.close();
      throw error;
    });
  }

  async close(): Promise<void> {
    if (this.source.isInitialized) await this.source.destroy();
  }
}

async function told<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asAway(error);
  }
}

/** Rows of a query that TypeORM gives untyped. */
export function rowsOf<T>(manager: EntityManager, sql: string, values: readonly unknown[]): Promise<T[]> {
  return manager.query<T[]>(sql, [...values]);
}

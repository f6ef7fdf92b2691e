// The pool of connections to PostgreSQL, and the tables behind it.
import * as pg from 'pg';
import { DataSource } from 'typeorm';
import {
  DayEntity,
  EnterpriseDayEntity,
  EnterpriseListEntity,
  LossDayEntity,
  LossEntity,
  MilestoneEntity,
  RateEntity,
} from './day-entities';
import { Runs1795824000000 } from './migrations/1795824000000-runs';
import { Days1795824000001 } from './migrations/1795824000001-days';
import { ToldDays1795824000002 } from './migrations/1795824000002-told-days';
import { EnterprisesByColumn1795824000003 } from './migrations/1795824000003-enterprises-by-column';
import { AuditEntity, CommandEntity, RunEntity } from './run-entities';
import { SnapshotEntity } from './snapshot-entity';

export interface PostgresOptions {
  /** Connections at most, one more listens for changes; at least 2, as migrations hold one and use another. */
  readonly poolSize?: number;
  /** Shown by the server for each of our connections. */
  readonly applicationName?: string;
  /** Told of what is met and mended without anybody having asked: a lost connection. */
  readonly log?: (line: string) => void;
}

export const CONNECT_TIMEOUT_MS = 5000;
/** Longest that a statement may take, the wait for a lock included. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A little more than the server's own bound: it speaks where the server does not. */
const ANSWER_TIMEOUT_MS = 35_000;
/** A process that is frozen within a transaction would hold the run's row for good. */
const IDLE_IN_TRANSACTION_MS = 10_000;
const IDLE_CONNECTION_MS = 30_000;
const POOL_SIZE = 8;

export const APPLICATION_NAME = 'resumption';

/**
 * A connection that is lost between two hands, the pool's and TypeORM's, has nobody who listens, and would end the
 * process. Whoever uses it next is told anyway.
 */
class ListenedClient extends pg.Client {
  constructor(config: pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}

/** @param url `postgres://user:password@host:port/database` */
export function dataSourceOf(url: string, { poolSize = POOL_SIZE, applicationName, log }: PostgresOptions): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    driver: pg,
    entities: [
      ...[RunEntity, CommandEntity, AuditEntity, SnapshotEntity, DayEntity, MilestoneEntity, RateEntity],
      ...[LossDayEntity, LossEntity, EnterpriseListEntity, EnterpriseDayEntity],
    ],
    migrations: [Runs1795824000000, Days1795824000001, ToldDays1795824000002, EnterprisesByColumn1795824000003],
    migrationsTableName: 'migrations',
    migrationsTransactionMode: 'each',
    migrationsRun: false,
    synchronize: false,
    dropSchema: false,
    installExtensions: false,
    logging: false,
    applicationName: applicationName ?? APPLICATION_NAME,
    poolSize: Math.max(2, poolSize),
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    poolErrorHandler: (error: Error) => log?.(`PostgreSQL: a connection at rest was lost (${error.message})`),
    extra: {
      Client: ListenedClient,
      keepAlive: true,
      idleTimeoutMillis: IDLE_CONNECTION_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: ANSWER_TIMEOUT_MS,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      // As many digits as it takes to read the same bits back, whatever the server's settings.
      options: '-c extra_float_digits=1',
    },
  });
}

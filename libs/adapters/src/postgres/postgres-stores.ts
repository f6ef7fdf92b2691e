// The stores of runs in PostgreSQL, over one pool.
import type { RunSize, Stores } from '../stores';
import { APPLICATION_NAME, dataSourceOf, type PostgresOptions } from './data-source';
import { Database, rowsOf } from './database';
import { PostgresMetricStore } from './postgres-metric-store';
import { PostgresRunStore } from './postgres-run-store';
import { PostgresStateStore } from './postgres-state-store';
import { RunWatch, type RunVersion } from './run-watch';

/** A snapshot's length is read without its bytes, for they are not compressed. */
const SIZES = `
  select id as run, created_at as "createdAt", status, (
      coalesce((select sum(octet_length(bytes)) from snapshots where run = id), 0)
      + coalesce((select sum(bytes) from days where run = id), 0)
      + coalesce((select sum(bytes) from loss_days where run = id), 0)
    )::double precision as bytes
  from runs order by number`;

export async function connectStores(url: string, options: PostgresOptions): Promise<Stores> {
  const database = new Database(dataSourceOf(url, options));
  await database.open();
  const watch = new RunWatch({
    url,
    applicationName: options.applicationName ?? APPLICATION_NAME,
    versions: () => database.ask((manager) => rowsOf<RunVersion>(manager, 'select id, version from runs', [])),
    log: options.log,
  });
  return {
    runs: new PostgresRunStore(database, watch),
    states: new PostgresStateStore(database),
    metrics: new PostgresMetricStore(database),
    sizes: () => database.ask((manager) => rowsOf<RunSize>(manager, SIZES, [])),
    close: async () => {
      await watch.close();
      await database.close();
    },
  };
}

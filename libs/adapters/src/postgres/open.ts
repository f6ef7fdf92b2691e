// The door to the stores in PostgreSQL. What is behind it is loaded when it is opened: it takes 0.4 s of processor time,
// and most commands never need it.
import type { Stores } from '../stores';
import type { PostgresOptions } from './data-source';
import type * as Behind from './postgres-stores';

/**
 * Opens the stores of a database and brings its tables up to date.
 * @param url `postgres://user:password@host:port/database`
 * @throws StoreAway when it does not answer within 5 s; so does every method of the stores, later, while it is away
 */
export function openPostgresStores(url: string, options: PostgresOptions = {}): Promise<Stores> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- import() would take an ES module's path.
  const { connectStores } = require('./postgres-stores') as typeof Behind;
  return connectStores(url, options);
}

// Whether a PostgreSQL server on this machine answers, its database made where it is missing.
import type * as Pg from 'pg';

const TIMEOUT_MS = 2000;
/** SQLSTATE: there is no such database; another one has just made it. */
const NO_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';

/** False while the server is away or still starting. @param where.database a plain name */
export async function databaseAnswers(where: { readonly port: number; readonly database: string }): Promise<boolean> {
  const code = await ask({ ...where, sql: 'select 1' });
  if (code !== NO_DATABASE) return code === 'answered';
  const made = await ask({ port: where.port, database: 'postgres', sql: `create database ${where.database}` });
  return made === 'answered' || made === DUPLICATE_DATABASE;
}

/** `answered`, or the code of what went wrong. */
async function ask({ port, database, sql }: { port: number; database: string; sql: string }): Promise<string> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Loaded here: most who import this library need none.
  const { Client } = require('pg') as typeof Pg;
  const client = new Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', database, application_name: 'resumption-start' },
    ...{ connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query(sql);
    return 'answered';
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code';
  } finally {
    await client.end().catch(() => undefined);
  }
}

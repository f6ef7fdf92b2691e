// Whether the PostgreSQL server on a data folder answers, its database made where it is missing.
import type * as Pg from 'pg';

const TIMEOUT_MS = 2000;
/** SQLSTATE: there is no such database; another one has just made it. */
const NO_DATABASE = '3D000';
const DUPLICATE_DATABASE = '42P04';
/** A server at rest knows no other way to say whose it is: somebody else's may have the port. */
const WHOSE = `select current_setting('data_directory') as answer`;

export interface ServerOnData {
  readonly port: number;
  readonly data: string;
  /** A plain name. */
  readonly database: string;
}

/** False while the server is away or still starting, and where another one has the port. */
export async function databaseAnswers({ port, data, database }: ServerOnData): Promise<boolean> {
  const seen = await ask(port, database, WHOSE);
  if (seen.code !== NO_DATABASE) return seen.answer === data;
  if ((await ask(port, 'postgres', WHOSE)).answer !== data) return false;
  const made = await ask(port, 'postgres', `create database ${database}`);
  return made.code === undefined || made.code === DUPLICATE_DATABASE;
}

/** The first cell, or the code of what went wrong. */
async function ask(port: number, database: string, sql: string): Promise<{ answer?: string; code?: string }> {
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- Loaded here: most who import this library need none.
  const { Client } = require('pg') as typeof Pg;
  const client = new Client({
    ...{ host: '127.0.0.1', port, user: 'postgres', database, application_name: 'resumption-start' },
    ...{ connectionTimeoutMillis: TIMEOUT_MS, query_timeout: TIMEOUT_MS },
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ answer: string }>(sql);
    return { answer: rows.at(0)?.answer ?? '' };
  } catch (error) {
    return { code: (error as { code?: string }).code ?? 'no code' };
  } finally {
    await client.end().catch(() => undefined);
  }
}

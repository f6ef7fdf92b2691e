// Which errors mean that PostgreSQL does not answer just now, rather than that something is wrong with what was asked.
import { StoreAway } from '#libs/runtime';

/** Classes of SQLSTATE: connection, resources, intervention of an operator, the system's own errors. */
const CLASSES = ['08', '53', '57', '58'];
/** Single ones: idle in a transaction, a server that only reads, deadlock, conflict of transactions, lock not to be had. */
const STATES = ['25P03', '25P04', '25006', '40P01', '40001', '55P03'];
/** Node's own. */
const SYSTEM = [
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'],
  ...['EHOSTUNREACH', 'ENETUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'ERR_STREAM_PREMATURE_CLOSE', 'ERR_STREAM_DESTROYED'],
];
/** What pg, its pool and TypeORM say without any code. */
const WORDS =
  /connection terminated|terminating connection|timeout (exceeded )?when trying to connect|timeout expired|not queryable|query read timeout|query runner already released|driver not connected|client was closed|connection error|stream.*(closed|destroyed)/i;

/** The error as a StoreAway where it is one, otherwise as it is. */
export function asAway(error: unknown): unknown {
  if (error instanceof StoreAway || !isAway(error)) return error;
  return new StoreAway('PostgreSQL', messageOf(error), error);
}

function isAway(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined && SYSTEM.includes(code)) return true;
  // SQLSTATE has five characters; Node's codes are longer.
  if (code?.length === 5) return STATES.includes(code) || CLASSES.includes(code.slice(0, 2));
  return WORDS.test(messageOf(error));
}

function codeOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

function messageOf(error: unknown): string {
  // Not `instanceof Error`: Node's errors come from outside of the context that tests run in.
  if (typeof error !== 'object' || error === null || !('message' in error)) return String(error);
  // An error of several addresses has no message of its own.
  return typeof error.message === 'string' && error.message !== '' ? error.message : (codeOf(error) ?? 'no answer');
}

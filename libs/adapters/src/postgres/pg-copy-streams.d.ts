// The package ships no types; this is what we use of it.
declare module 'pg-copy-streams' {
  import type { Submittable } from 'pg';
  import type { Writable } from 'node:stream';

  /** @param sql `copy ... from stdin ...`; the stream is what `client.query` takes and gives back */
  export function from(sql: string): Writable & Submittable;
}

// A request for each route, as the table has it: right in form, and about what is not there.
import type { Route } from '#libs/api';
import { z } from 'zod';
import type { Given } from './gateway.fixture';

const PARAMETERS: Readonly<Record<string, string>> = { run: 'no-such-run', id: 'no-such-id', day: '0' };
const QUERIES: Readonly<Record<string, string>> = { runs: 'no-such-run,no-such-run', enterprise: 'e-1', day: '0' };

/** @param run stands for the run in the path */
export function pathOf({ path, query }: Route, run = PARAMETERS.run): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'run' ? run : PARAMETERS[name]));
  const needed = Object.keys(query?.shape ?? {}).filter((name) => name in QUERIES && isNeeded(query?.shape[name]));
  const search = needed.map((name) => `${name}=${name === 'runs' ? `${run},${run}` : QUERIES[name]}`).join('&');
  return search === '' ? filled : `${filled}?${search}`;
}

const BODIES: readonly unknown[] = [
  {},
  { key: 'k' },
  { text: 'resumption: 1' },
  { scenario: 'no-such-scenario' },
  { days: 1 },
  { daysPerSecond: 1 },
  { path: 'levers.passes', value: 1 },
  { day: 0, set: [{ path: 'levers.passes', value: '1' }] },
  { day: 0 },
];

/** The first body that the route's schema takes. */
export function exampleOf({ body }: Route): Given {
  if (!body) return {};
  const strict = body instanceof z.ZodObject ? body.strict() : body;
  const found = BODIES.find((one) => strict.safeParse(one).success);
  if (found === undefined) throw new Error('no example of a body: add one');
  return { body: found };
}

const isNeeded = (schema: unknown): boolean => schema instanceof z.ZodType && !schema.safeParse(undefined).success;

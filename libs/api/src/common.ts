// What several parts of the API share: ids, names in two languages, problems.
import { z } from 'zod';

/** Longest text of an id, a path, a name. */
const MOST_ID = 120;

export const runIdSchema = z
  .string()
  .regex(/^[A-Za-z0-9][\w-]{0,119}$/)
  .meta({ id: 'RunId' });
export const scenarioIdSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .meta({ id: 'ScenarioId' });
export const idSchema = z.string().min(1).max(MOST_ID);
export const daySchema = z.coerce.number().int().min(0).max(3650);
export const dateSchema = z.string().regex(/^\d{4}-\d\d-\d\d$/);

/** English always, Chinese where there is one. */
export const nameSchema = z.object({ en: z.string(), zh: z.string().optional() }).meta({ id: 'Name' });
export type Name = z.infer<typeof nameSchema>;

/** What the command line says too: the code, the place in the input, and what to do next. */
const explained = {
  code: z.string(),
  detail: z.string(),
  path: z.string().optional(),
  line: z.number().int().optional(),
  column: z.number().int().optional(),
  mend: z.string(),
};

/** RFC 9457, with further problems of the same input. */
export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    ...explained,
    also: z.array(z.object(explained)).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;

export const ROLES = ['analyst', 'planner', 'developer', 'operator'] as const;
export type Role = (typeof ROLES)[number];

export const sessionSchema = z
  .object({
    name: z.string(),
    role: z.enum(ROLES),
    /** The page was opened on this machine and needs no key. */
    isLocal: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.infer<typeof sessionSchema>;

/** One page of a list. */
export const pageSchema = z.object({
  offset: z.coerce.number().int().min(0).max(10_000_000).default(0),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

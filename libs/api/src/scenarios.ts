// Scenarios: those of the project, which never change, and one's own.
import { z } from 'zod';
import { dateSchema, nameSchema, scenarioIdSchema } from './common';

/** Characters of a scenario file, and of all its tables together. */
export const MOST_TEXT = 1_000_000;
export const MOST_TABLES = 30_000_000;

export const tableSchema = z.object({
  name: z.string().regex(/^[\w.-]{1,80}\.csv$/),
  text: z.string().max(MOST_TABLES),
});

export const scenarioTextsSchema = z
  .object({ text: z.string().max(MOST_TEXT), tables: z.array(tableSchema).max(8).default([]) })
  .meta({ id: 'ScenarioTexts' });
export type ScenarioTextsBody = z.infer<typeof scenarioTextsSchema>;

export const scenarioListedSchema = z
  .object({
    id: scenarioIdSchema,
    name: nameSchema,
    start: dateSchema,
    days: z.number().int(),
    seed: z.number().int(),
    /** Null where the file does not compile any more. */
    enterprises: z.number().int().nullable(),
    /** Null also where the chain was not drawn for the list. */
    links: z.number().int().nullable(),
    /** One's own may be changed and removed. */
    isOwn: z.boolean(),
  })
  .meta({ id: 'ScenarioListed' });
export type ScenarioListed = z.infer<typeof scenarioListedSchema>;

export const leverKindSchema = z.enum(['count', 'ratio', 'switch', 'yuan', 'factor']);

/** A lever as a form shows it: its path is the one of `--set` and of the file. */
export const leverSchema = z
  .object({
    path: z.string(),
    name: nameSchema,
    /** What it acts on, as the file says it: passes, charterSeats, market.opens ... */
    acts: z.string(),
    kind: leverKindSchema,
    unit: nameSchema,
    /** What of it may be decided during a run. */
    canIntervene: z.boolean(),
    /** Value by day as the scenario has it; null where nothing acts. */
    values: z.array(z.number().nullable()),
  })
  .meta({ id: 'Lever' });
export type Lever = z.infer<typeof leverSchema>;

export const scenarioSchema = scenarioListedSchema
  .extend({ text: z.string(), tables: z.array(tableSchema), levers: z.array(leverSchema) })
  .meta({ id: 'Scenario' });
export type Scenario = z.infer<typeof scenarioSchema>;

export const scenarioFaultSchema = z
  .object({
    code: z.string(),
    /** Key of the file, or the table. */
    path: z.string(),
    line: z.number().int().nullable(),
    column: z.number().int().nullable(),
    reason: z.string(),
    mend: z.string(),
  })
  .meta({ id: 'ScenarioFault' });

export const validationSchema = z
  .object({
    isValid: z.boolean(),
    faults: z.array(scenarioFaultSchema),
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    enterprises: z.number().int().nullable(),
    links: z.number().int().nullable(),
    days: z.number().int().nullable(),
    levers: z.array(leverSchema),
  })
  .meta({ id: 'Validation' });
export type Validation = z.infer<typeof validationSchema>;

// Runs: what each was made from, how it goes, and what is decided in it.
import { z } from 'zod';
import { dateSchema, daySchema, nameSchema, runIdSchema, scenarioIdSchema } from './common';
import { scenarioTextsSchema } from './scenarios';

export const settingSchema = z.object({ path: z.string().min(1).max(200), value: z.string().min(1).max(2000) });
export type Setting = z.infer<typeof settingSchema>;

const daysPerSecondSchema = z.number().positive().max(1000).nullable();

export const runAskedSchema = z
  .object({
    scenario: z.union([scenarioIdSchema, scenarioTextsSchema]),
    set: z.array(settingSchema).max(100).default([]),
    seed: z.number().int().min(0).max(4_294_967_295).optional(),
    days: z.number().int().min(1).max(3650).optional(),
    shards: z.number().int().min(1).max(8).default(1),
    losses: z.boolean().default(true),
    mode: z.enum(['playing', 'paused']).default('playing'),
    daysPerSecond: daysPerSecondSchema.default(null),
  })
  .meta({ id: 'RunAsked' });
export type RunAsked = z.input<typeof runAskedSchema>;

export const commandSchema = z
  .object({
    seq: z.number().int(),
    path: z.string(),
    value: z.number(),
    effectiveDay: z.number().int(),
    by: z.string(),
  })
  .meta({ id: 'Command' });

export const runSchema = z
  .object({
    id: runIdSchema,
    scenario: z.object({ id: z.string(), name: nameSchema }),
    seed: z.number().int(),
    start: dateSchema,
    days: z.number().int(),
    shards: z.number().int(),
    accountsForLosses: z.boolean(),
    modelVersion: z.string(),
    status: z.enum(['running', 'ended', 'failed']),
    failure: z.string().nullable(),
    mode: z.enum(['playing', 'paused']),
    daysPerSecond: z.number().nullable(),
    openedDay: z.number().int(),
    /** Last day that is sealed: -1 before the first. */
    projectedDay: z.number().int(),
    attempt: z.number().int(),
    digest: z.string().nullable(),
    forkedFrom: z.object({ run: z.string().nullable(), digest: z.string(), day: z.number().int() }).nullable(),
    set: z.array(settingSchema),
    /** Decided before the run began: of its parents. */
    interventions: z.array(z.object({ path: z.string(), day: z.number().int(), value: z.number() })),
    commands: z.array(commandSchema),
    owner: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'Run' });
export type Run = z.infer<typeof runSchema>;

export const stepSchema = z.object({ days: z.number().int().min(1).max(3650).default(1) });
export const speedSchema = z.object({ daysPerSecond: daysPerSecondSchema });

export const interventionSchema = z
  .object({ path: z.string().min(1).max(200), value: z.number(), day: z.number().int().min(0).max(3650).default(0) })
  .meta({ id: 'Intervention' });

/** A command that was accepted, and the day from which it stands: not always the day that was asked for. */
export const acceptedSchema = commandSchema
  .extend({ askedDay: z.number().int(), date: dateSchema })
  .meta({ id: 'Accepted' });
export type Accepted = z.infer<typeof acceptedSchema>;

export const forkAskedSchema = z
  .object({
    day: daySchema,
    set: z.array(settingSchema).min(1).max(100),
    mode: z.enum(['playing', 'paused']).default('playing'),
    daysPerSecond: daysPerSecondSchema.default(null),
  })
  .meta({ id: 'ForkAsked' });
export type ForkAsked = z.input<typeof forkAskedSchema>;

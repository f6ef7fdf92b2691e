// Enterprises: a list of a day, one of them over its days, and all of them as one byte each.
import { z } from 'zod';
import { dateSchema, daySchema, nameSchema, pageSchema } from './common';
import { boundSchema } from './days';

export const ENTERPRISE_SORTS = ['worst', 'lost', 'base', 'id'] as const;

export const enterprisesAskedSchema = pageSchema.extend({
  day: daySchema,
  sector: z.string().max(120).optional(),
  zone: z.string().max(120).optional(),
  bound: boundSchema.optional(),
  /** Part of an id. */
  search: z.string().max(120).optional(),
  /** `worst`: least output over base first; `lost`: most yuan first. */
  sort: z.enum(ENTERPRISE_SORTS).default('worst'),
});

export const enterpriseDaySchema = z
  .object({
    id: z.string(),
    /** Its place in the chain's order, as in the field. */
    row: z.number().int(),
    sector: z.string(),
    zone: z.string(),
    isNotable: z.boolean(),
    baseYuan: z.number(),
    outputYuan: z.number(),
    wantedYuan: z.number(),
    /** Output over base, at most 1. */
    ratio: z.number(),
    bound: boundSchema,
  })
  .meta({ id: 'EnterpriseDay' });
export type EnterpriseDay = z.infer<typeof enterpriseDaySchema>;

export const enterprisePageSchema = z
  .object({ day: z.number().int(), total: z.number().int(), rows: z.array(enterpriseDaySchema) })
  .meta({ id: 'EnterprisePage' });

export const enterpriseSchema = z
  .object({
    id: z.string(),
    row: z.number().int(),
    sector: z.string(),
    zone: z.string(),
    isNotable: z.boolean(),
    baseYuan: z.number(),
    /** By day, up to the last one sealed. */
    ratio: z.array(z.number()),
    outputYuan: z.array(z.number()),
    bound: z.array(boundSchema),
    suppliers: z.array(z.object({ id: z.string(), sector: z.string(), baseYuan: z.number() })),
    buyers: z.array(z.object({ id: z.string(), sector: z.string(), baseYuan: z.number() })),
  })
  .meta({ id: 'Enterprise' });
export type Enterprise = z.infer<typeof enterpriseSchema>;

/**
 * The places of enterprises in a day's bytes: byte i is the enterprise of row i, 0 to 200 its output over base in half
 * per cents, 255 a seller outside. Rows of a sector lie together.
 */
export const fieldSchema = z
  .object({
    count: z.number().int(),
    groups: z.array(
      z.object({ sector: z.string(), name: nameSchema, first: z.number().int(), count: z.number().int() }),
    ),
  })
  .meta({ id: 'Field' });
export type Field = z.infer<typeof fieldSchema>;

/** Days of a heat map: one row an enterprise, one byte a day, rows as asked for by sector. */
export const heatAskedSchema = z.object({
  sector: z.string().max(120).optional(),
  from: daySchema.default(0),
  to: daySchema.default(3650),
});

export const whenSchema = z.object({ day: z.number().int(), date: dateSchema });

// What a sealed day comes to. The same shape is read as history and told as it closes.
import { BINDING_CONSTRAINTS, LOSS_CAUSES } from '#libs/messages';
import { z } from 'zod';
import { dateSchema, daySchema, nameSchema } from './common';

export const causeSchema = z.enum(LOSS_CAUSES);
export const boundSchema = z.enum(BINDING_CONSTRAINTS);

const ratesShape = {
  resumption: z.number(),
  /** Null where no staff is modelled. */
  returnToPost: z.number().nullable(),
  capacityRecovery: z.number(),
  throughput: z.number(),
  lostYuan: z.number(),
  lostValueAddedYuan: z.number(),
  missedFinalYuan: z.number(),
};

/** A root cause: what went wrong, and in which sector; null on the roads. */
const rootCauseShape = { cause: causeSchema, sector: z.string().nullable() };

export const dayLossSchema = z
  .object({ ...rootCauseShape, yuan: z.number(), share: z.number() })
  .meta({ id: 'DayLoss' });
export type DayLoss = z.infer<typeof dayLossSchema>;

export const sectorDaySchema = z
  .object({
    id: z.string(),
    ...ratesShape,
    /** What held most of its lost value down; `none` where less than 1 % was lost. */
    heldBy: boundSchema,
    /** Of its lost value added, what arose elsewhere or here, the largest first, at most five; empty until accounted for. */
    losses: z.array(dayLossSchema),
  })
  .meta({ id: 'SectorDay' });
export type SectorDay = z.infer<typeof sectorDaySchema>;

export const dayResultSchema = z
  .object({
    day: z.number().int(),
    date: dateSchema,
    chain: z.object(ratesShape),
    /** In chain order, outside sellers left out. */
    sectors: z.array(sectorDaySchema),
    /** Lost value added by root cause, the largest first; null until the losses of the day are accounted for. */
    losses: z.array(dayLossSchema).nullable(),
    /** The largest loss by accounting, on days that lose 1 % and more of base value added; null where none does. */
    bottleneck: dayLossSchema.extend({ sinceDay: z.number().int() }).nullable(),
    milestones: z.number().int(),
  })
  .meta({ id: 'DayResult' });
export type DayResult = z.infer<typeof dayResultSchema>;

export const daysAskedSchema = z.object({ from: daySchema.default(0), to: daySchema.default(3650) });

/** What does not change from day to day. */
export const chainSchema = z
  .object({
    enterprises: z.number().int(),
    links: z.number().int(),
    sectors: z.array(
      z.object({
        id: z.string(),
        name: nameSchema,
        stage: z.enum(['plants', 'markets', 'exporters']),
        enterprises: z.number().int(),
        /** A normal day. */
        baseYuan: z.number(),
        baseValueAddedYuan: z.number(),
        baseFinalYuan: z.number(),
      }),
    ),
    /** Sellers outside: what comes in from beyond the chain. */
    outside: z.array(z.object({ id: z.string(), name: nameSchema, baseYuan: z.number() })),
    /** Value of a normal day from sector to sector, outside sellers among the suppliers, and days on the way. */
    flows: z.array(z.object({ from: z.string(), to: z.string(), baseYuan: z.number(), days: z.number().int() })),
    zones: z.array(z.string()),
    observations: z.array(
      z.object({
        id: z.string(),
        role: z.enum(['input', 'target', 'check']),
        metric: z.string(),
        subject: z.string().nullable(),
        unit: z.string(),
        day: z.number().int().nullable(),
        observed: z.number(),
        atLeast: z.boolean(),
        source: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'Chain' });
export type Chain = z.infer<typeof chainSchema>;

export const metricsAskedSchema = daysAskedSchema.extend({
  scope: z.enum(['chain', 'sector', 'zone', 'enterprise']).default('chain'),
  /** A sector, zone or enterprise; all sectors or zones where left out. */
  id: z.string().max(120).optional(),
  format: z.enum(['json', 'csv', 'parquet']).default('json'),
});

/** Plain rows, as in the tables of an archive. */
export const rowsSchema = z
  .array(z.record(z.string(), z.union([z.string(), z.number(), z.null()])))
  .meta({ id: 'Rows' });

export const milestoneToldSchema = z
  .object({
    id: z.string(),
    day: z.number().int(),
    date: dateSchema,
    type: z.string(),
    /** The sentence, as the command line tells it. */
    text: nameSchema,
    sector: z.string().nullable(),
    enterprise: z.string().nullable(),
    /** Milestones that brought it about. */
    causes: z.array(z.string()),
  })
  .meta({ id: 'MilestoneTold' });
export type MilestoneTold = z.infer<typeof milestoneToldSchema>;

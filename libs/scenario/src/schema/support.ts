// Workers and where they come from, gates, masks, risk: a section that is there switches its mechanism on.
import { z } from 'zod';
import { amount, byId, daySchema, id, positive, share } from './basics';

const MAX_QUARANTINE_DAYS = 60;

const origin = z.strictObject({
  ownWay: share.meta({ description: 'share of the workers with a green code who set out on their own each day' }),
  seats: z.boolean().default(false).meta({ description: 'whether trains and charter buses go there' }),
  quarantineDays: z
    .number()
    .int()
    .min(0)
    .max(MAX_QUARANTINE_DAYS)
    .default(0)
    .meta({ description: 'after coming on their own' }),
  released: daySchema.optional().meta({ description: 'first day on which people from there can be listed' }),
  importRisk: share.default(0).meta({ description: 'infection that a worker without quarantine brings' }),
});

export const workers = z.strictObject({
  origins: byId(origin),
  seatFill: share
    .min(0.01)
    .default(1)
    .meta({ description: 'share of a bus filled where each enterprise hires its own' }),
  pooledFill: share.min(0.01).default(1).meta({ description: 'share of a bus filled while enterprises share it' }),
  mixSpread: z
    .number()
    .min(0)
    .max(0.5)
    .default(0)
    .meta({ description: "how far an enterprise's mix of origins departs from its population's; 0 is not at all" }),
});

const checklist = z.strictObject({
  from: daySchema,
  to: daySchema,
  by: z
    .enum(['enterprise', 'park'])
    .default('enterprise')
    .meta({ description: 'whether a park completes it on one day' }),
});

/** What a population, or an enterprise with a name of its own, says of its workers and its gate. */
export const staffing = {
  origins: z.record(id, share).optional().meta({ description: 'share of staff by origin; they add up to 1' }),
  stayed: share.optional().meta({ description: 'share of staff on post on the eve; 0 by default' }),
  seatWeight: positive.optional().meta({ description: 'weight in the sharing of seats; 1 by default' }),
  checklist: checklist
    .optional()
    .meta({ description: 'when the checklist is complete: a day between both; without it there is no gate' }),
  queue: id.optional().meta({ description: 'approval queue; `all` by default' }),
};

export const gates = z.strictObject({});

export const masks = z.strictObject({
  perWorkerDay: positive.default(1),
  kitDays: amount.max(400).default(0).meta({ description: 'days of need in stock on the eve' }),
  rule: z.enum(['need', 'equal']).default('need').meta({ description: 'how the pool is shared' }),
  electricity: z
    .strictObject({
      idle: share.default(0.2).meta({ description: 'reading of an enterprise at rest, of its usual one' }),
      threshold: share.default(0.8).meta({ description: 'reading from which an enterprise is served' }),
      capPerDay: amount.optional().meta({ description: 'the most that an enterprise gets, masks a day' }),
    })
    .prefault({}),
});

export const risk = z.strictObject({
  perQuarantineDay: share.default(0.7).meta({ description: 'what a day of quarantine leaves of the risk' }),
  density: share.default(0).meta({ description: 'risk a day of a place where everybody works unmasked' }),
  crowd: share.default(0).meta({ description: 'risk a day of a hall at base footfall' }),
  decay: share.default(0.05).meta({ description: 'share of the risk that goes each day' }),
  closedDays: z.number().int().min(1).max(400).default(14),
});

export type StaffingSpec = z.infer<z.ZodObject<typeof staffing>>;

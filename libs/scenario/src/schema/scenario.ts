// The scenario file. Its JSON Schema (`resumption schema scenario`) comes from here, so editors complete what is read.
import { z } from 'zod';
import { amount, byId, datePattern, days, id, positive, share, words } from './basics';
import { observation } from './observations';
import { buying, namedEnterprise, sector } from './sectors';
import { curve, exportTerms, lever, market, shock } from './series';
import { gates, masks, risk, workers } from './support';

const product = z.strictObject({
  yuanPerTonne: positive,
  yuanPerMetre: positive.optional().meta({ description: 'base price, for people' }),
});

const road = z.strictObject({
  name: words.optional(),
  leadDays: z.number().int().min(2).max(60).default(2),
  capacity: positive.default(1.5).meta({ description: "carriers' tonnes a day over the base flow of each corridor" }),
  checkpoint: z
    .strictObject({
      freeShare: share,
      tripsPerDay: amount,
      tonnesPerTrip: amount,
      addsDays: z.number().int().min(0).max(30),
      officeDays: z
        .number()
        .int()
        .min(0)
        .max(60)
        .default(0)
        .meta({ description: 'days from application to pass; 0: the passes on issue are there at once' }),
    })
    .optional(),
});

const rules = z.strictObject({
  inputs: z.union([z.enum(['hard', 'partial']), z.strictObject({ psi: positive.max(1) })]).default('hard'),
  rationing: z
    .union([
      z.enum(['proportional', 'business-first', 'equal-relative']),
      z.strictObject({ priority: z.array(share).max(8) }),
    ])
    .default('proportional'),
  orders: z
    .discriminatedUnion('rule', [
      z.strictObject({
        rule: z.literal('plan'),
        smoothingDays: z.number().min(1).max(100).default(7),
        atMost: z.number().min(1).max(100).default(3),
      }),
      z.strictObject({
        rule: z.literal('realised'),
        target: z.enum(['scaled', 'fixed']).default('scaled'),
        gap: z.enum(['signed', 'positive']).default('signed'),
      }),
      z.strictObject({ rule: z.literal('ario'), split: z.enum(['fixed', 'by-capacity']).default('fixed') }),
    ])
    .default({ rule: 'plan', smoothingDays: 7, atMost: 3 }),
  overtime: z
    .union([
      z.literal('off'),
      z.strictObject({ rule: z.enum(['smooth', 'ario']), maxRatio: z.number().min(1).max(5), tauDays: positive }),
    ])
    .default({ rule: 'smooth', maxRatio: 1.1, tauDays: 60 }),
  finished: z
    .strictObject({ restoreDays: positive, atMost: z.number().min(1).max(20) })
    .default({ restoreDays: 6, atMost: 2 }),
  unmet: z.enum(['keep', 'lapse']).default('keep'),
  rhythm: z.enum(['daily', 'two-day']).default('daily'),
});

const initial = z.strictObject({
  cause: z
    .union([
      z
        .string()
        .min(1)
        .max(200)
        .transform((en): z.output<typeof words> => ({ en })),
      words,
    ])
    .meta({ description: 'why the chain does not start from its baseline' }),
  pipeline: share.default(1),
  stock: z
    .record(id, amount)
    .default({})
    .meta({ description: 'share of cover: by sector of the buyer, or `inside`, `outside` by the seller' }),
  finished: amount.default(1),
  bookDays: z
    .record(id, days)
    .default({})
    .meta({ description: 'order book, days of base flow, by sector of the supplier' }),
  contractDays: days.default(0),
  staff: z
    .record(id, share)
    .default({})
    .meta({ description: 'share of staff on post, by sector, whatever `stayed` says' }),
});

export const scenarioSchema = z
  .strictObject({
    resumption: z.literal(1).meta({ description: 'version of this file format' }),
    id,
    name: words,
    start: z.string().regex(datePattern).meta({ description: 'date of day 0' }),
    days: z.number().int().min(1).max(3650),
    seed: z.number().int().min(0).max(Number.MAX_SAFE_INTEGER).default(1),
    rules: rules.prefault({}),
    products: byId(product),
    zones: byId(z.strictObject({ road: id, weight: amount.default(1) })).default({
      district: { road: 'inside', weight: 1 },
    }),
    roads: z
      .object({ floors: z.array(share).max(7).default([]) })
      .catchall(road)
      .prefault({}),
    parks: z
      .strictObject({
        count: z.number().int().min(1).max(10_000),
        halls: z.number().int().min(0).max(1000).default(0).meta({
          description: 'market halls, where the shops are; 0 leaves shops in the parks',
        }),
      })
      .default({ count: 1, halls: 0 }),
    sectors: byId(sector),
    buying: buying.prefault({}),
    enterprises: byId(namedEnterprise).default({}),
    files: z
      .strictObject({
        enterprises: z.string().min(1).max(200).optional(),
        links: z.string().min(1).max(200).optional(),
      })
      .default({}),
    initial: initial.optional(),
    workers: workers.optional(),
    gates: gates.optional(),
    masks: masks.optional(),
    risk: risk.optional(),
    curves: byId(curve).default({}),
    levers: byId(lever).default({}),
    shocks: byId(shock).default({}),
    market: market.prefault({}),
    exports: exportTerms.prefault({}),
    observations: byId(observation).default({}),
  })
  .meta({ title: 'Resumption scenario' });

export type RoadSpec = z.infer<typeof road>;
export type ScenarioSpec = z.infer<typeof scenarioSchema>;

/** JSON Schema of the scenario file, as it is typed before defaults. */
export function scenarioJsonSchema(): unknown {
  return z.toJSONSchema(scenarioSchema, { io: 'input' });
}

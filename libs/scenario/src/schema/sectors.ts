// Sectors, what they buy, and the enterprises they consist of.
import { z } from 'zod';
import { amount, byId, count, days, id, positive, share, words } from './basics';
import { staffing } from './support';

/** Terms of a purchase; what is left out comes from `buying` by the seller's road. */
const buyingTerms = {
  coverDays: days.optional().meta({ description: 'n: stock aimed at, days of base use' }),
  restoreDays: z
    .number()
    .min(0.01)
    .max(400)
    .optional()
    .meta({ description: 'tau: days in which orders close a gap; below 1 they oscillate' }),
  priority: z
    .number()
    .int()
    .min(0)
    .max(6)
    .optional()
    .meta({ description: 'class on the road and in priority rationing, 0 goes first' }),
  need: z
    .enum(['critical', 'important', 'none'])
    .optional()
    .meta({ description: 'how the input binds under rule `partial`' }),
};

const seller = z.strictObject({
  share: share
    .default(1)
    .meta({ description: 'share of the product bought from this sector; shares of one product add up to 1' }),
  partners: z
    .number()
    .int()
    .min(1)
    .max(200)
    .default(1)
    .meta({ description: 'partners that each enterprise of the larger side draws' }),
  direct: z.boolean().default(false).meta({ description: 'no road: steam, a pipe, the same yard' }),
  leadDays: z
    .number()
    .int()
    .min(1)
    .max(60)
    .optional()
    .meta({ description: 'days from consignment to use; through logistics at least 2' }),
  ...buyingTerms,
});

const purchase = z.strictObject({
  perOutput: z.number().min(0).max(1).meta({ description: 'yuan of this product in a yuan of output' }),
  from: byId(seller),
});

const population = z.strictObject({
  count,
  staff: positive.default(10).meta({ description: 'mean staff: weighs populations of one sector against each other' }),
  sigma: z.number().min(0).max(2).default(0).meta({ description: 'spread of the lognormal size, cut at 8 x mean' }),
  zones: z.record(id, amount).optional().meta({ description: 'where they stand: zone and weight' }),
  notable: z.boolean().default(false).meta({ description: 'whether their single milestones are told' }),
  ...staffing,
});

export const sector = z.strictObject({
  name: words.optional(),
  stage: z.enum(['plants', 'markets', 'exporters']),
  product: id,
  outside: z.boolean().default(false).meta({ description: 'a seller outside the chain: counts in no rate' }),
  baseYuanPerDay: positive.optional().meta({ description: 'base output aimed at; the balance decides' }),
  finalDemand: z.union([z.literal('all'), z.literal('rest'), z.strictObject({ share })]).default('rest'),
  spare: z.number().min(1).max(10).default(1).meta({ description: 'k: capacity over base output' }),
  finishedDays: days.default(0).meta({ description: 'm: finished stock aimed at; 0 is make to order' }),
  labourExponent: z
    .number()
    .min(0.01)
    .max(10)
    .default(1)
    .meta({ description: 'theta: capacity is (share of staff at work)^theta' }),
  ownUse: z.boolean().default(false).meta({ description: 'whether an enterprise may buy from itself' }),
  buys: byId(purchase).default({}),
  populations: byId(population).default({}),
});

export const namedEnterprise = z.strictObject({
  sector: id,
  name: words.optional(),
  zone: id.optional(),
  size: positive.default(1).meta({ description: 'in mean enterprises of the largest population of the sector' }),
  finishedDays: days.optional(),
  staff: positive.optional().meta({ description: 'heads; size x mean of that population by default' }),
  ...staffing,
});

export const buying = z.strictObject({
  inside: z.strictObject(buyingTerms).default({}),
  outside: z.strictObject(buyingTerms).default({}),
});

export type SellerSpec = z.infer<typeof seller>;
export type BuyingTerms = z.infer<z.ZodObject<typeof buyingTerms>>;

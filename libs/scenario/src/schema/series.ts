// What is dated: curves (imposed observations), levers (what planners control), shocks (what the world does).
import { z } from 'zod';
import { amount, days, daySchema, id, positive, share, source, values, words } from './basics';

const oneOrMore = z.union([id, z.array(id).min(1).max(2000)]);

/** Which enterprises or corridors a series acts on: all conditions must hold. */
const target = z.strictObject({
  stage: z.enum(['plants', 'markets', 'exporters']).optional(),
  sector: oneOrMore.optional(),
  population: oneOrMore.optional(),
  zone: oneOrMore.optional(),
  park: oneOrMore.optional(),
  enterprise: oneOrMore.optional(),
  outside: z.boolean().optional(),
  road: id.optional(),
  queue: id.optional(),
});

export const ENTERPRISE_ACTS = ['capacity', 'open', 'utility', 'demand', 'finishedTarget'] as const;
export const ROAD_ACTS = ['passes', 'checkpoint', 'greenChannel', 'drivers'] as const;
/** Acts of the service desk on the whole district; approvals on one queue. */
export const SUPPORT_ACTS = [
  'whiteList',
  'healthCode',
  'trainSeats',
  'charterSeats',
  'carpool',
  'selfDrive',
  'quarantine',
  'approvals',
  'filing',
  'maskSupply',
  'maskPurchase',
  'electricityKey',
  'certificates',
] as const;
const CURVE_ACTS = [...ENTERPRISE_ACTS, ...ROAD_ACTS] as const;

const dated = {
  name: words.optional(),
  on: target.default({}),
  values,
  shape: z.enum(['step', 'linear']).default('step'),
  overrides: z
    .boolean()
    .default(false)
    .meta({ description: 'stands instead of other series of the same act, not beside them' }),
  source: source.optional(),
};

export const curve = z.strictObject({ acts: z.enum(CURVE_ACTS), ...dated });
export const lever = z.strictObject({
  acts: z.enum([...CURVE_ACTS, 'licence', ...SUPPORT_ACTS]),
  ...dated,
  cost: z.strictObject({ yuanPerUnitDay: amount.optional(), yuanPerDay: amount.optional() }).optional(),
});

export const shock = z.strictObject({
  name: words.optional(),
  acts: z.enum(['capacity', 'demand', 'utility', 'drivers']).default('capacity'),
  on: target.default({}),
  from: daySchema,
  days: z.number().int().min(1).max(3650).meta({ description: 'days at full depth' }),
  leaves: share.meta({ description: 'what is left of the base value: 0.4 is a loss of 60 %' }),
  recoveryDays: days.default(0).meta({ description: 'days of straight recovery afterwards' }),
  source: source.optional(),
});

export const market = z.strictObject({
  opens: daySchema.optional().meta({ description: 'opening day; without one all shops are open and take every order' }),
  firstDayShare: share.default(1),
  dailyHazard: share.default(1).meta({ description: 'share of closed shops that open on each later day' }),
  online: z.strictObject({ values, shape: z.enum(['step', 'linear']).default('step') }).optional(),
  visitorsPerDay: amount.default(0),
  arrivals: z.strictObject({ from: share, tauDays: positive }).optional(),
  entryCap: z.strictObject({ values }).optional().meta({ description: 'visitors a day that entry control lets in' }),
  basketYuan: amount.default(0),
});

export const exportTerms = z.strictObject({
  lanes: z.record(id, share).default({ all: 1 }),
  container: z.strictObject({ yuan: positive, flowDays: positive }).default({ yuan: 1.4e6, flowDays: 7 }),
  dueDays: z.number().int().min(0).max(120).default(0).meta({ description: 'days from contract to due day' }),
  penaltyPerDay: share.default(0).meta({ description: 'penalty a day, share of what is overdue' }),
  portDays: z.number().int().min(0).max(60).default(0),
  cancelAfterDays: z
    .number()
    .int()
    .min(0)
    .max(120)
    .optional()
    .meta({ description: 'days overdue after which a contract is cancelled; never where it is left out' }),
});

export type SeriesSpec = Omit<z.infer<typeof lever>, 'cost'>;
export type ShockSpec = z.infer<typeof shock>;
export type TargetSpec = z.infer<typeof target>;

// What was observed, and how far the run may be from it. Targets are what parameters are fitted to, checks never are,
// inputs are what the scenario was given.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import { z } from 'zod';
import { amount, daySchema, id, positive, share, source } from './basics';

const METRICS = [
  'capacityRecovery',
  'resumption',
  'returnToPost',
  'throughput',
  'shopsOpen',
  'turnover',
  'visitors',
  'firstContainer',
  'containers',
  'daysAbove',
  'electricityAbove',
  'electricityPanel',
  'halfwayLag',
  'boundLag',
  'passesHeld',
  'lever',
  'marketOpening',
] as const;

const bound = z.enum(BINDING_CONSTRAINTS);

export const observation = z.strictObject({
  role: z.enum(['input', 'target', 'check']),
  metric: z.enum(METRICS),
  sector: id.optional(),
  stage: z
    .enum(['plants', 'markets', 'exporters'])
    .optional()
    .meta({ description: 'all sectors of a stage; capacityRecovery of it by value added' }),
  enterprise: id.optional(),
  after: id.optional().meta({ description: 'halfwayLag: the sector that goes before' }),
  bounds: z
    .tuple([bound, bound])
    .optional()
    .meta({ description: 'boundLag: the constraint that comes first, and the one that follows' }),
  lever: z.string().max(200).optional(),
  aboveMetres: positive.optional(),
  reading: share.optional().meta({ description: 'electricityAbove: share of the usual reading of the meter' }),
  users: z.number().int().min(1).max(10_000).optional().meta({ description: 'electricityPanel: the largest so many' }),
  from: daySchema.optional(),
  on: daySchema.optional(),
  value: z.union([amount, daySchema]),
  atLeast: z.boolean().default(false).meta({ description: 'the observed value is a floor' }),
  within: z
    .union([
      z.strictObject({ points: positive }),
      z.strictObject({ percent: positive }),
      z.strictObject({ days: amount }),
    ])
    .optional()
    .meta({ description: 'tolerance: points of a ratio (of the base count for shops), percent of the value, or days' }),
  source: source.optional(),
});

export type ObservationSpec = z.infer<typeof observation>;
export type Metric = ObservationSpec['metric'];

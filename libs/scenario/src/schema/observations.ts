// What was observed, and how far the run may be from it. Targets are what parameters are fitted to, checks never are,
// inputs are what the scenario was given.
import { z } from 'zod';
import { amount, daySchema, id, positive, source } from './basics';

const METRICS = [
  'capacityRecovery',
  'resumption',
  'throughput',
  'shopsOpen',
  'turnover',
  'visitors',
  'firstContainer',
  'containers',
  'daysAbove',
  'lever',
  'marketOpening',
] as const;

export const observation = z.strictObject({
  role: z.enum(['input', 'target', 'check']),
  metric: z.enum(METRICS),
  sector: id.optional(),
  stage: z
    .enum(['plants', 'markets', 'exporters'])
    .optional()
    .meta({ description: 'capacityRecovery of all sectors of a stage, by value added' }),
  enterprise: id.optional(),
  lever: z.string().max(200).optional(),
  aboveMetres: positive.optional(),
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

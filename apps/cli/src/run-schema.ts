// The schema of `run --json`: what programs may rely on. It is checked against the summary's type at compile time.
import type { RunSummary } from '#libs/analysis';
import { LOSS_CAUSES } from '#libs/messages';
import { z } from 'zod';

const ratio = z.number();
const name = z.object({ en: z.string(), zh: z.string().optional() });
const day = z.int();

const rootCause = {
  cause: z.enum(LOSS_CAUSES),
  sector: z.string().nullable().meta({ description: 'sector where the cause arose; null for the road' }),
};

const sector = z.object({
  id: z.string(),
  name,
  resumption: z.array(ratio).meta({ description: 'one value a day' }),
  returnToPost: z.array(ratio.nullable()),
  capacityRecovery: z.array(ratio),
  day80: day.nullable().meta({ description: 'first day from which capacity recovery stays at or above 80 %' }),
  heldBy: z.array(z.object({ bound: z.string(), fromDay: day })),
  lostYuan: z.number().meta({ description: 'output lost against the baseline, gross, yuan at base prices' }),
  lostValueAddedYuan: z.number(),
  shortage: z.object({ firstDay: day, lowestDay: day, lowest: ratio, backDay: day.nullable() }).nullable().meta({
    description: 'first day below 95 % of base, the lowest, and the day from which it stays at 95 % or above',
  }),
});

const observation = z.object({
  id: z.string(),
  role: z.enum(['input', 'target', 'check']),
  metric: z.string(),
  subject: z.string().nullable().meta({ description: 'sector, enterprise or lever; null for the chain' }),
  unit: z.enum(['ratio', 'shops', 'enterprises', 'yuan', 'visitors', 'day', 'days', 'containers', 'passes', 'value']),
  day: day.nullable(),
  observed: z.number(),
  atLeast: z.boolean(),
  simulated: z.number().nullable(),
  within: z.boolean().nullable(),
  tolerance: z
    .object({ points: z.number().optional(), percent: z.number().optional(), days: z.number().optional() })
    .nullable(),
  source: z.string().nullable(),
});

const runSchema = z
  .object({
    scenario: z.object({ id: z.string(), name }),
    seed: z.int(),
    start: z.string().meta({ description: 'date of day 0' }),
    days: z.int(),
    enterprises: z.int(),
    links: z.int(),
    digest: z.string().regex(/^[0-9a-f]{16}$/),
    modelVersion: z.string(),
    rates: z.array(
      z.object({
        day,
        date: z.string(),
        resumption: ratio.meta({
          description: 'enterprises with an open gate that make at least 5 % of base output / all',
        }),
        returnToPost: ratio
          .nullable()
          .meta({ description: 'staff on post / normal staff; null where no staff is modelled' }),
        capacityRecovery: ratio.meta({
          description: 'sum of value added x min(1, output / base output) / sum of value added',
        }),
        throughput: ratio.meta({ description: 'value delivered to final demand / baseline' }),
      }),
    ),
    weights: z.object({ sector: z.literal('base output'), chain: z.literal('value added') }),
    sectors: z.array(sector),
    zones: z.array(z.object({ id: z.string(), capacityRecovery: z.array(ratio) })),
    stuckAt: z.array(z.object({ day, sector: z.string(), bound: z.string(), share: ratio })),
    lostYuan: z.object({ valueAdded: z.number(), finalDemand: z.number() }),
    losses: z
      .array(z.object({ ...rootCause, yuan: z.number(), share: ratio }))
      .nullable()
      .meta({
        description: 'lost value added by root cause; shares add up to 1; null where losses are not attributed',
      }),
    bottleneck: z
      .array(z.object({ day, ...rootCause, share: ratio }))
      .nullable()
      .meta({ description: "each day's root cause of the largest loss, on days that lose 1 % and more" }),
    exports: z.object({
      containersLeft: z.number(),
      containersShipped: z.number().meta({ description: 'of these, past the port by the last day' }),
      firstContainerDay: day.nullable(),
      onTimeInFull: ratio.meta({ description: 'share of exporter-days that end with nothing overdue or cancelled' }),
      overdueYuan: z.number(),
      penaltyYuan: z.number(),
      cancelledYuan: z.number().meta({ description: 'contracts cancelled because they were overdue too long' }),
    }),
    observations: z.array(observation),
    curves: z.array(z.object({ path: z.string(), acts: z.string(), source: z.string().nullable() })),
    recoverability: z
      .object({ steady: z.boolean(), recovered: z.boolean(), afterDays: z.int(), capacityRecovery: ratio })
      .nullable(),
    milestones: z.object({ told: z.int(), counted: z.int() }),
    warnings: z.array(z.object({ code: z.string(), text: z.string() })),
    leverCosts: z.array(z.object({ path: z.string(), yuan: z.number() })),
  })
  .meta({ title: 'Summary of a run' }) satisfies z.ZodType<unknown, RunSummary>;

export function runJsonSchema(): unknown {
  return z.toJSONSchema(runSchema);
}

/** Checks a summary that was read back, e.g. in tests. @throws z.ZodError */
export function parseRun(value: unknown): unknown {
  return runSchema.parse(value);
}

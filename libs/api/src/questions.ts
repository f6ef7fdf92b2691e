// What is asked of a run: why an enterprise lost, which constraint lifted would help most, what a change wins.
import { z } from 'zod';
import { dateSchema, daySchema, nameSchema } from './common';
import { causeSchema } from './days';

export const whyAskedSchema = z.object({
  enterprise: z.string().min(1).max(120),
  day: daySchema,
  depth: z.coerce.number().int().min(1).max(12).default(3),
  counterfactual: z.stringbool().default(true),
});

/** As `resumption why --json` prints it. */
export const whySchema = z
  .object({
    enterprise: z.string(),
    sector: z.string(),
    day: z.number().int(),
    date: dateSchema,
    baseYuan: z.number(),
    outputYuan: z.number(),
    lostYuan: z.number(),
    /** Null where nothing was lost. Its shape is WhyNode of libs/analysis: children add up to their parent. */
    tree: z.json().nullable(),
    /** The run again without each of the largest causes; null where it was not asked for or nothing was lost. */
    counterfactuals: z
      .array(
        z.object({
          cause: causeSchema,
          sector: z.string().nullable(),
          share: z.number(),
          outputYuan: z.number().nullable(),
        }),
      )
      .nullable(),
  })
  .meta({ id: 'Why' });
export type Why = z.infer<typeof whySchema>;

export const reliefAskedSchema = z.object({ day: daySchema });

/** As `resumption relief --json` prints it. */
export const reliefSchema = z
  .object({
    day: z.number().int(),
    date: dateSchema,
    overDays: z.number().int(),
    deliveredYuan: z.number(),
    baselineYuan: z.number(),
    reliefs: z.array(
      z.object({ cause: z.string(), sector: z.string().nullable(), gainYuan: z.number(), shareOfBaseline: z.number() }),
    ),
  })
  .meta({ id: 'Relief' });
export type Relief = z.infer<typeof reliefSchema>;

/** What is known by now, and whether more is under way: tables come at a pause, every seventh day, and when asked for. */
export const reliefsSchema = z
  .object({ tables: z.array(reliefSchema), underWay: z.array(z.number().int()), nextDay: z.number().int().nullable() })
  .meta({ id: 'Reliefs' });
export type Reliefs = z.infer<typeof reliefsSchema>;

export const compareAskedSchema = z.object({
  /** Two to six, commas between; the first is what the others are held against. */
  runs: z.string().regex(/^[\w-]{1,120}(,[\w-]{1,120}){1,5}$/),
});

const seriesSchema = z.array(z.number());
const scopeFiguresSchema = z.object({
  sector: z.string().nullable(),
  resumption: seriesSchema,
  capacityRecovery: seriesSchema,
  throughput: seriesSchema,
  lostValueAddedYuan: seriesSchema,
  missedFinalYuan: seriesSchema.nullable(),
});

/** As `resumption compare --json` prints it, with runs in the place of folders; by-run lists are in the order asked for. */
export const comparisonSchema = z
  .object({
    runs: z.array(
      z.object({
        run: z.string(),
        scenario: z.object({ id: z.string(), name: nameSchema }),
        seed: z.number(),
        start: dateSchema,
        days: z.number().int(),
        digest: z.string().nullable(),
        forkedFrom: z.object({ digest: z.string(), day: z.number().int() }).nullable(),
      }),
    ),
    randomNumbers: z.enum(['same', 'other seeds', 'other chains']),
    inputs: z.array(
      z.object({
        kind: z.enum(['scenario', 'set', 'decided', 'table', 'model']),
        path: z.string(),
        values: z.array(z.string().nullable()),
      }),
    ),
    days: z.number().int(),
    firstDifferingDay: z.array(z.number().int().nullable()),
    keyDays: z.array(z.number().int()),
    /** ScopeComparison of libs/analysis. */
    scopes: z.array(z.json()),
    losses: z.array(
      z.object({ cause: causeSchema, sector: z.string().nullable(), lostYuan: z.array(z.number().nullable()) }),
    ),
    chains: z.array(scopeFiguresSchema),
    /** By run, by sector: what "where it shows" is drawn from. */
    sectors: z.array(z.array(scopeFiguresSchema)),
    sectorNames: z.record(z.string(), nameSchema.optional()),
  })
  .meta({ id: 'Comparison' });
export type ComparisonBody = z.infer<typeof comparisonSchema>;

export const definitionSchema = z
  .object({ name: z.string(), en: z.json(), zh: z.json(), unit: z.json().optional() })
  .loose()
  .meta({ id: 'Definition' });

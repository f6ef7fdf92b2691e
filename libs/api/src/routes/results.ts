// What runs came to, day by day and by enterprise.
import { z } from 'zod';
import { idSchema, pageSchema, daySchema, runIdSchema } from '../common';
import {
  chainSchema,
  dayResultSchema,
  daysAskedSchema,
  metricsAskedSchema,
  milestoneToldSchema,
  rowsSchema,
} from '../days';
import {
  enterprisePageSchema,
  enterpriseSchema,
  enterprisesAskedSchema,
  fieldSchema,
  heatAskedSchema,
} from '../enterprises';
import { dayDigestsSchema } from '../live';
import { scenarioSchema } from '../scenarios';
import { ADDRESSES } from './addresses';
import { EVERYONE, type Route } from './route';

const run = z.object({ run: runIdSchema });
const runDay = run.extend({ day: daySchema });
const milestonesAsked = pageSchema.extend({
  ...daysAskedSchema.shape,
  type: z.string().max(60).optional(),
  entity: idSchema.optional(),
});

export const RESULT_ROUTES = {
  readChain: {
    ...ADDRESSES.readChain,
    summary: 'Sectors, flows and observations',
    roles: EVERYONE,
    params: run,
    answer: chainSchema,
  },
  readLevers: {
    ...ADDRESSES.readLevers,
    summary: 'Levers by day, as decided so far',
    roles: EVERYONE,
    params: run,
    answer: scenarioSchema.shape.levers,
  },
  readDays: {
    ...ADDRESSES.readDays,
    summary: 'What each sealed day came to',
    roles: EVERYONE,
    params: run,
    query: daysAskedSchema,
    answer: z.array(dayResultSchema),
  },
  readDigests: {
    ...ADDRESSES.readDigests,
    summary: 'Digests by day',
    roles: EVERYONE,
    params: run,
    answer: dayDigestsSchema,
  },
  readMetrics: {
    ...ADDRESSES.readMetrics,
    summary: 'Rows by day: JSON, CSV or Parquet',
    roles: EVERYONE,
    params: run,
    query: metricsAskedSchema,
    answer: rowsSchema,
  },
  readMilestones: {
    ...ADDRESSES.readMilestones,
    summary: 'What happened, as sentences',
    roles: EVERYONE,
    params: run,
    ...{ query: milestonesAsked, answer: z.object({ total: z.number().int(), rows: z.array(milestoneToldSchema) }) },
  },
  followRun: {
    ...ADDRESSES.followRun,
    summary: 'Days as they close',
    roles: EVERYONE,
    params: run,
    query: z.object({ after: z.coerce.number().int().min(-1).max(3650).optional() }),
    content: 'text/event-stream',
  },

  listEnterprises: {
    ...ADDRESSES.listEnterprises,
    summary: 'Enterprises of a day',
    roles: EVERYONE,
    params: run,
    query: enterprisesAskedSchema,
    answer: enterprisePageSchema,
  },
  readEnterprise: {
    ...ADDRESSES.readEnterprise,
    summary: 'An enterprise over its days',
    roles: EVERYONE,
    params: run.extend({ id: idSchema }),
    answer: enterpriseSchema,
  },
  readField: {
    ...ADDRESSES.readField,
    summary: 'Places of enterprises in a day’s bytes',
    roles: EVERYONE,
    params: run,
    answer: fieldSchema,
  },
  readFieldDay: {
    ...ADDRESSES.readFieldDay,
    summary: 'One byte an enterprise',
    roles: EVERYONE,
    params: runDay,
    content: 'application/octet-stream',
  },
  readHeat: {
    ...ADDRESSES.readHeat,
    summary: 'One byte an enterprise and day, day after day',
    roles: EVERYONE,
    params: run,
    query: heatAskedSchema,
    content: 'application/octet-stream',
  },
} as const satisfies Readonly<Record<string, Route>>;

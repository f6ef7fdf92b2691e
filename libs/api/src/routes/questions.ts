// What is asked of runs, and of the services.
import { z } from 'zod';
import { runIdSchema } from '../common';
import { systemSchema } from '../live';
import {
  compareAskedSchema,
  comparisonSchema,
  definitionSchema,
  reliefAskedSchema,
  reliefSchema,
  reliefsSchema,
  whyAskedSchema,
  whySchema,
} from '../questions';
import { ADDRESSES } from './addresses';
import { EVERYONE, type Route } from './route';

const run = z.object({ run: runIdSchema });

export const QUESTION_ROUTES = {
  askWhy: {
    ...ADDRESSES.askWhy,
    summary: 'Why an enterprise lost output on a day',
    roles: EVERYONE,
    params: run,
    query: whyAskedSchema,
    answer: whySchema,
  },
  listReliefs: {
    ...ADDRESSES.listReliefs,
    summary: 'What lifting would help, as far as computed',
    roles: EVERYONE,
    params: run,
    answer: reliefsSchema,
  },
  askRelief: {
    ...ADDRESSES.askRelief,
    summary: 'Compute the relief of a day',
    roles: EVERYONE,
    params: run,
    body: reliefAskedSchema,
    answer: reliefSchema,
  },
  compareRuns: {
    ...ADDRESSES.compareRuns,
    summary: 'Runs side by side',
    roles: EVERYONE,
    query: compareAskedSchema,
    answer: comparisonSchema,
  },
  listDefinitions: {
    ...ADDRESSES.listDefinitions,
    summary: 'What each figure is',
    roles: EVERYONE,
    answer: z.array(definitionSchema),
  },
  readSystem: {
    ...ADDRESSES.readSystem,
    summary: 'Who holds the day back',
    roles: EVERYONE,
    answer: systemSchema,
  },
  readOpenApi: { ...ADDRESSES.readOpenApi, summary: 'This API', roles: 'anyone', answer: z.json() },
} as const satisfies Readonly<Record<string, Route>>;

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
import { EVERYONE, type Route } from './route';

const run = z.object({ run: runIdSchema });

export const QUESTION_ROUTES = {
  askWhy: {
    method: 'get',
    path: '/v1/runs/{run}/why',
    summary: 'Why an enterprise lost output on a day',
    roles: EVERYONE,
    params: run,
    query: whyAskedSchema,
    answer: whySchema,
  },
  listReliefs: {
    method: 'get',
    path: '/v1/runs/{run}/relief',
    summary: 'What lifting would help, as far as computed',
    roles: EVERYONE,
    params: run,
    answer: reliefsSchema,
  },
  askRelief: {
    method: 'post',
    path: '/v1/runs/{run}/relief',
    summary: 'Compute the relief of a day',
    roles: EVERYONE,
    params: run,
    body: reliefAskedSchema,
    answer: reliefSchema,
  },
  compareRuns: {
    method: 'get',
    path: '/v1/compare',
    summary: 'Runs side by side',
    roles: EVERYONE,
    query: compareAskedSchema,
    answer: comparisonSchema,
  },
  listDefinitions: {
    method: 'get',
    path: '/v1/definitions',
    summary: 'What each figure is',
    roles: EVERYONE,
    answer: z.array(definitionSchema),
  },
  readSystem: {
    method: 'get',
    path: '/v1/system',
    summary: 'Who holds the day back',
    roles: EVERYONE,
    answer: systemSchema,
  },
  readOpenApi: { method: 'get', path: '/v1/openapi.json', summary: 'This API', roles: 'anyone', answer: z.json() },
} as const satisfies Readonly<Record<string, Route>>;

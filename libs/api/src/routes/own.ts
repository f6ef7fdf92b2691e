// Who is asking, and the scenarios that there are.
import { z } from 'zod';
import { scenarioIdSchema, sessionSchema } from '../common';
import { scenarioListedSchema, scenarioSchema, scenarioTextsSchema, validationSchema } from '../scenarios';
import { EVERYONE, PLANNERS, type Route } from './route';

const scenario = z.object({ id: scenarioIdSchema });

export const OWN_ROUTES = {
  readSession: { method: 'get', path: '/v1/session', summary: 'Who is asking', roles: EVERYONE, answer: sessionSchema },
  openSession: {
    ...{
      method: 'post',
      path: '/v1/session',
      summary: 'Keep a key in a cookie, for a page',
      roles: 'anyone',
      status: 204,
    },
    body: z.object({ key: z.string().min(1).max(200) }),
  },
  closeSession: { method: 'delete', path: '/v1/session', summary: 'Forget the cookie', roles: 'anyone', status: 204 },

  listScenarios: {
    method: 'get',
    path: '/v1/scenarios',
    summary: 'What there is to run',
    roles: EVERYONE,
    answer: z.array(scenarioListedSchema),
  },
  readScenario: {
    method: 'get',
    path: '/v1/scenarios/{id}',
    summary: 'Texts and levers',
    roles: EVERYONE,
    params: scenario,
    answer: scenarioSchema,
  },
  validateScenario: {
    method: 'post',
    path: '/v1/scenarios/validate',
    summary: 'What is wrong with a scenario, and where',
    roles: EVERYONE,
    body: scenarioTextsSchema,
    answer: validationSchema,
  },
  saveScenario: {
    method: 'put',
    path: '/v1/scenarios/{id}',
    summary: 'Keep a scenario of one’s own',
    roles: PLANNERS,
    params: scenario,
    body: scenarioTextsSchema,
    answer: scenarioSchema,
  },
  removeScenario: {
    method: 'delete',
    path: '/v1/scenarios/{id}',
    summary: 'Remove one’s own',
    roles: PLANNERS,
    params: scenario,
    status: 204,
  },
} as const satisfies Readonly<Record<string, Route>>;

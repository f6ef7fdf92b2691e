// Who is asking, and the scenarios that there are.
import { z } from 'zod';
import { scenarioIdSchema, sessionSchema } from '../common';
import { scenarioListedSchema, scenarioSchema, scenarioTextsSchema, validationSchema } from '../scenarios';
import { ADDRESSES } from './addresses';
import { EVERYONE, PLANNERS, type Route } from './route';

const scenario = z.object({ id: scenarioIdSchema });

export const OWN_ROUTES = {
  readSession: { ...ADDRESSES.readSession, summary: 'Who is asking', roles: EVERYONE, answer: sessionSchema },
  openSession: {
    ...ADDRESSES.openSession,
    summary: 'Keep a key in a cookie, for a page',
    roles: 'anyone',
    status: 204,
    body: z.object({ key: z.string().min(1).max(200) }),
  },
  closeSession: { ...ADDRESSES.closeSession, summary: 'Forget the cookie', roles: 'anyone', status: 204 },

  listScenarios: {
    ...ADDRESSES.listScenarios,
    summary: 'What there is to run',
    roles: EVERYONE,
    answer: z.array(scenarioListedSchema),
  },
  readScenario: {
    ...ADDRESSES.readScenario,
    summary: 'Texts and levers',
    roles: EVERYONE,
    params: scenario,
    answer: scenarioSchema,
  },
  validateScenario: {
    ...ADDRESSES.validateScenario,
    summary: 'What is wrong with a scenario, and where',
    roles: EVERYONE,
    body: scenarioTextsSchema,
    answer: validationSchema,
  },
  saveScenario: {
    ...ADDRESSES.saveScenario,
    summary: 'Keep a scenario of one’s own',
    roles: PLANNERS,
    params: scenario,
    body: scenarioTextsSchema,
    answer: scenarioSchema,
  },
  removeScenario: {
    ...ADDRESSES.removeScenario,
    summary: 'Remove one’s own',
    roles: PLANNERS,
    params: scenario,
    status: 204,
  },
} as const satisfies Readonly<Record<string, Route>>;

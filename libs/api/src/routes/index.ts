// Every route once: the gateway serves these and no others, the OpenAPI document and the matrix of roles are made from them.
import { OWN_ROUTES } from './own';
import { QUESTION_ROUTES } from './questions';
import { RESULT_ROUTES } from './results';
import { RUN_ROUTES } from './runs';

export type { Route } from './route';

export const ROUTES = { ...OWN_ROUTES, ...RUN_ROUTES, ...RESULT_ROUTES, ...QUESTION_ROUTES } as const;

export type RouteName = keyof typeof ROUTES;

// Before Nest: whether the request means us, and whether there is such a route. Both are told as problems.
import type { ConsoleLogger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { refuseForeignHost, refuseForeignOrigin } from '../asking/site';
import { ApiError } from './api-error';
import { answerProblem } from './problem-filter';
import { methodsOf } from './route-table';

export type Middleware = (request: Request, response: Response, next: NextFunction) => void;

export function frontDoor(boundHost: string, logger: ConsoleLogger): Middleware {
  return (request, response, next) => {
    try {
      refuseForeignHost(request, boundHost);
      refuseForeignOrigin(request);
      if (request.path.startsWith('/v1/') || request.path === '/v1') refuseNoRoute(request);
    } catch (error) {
      answerProblem(error, request, response, logger);
      return;
    }
    next();
  };
}

/** @throws ApiError API_NO_ROUTE, API_METHOD */
function refuseNoRoute({ path, method }: Request): void {
  const methods = methodsOf(path);
  if (!methods) {
    const mend = 'GET /v1/openapi.json lists what there is.';
    throw new ApiError(404, { code: 'API_NO_ROUTE', reason: 'there is no such route.', mend });
  }
  if (methods.has(method) || (method === 'HEAD' && methods.has('GET'))) return;
  const allow = [...methods.keys(), ...(methods.has('GET') ? ['HEAD'] : [])].sort().join(', ');
  throw new ApiError(
    405,
    { code: 'API_METHOD', reason: `${method.slice(0, 20)} is not for this route.`, mend: `It takes ${allow}.` },
    { allow },
  );
}

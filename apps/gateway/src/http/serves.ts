// `@Serves('readRun')`: a method of a controller is the handler of a route of the table. Path, method, what it takes and
// what it gives are the table's.
import { ROUTES, type Route, type RouteName } from '#libs/api';
import {
  createParamDecorator,
  RequestMapping,
  RequestMethod,
  Res,
  SetMetadata,
  type ExecutionContext,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Asked, Handler } from './asked';

/** Under which metadata a handler's route lies. */
export const ROUTE_NAME = 'resumption:route';

/** A request that has been admitted and read. */
export type ReadRequest = Request & { asked?: Asked<RouteName> };

const METHODS: Readonly<Record<Route['method'], RequestMethod>> = {
  get: RequestMethod.GET,
  post: RequestMethod.POST,
  put: RequestMethod.PUT,
  delete: RequestMethod.DELETE,
};

const AskedParam = createParamDecorator((_: unknown, context: ExecutionContext) => {
  return context.switchToHttp().getRequest<ReadRequest>().asked;
});

/** `/v1/runs/{run}` as Express writes it. */
const expressPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

export function Serves<Name extends RouteName>(name: Name) {
  const route: Route = ROUTES[name];
  return <H extends Handler<Name>>(target: object, key: string, descriptor: TypedPropertyDescriptor<H>): void => {
    RequestMapping({ path: expressPath(route.path), method: METHODS[route.method] })(target, key, descriptor);
    SetMetadata(ROUTE_NAME, name)(target, key, descriptor);
    AskedParam()(target, key, 0);
    // Tells Nest that the response is ours (`Answering` writes it).
    Res()(target, key, 1);
  };
}

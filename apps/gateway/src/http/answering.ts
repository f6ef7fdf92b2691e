// Reads what a route takes by its schemas, calls the handler, and answers as the table says.
import { ROUTES, type Route, type RouteName } from '#libs/api';
import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { lastValueFrom, of, type Observable } from 'rxjs';
import type { AdmittedRequest } from '../asking/admission';
import { ANSWERED, Sent } from './asked';
import type { Bodies } from './body';
import { parsed } from './parsed';
import { ROUTE_NAME, type ReadRequest } from './serves';
import { idempotencyKey } from './idempotency-key';

@Injectable()
export class Answering implements NestInterceptor {
  readonly #reflector = new Reflector();

  constructor(private readonly bodies: Bodies) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const name = this.#reflector.get<RouteName | undefined>(ROUTE_NAME, context.getHandler());
    if (name === undefined) return next.handle();
    const route: Route = ROUTES[name];
    const http = context.switchToHttp();
    const request = http.getRequest<AdmittedRequest & ReadRequest>();
    const response = http.getResponse<Response>();
    request.asked = {
      asker: request.asker,
      params: parsed(route.params, request.params, 'path'),
      query: parsed(route.query, request.query, 'query'),
      body: route.body === undefined ? undefined : parsed(route.body, await this.bodies.read(name, request), 'body'),
      key: route.isIdempotent === true ? idempotencyKey(request) : undefined,
      request,
      response,
    } as unknown as NonNullable<ReadRequest['asked']>;
    answer(response, route, await lastValueFrom(next.handle() as Observable<unknown>));
    return of(undefined);
  }
}

function answer(response: Response, route: Route, result: unknown): void {
  if (result === ANSWERED) return;
  // Seen by one asker only; asked about again each time, and told cheaply when it is the same.
  if (!response.hasHeader('cache-control')) response.setHeader('cache-control', 'private, no-cache');
  if (result instanceof Sent) {
    for (const [name, value] of Object.entries(result.headers)) response.setHeader(name, value);
    response.setHeader('content-type', result.content);
    response
      .status(200)
      .send(
        typeof result.bytes === 'string'
          ? result.bytes
          : Buffer.from(result.bytes.buffer, result.bytes.byteOffset, result.bytes.byteLength),
      );
    return;
  }
  const status = route.status ?? 200;
  if (status === 204) response.status(204).end();
  else response.status(status).json(result);
}

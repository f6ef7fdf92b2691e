// What a handler is given: everything of the request, checked, and nothing else.
import type { ROUTES, RouteName } from '#libs/api';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import type { Asker } from '../asking/asker';

type Routes = typeof ROUTES;
type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined;
type Part<Name extends RouteName, Key extends string> = Key extends keyof Routes[Name]
  ? Parsed<Routes[Name][Key]>
  : undefined;

export interface Asked<Name extends RouteName> {
  readonly asker: Routes[Name] extends { readonly roles: 'anyone' } ? Asker | undefined : Asker;
  readonly params: Part<Name, 'params'>;
  readonly query: Part<Name, 'query'>;
  readonly body: Part<Name, 'body'>;
  /** Idempotency-Key as it was sent, where the route takes one. */
  readonly key: string | undefined;
  readonly request: Request;
  readonly response: Response;
}

/** An answer that is no JSON, or that says more than the body in its headers. */
export class Sent {
  constructor(
    readonly content: string,
    readonly bytes: Uint8Array | string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {}
}

/** The handler has answered by itself: a stream. */
export const ANSWERED = Symbol('answered');

type Json<Name extends RouteName> = Routes[Name] extends { readonly answer: infer Schema extends z.ZodType }
  ? z.input<Schema>
  : undefined;

/** What a handler may give back. */
export type Answer<Name extends RouteName> = Json<Name> | Sent | typeof ANSWERED;
export type Handler<Name extends RouteName> = (asked: Asked<Name>) => Answer<Name> | Promise<Answer<Name>>;

// One call for every route of the API, typed by the table of routes.
import { ADDRESSES, type Problem, type RouteName, type ROUTES } from '#libs/api';
import type { z } from 'zod';

type RouteOf<N extends RouteName> = (typeof ROUTES)[N];
export type Answer<N extends RouteName> =
  RouteOf<N> extends { answer: infer A extends z.ZodType } ? z.output<A> : undefined;
type Part<N extends RouteName, K extends string> =
  RouteOf<N> extends Record<K, infer S extends z.ZodType> ? Record<K, z.input<S>> : unknown;
type Loose<T> = T extends object ? { [K in keyof T]: T[K] } : T;

/** What a route is asked with: parameters of its path, of its query, and its body. */
export type Asked<N extends RouteName> = Loose<Part<N, 'params'> & Partial<Part<N, 'query'>> & Part<N, 'body'>>;

/** A refusal of the gateway, with code, place and mend. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
  }
}

export function isProblem(error: unknown): error is Refused {
  return error instanceof Refused;
}

/** @throws Refused; TypeError where the gateway cannot be reached */
export async function ask<N extends RouteName>(name: N, asked: Asked<N>, signal?: AbortSignal): Promise<Answer<N>> {
  const response = await send(name, asked, signal);
  if (response.status === 204) return undefined as Answer<N>;
  return (await response.json()) as Answer<N>;
}

/** As `ask`, where the answer is bytes. */
export async function askBytes<N extends RouteName>(
  name: N,
  asked: Asked<N>,
  signal?: AbortSignal,
): Promise<Uint8Array> {
  return new Uint8Array(await (await send(name, asked, signal)).arrayBuffer());
}

async function send(name: RouteName, asked: unknown, signal?: AbortSignal): Promise<Response> {
  const { method } = ADDRESSES[name];
  const { body } = asked as { body?: unknown };
  const headers: Record<string, string> = {};
  if (body !== undefined) headers['content-type'] = 'application/json';
  if ('isIdempotent' in ADDRESSES[name]) headers['idempotency-key'] = crypto.randomUUID();
  const response = await fetch(urlOf(name, asked), {
    method: method.toUpperCase(),
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  });
  if (response.ok) return response;
  throw new Refused(await problemOf(response));
}

type Plain = string | number | boolean | undefined;

/** Address of a route, as for a link that downloads. */
export function urlOf(name: RouteName, asked: unknown): string {
  const { params = {}, query = {} } = asked as Record<'params' | 'query', Record<string, Plain> | undefined>;
  const path = ADDRESSES[name].path.replace(/\{(\w+)\}/g, (_, key: string) => encodeURIComponent(String(params[key])));
  const search = new URLSearchParams();
  for (const [key, value] of Object.entries(query)) if (value !== undefined) search.set(key, String(value));
  const text = search.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function problemOf(response: Response): Promise<Problem> {
  try {
    return (await response.json()) as Problem;
  } catch {
    const detail = `The gateway answered ${response.status}.`;
    return {
      type: 'about:blank',
      title: detail,
      status: response.status,
      code: 'API_NO_PROBLEM',
      detail,
      mend: 'Try again.',
    };
  }
}

// What a route says of itself.
import type { z } from 'zod';
import { ROLES, type Role } from '../common';

export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `{run}` is a parameter of the path. */
  readonly path: string;
  readonly summary: string;
  /** Who may; `anyone` needs no key. */
  readonly roles: readonly Role[] | 'anyone';
  readonly params?: z.ZodObject;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** Left out where nothing is answered (204), or no JSON. */
  readonly answer?: z.ZodType;
  /** Where it is no JSON. */
  readonly content?: string;
  readonly status?: 200 | 201 | 204;
  /** Takes an Idempotency-Key header: the same key again gets the first answer. */
  readonly isIdempotent?: boolean;
}

export const EVERYONE = ROLES;
export const PLANNERS: readonly Role[] = ['planner', 'operator'];

// Whatever goes wrong, as a problem (RFC 9457): code, place and mend for what the asker can mend, nothing of our insides.
import type { Problem } from '#libs/api';
import { InputError, type InputFault } from '#libs/messages';
import { StoreAway } from '#libs/runtime';
import { ApiError } from './api-error';

export interface Told {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
  /** What we did not expect is logged. */
  readonly isExpected: boolean;
}

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'No key',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  406: 'Not acceptable',
  409: 'Not now',
  413: 'Too large',
  415: 'Not JSON',
  421: 'Wrong host',
  422: 'Invalid input',
  429: 'Too many requests',
  500: 'Unexpected',
  503: 'Away',
};

/** What is not as the request needs it, though nothing is wrong with the input. */
const NOT_NOW = new Set([
  'STK_RUN_OVER',
  'STK_RUN_GOES_ON',
  'STK_NOT_ENDED',
  'STK_DAY_NOT_REACHED',
  'STK_OTHER_MODEL',
  'STK_OTHER_PAST',
  'RUN_TOO_MANY',
]);

function statusOf({ code }: InputFault): number {
  if (NOT_NOW.has(code) || /_NOT_(YET|ENDED|REACHED|SEALED)$/.test(code)) return 409;
  return /^(STK|GAT|API)_(UNKNOWN|NO)_/.test(code) ? 404 : 422;
}

export function toldOf(error: unknown): Told {
  if (error instanceof ApiError) {
    const { status, refusal, headers } = error;
    return { problem: problemOf(status, refusal), headers, isExpected: true };
  }
  if (error instanceof InputError) {
    return { problem: problemOf(statusOf(error.fault), error.fault), headers: {}, isExpected: true };
  }
  if (error instanceof StoreAway) {
    const fault = {
      code: 'API_STORE_AWAY',
      reason: 'the store of runs does not answer.',
      mend: 'Ask again in a moment.',
    };
    return { problem: problemOf(503, fault), headers: { 'retry-after': '2' }, isExpected: false };
  }
  const fault = {
    code: 'API_UNEXPECTED',
    reason: 'something went wrong here.',
    mend: 'The log of the gateway says what.',
  };
  return { problem: problemOf(500, fault), headers: {}, isExpected: false };
}

function problemOf(status: number, fault: InputFault): Problem {
  const { also } = fault;
  return {
    ...{ type: 'about:blank', title: TITLES[status] ?? 'Problem', status },
    ...explained(fault),
    ...(also && { also: also.map(explained) }),
  };
}

function explained({ code, path, place, reason, mend }: InputFault): NonNullable<Problem['also']>[number] {
  return {
    code,
    detail: reason,
    ...(path !== undefined && { path }),
    ...(place?.line !== undefined && { line: place.line }),
    ...(place?.column !== undefined && { column: place.column }),
    mend,
  };
}

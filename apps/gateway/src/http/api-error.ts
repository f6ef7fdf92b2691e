// A refusal that is about HTTP or about who asks, with the status that it is answered with. What is wrong with the input
// itself is an InputError.
import type { InputFault } from '#libs/messages';

export type Refusal = Pick<InputFault, 'code' | 'reason' | 'mend' | 'path'>;

export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    readonly status: number,
    readonly refusal: Refusal,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(`${refusal.code}: ${refusal.reason}`);
  }
}

/** A run that is not there, or is somebody else's: the two look the same. */
export function noSuchRun(run: string): ApiError {
  return new ApiError(404, {
    code: 'API_UNKNOWN_RUN',
    path: 'run',
    reason: `there is no run ${JSON.stringify(run.slice(0, 120))}.`,
    mend: 'GET /v1/runs lists yours.',
  });
}

/** What is asked of us all at once is more than we do at once. */
export function tooBusy(reason: string): ApiError {
  return new ApiError(429, { code: 'API_BUSY', reason, mend: 'Ask again in a few seconds.' }, { 'retry-after': '5' });
}

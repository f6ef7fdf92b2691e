// How often one key, or one address without a key, may ask. What is heavy counts for more. In memory: a gateway is one
// process; several behind one address each have their own count.
import type { RouteName } from '#libs/api';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ApiError } from '../http/api-error';

export interface RateLimits {
  /** Points in so many seconds; a request takes one, a heavy one more. */
  readonly points: number;
  readonly seconds: number;
  /** Keys that were wrong, by address, in so many seconds. */
  readonly wrongKeys: number;
}

/** The page asks about 5 times a second while it plays as fast as it goes; pages of lists and day bytes come on top. */
export const RATE_LIMITS: RateLimits = { points: 1200, seconds: 10, wrongKeys: 30 };

/** Points of what computes or keeps more than an answer. */
const HEAVY: Partial<Record<RouteName, number>> = {
  createRun: 20,
  forkRun: 20,
  validateScenario: 10,
  saveScenario: 20,
  askWhy: 20,
  askRelief: 40,
  compareRuns: 20,
  downloadArchive: 100,
};

export class Rates {
  readonly #asked: RateLimiterMemory;
  readonly #wrong: RateLimiterMemory;

  constructor({ points, seconds, wrongKeys }: RateLimits) {
    this.#asked = new RateLimiterMemory({ keyPrefix: 'asked', points, duration: seconds });
    this.#wrong = new RateLimiterMemory({ keyPrefix: 'wrong', points: wrongKeys, duration: seconds });
  }

  /** @param who name of a key, or an address. @throws ApiError API_RATE */
  async take(who: string, route: RouteName): Promise<void> {
    await consumed(this.#asked, who, HEAVY[route] ?? 1);
  }

  /** @throws ApiError API_RATE after so many from one address */
  async wrongKey(address: string): Promise<void> {
    await consumed(this.#wrong, address, 1);
  }
}

async function consumed(limiter: RateLimiterMemory, who: string, points: number): Promise<void> {
  try {
    await limiter.consume(who, points);
  } catch (told) {
    if (!(told instanceof RateLimiterRes)) throw told;
    const seconds = Math.max(1, Math.ceil(told.msBeforeNext / 1000));
    const refusal = { code: 'API_RATE', reason: 'too many requests.', mend: `Ask again in ${seconds} s.` };
    throw new ApiError(429, refusal, { 'retry-after': String(seconds) });
  }
}

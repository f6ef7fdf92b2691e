// Every bound of the gateway in one place, and small ones for tests that come to them.
import { RATE_LIMITS, type RateLimits } from './asking/rates';
import { BODY_LIMITS, type BodyLimits } from './http/body';
import { SHELF_LIMITS, type ShelfLimits } from './scenarios/shelf';

export interface Limits {
  readonly rates: RateLimits;
  readonly bodies: BodyLimits;
  readonly shelf: ShelfLimits;
  /** Runs of one key that go on at one time; no more than control steps at one time. */
  readonly runsUnderWay: number;
  /** Streams at one time, of all and of one key. */
  readonly streams: number;
  readonly streamsOfKey: number;
  /** Connections at one time. */
  readonly connections: number;
}

export const LIMITS: Limits = {
  rates: RATE_LIMITS,
  bodies: BODY_LIMITS,
  shelf: SHELF_LIMITS,
  runsUnderWay: 8,
  streams: 1000,
  streamsOfKey: 100,
  connections: 2000,
};

// What controllers call, as Nest knows it.
import type { KeyRing } from '../asking/key-ring';
import type { Rates } from '../asking/rates';
import type { Deciding } from '../run/deciding';
import type { FoundRuns } from '../run/found-runs';
import type { MakingRuns } from '../run/making-runs';
import type { RunList } from '../run/run-list';
import type { Steering } from '../run/steering';
import type { Removing } from '../run/removing';
import type { Questions } from '../questions';
import type { Results } from '../results';
import type { Scenarios } from '../scenarios/scenarios';
import type { Streams } from '../stream';
import type { SystemLook } from '../system/system';

/** Everything behind the routes. */
export interface Parts {
  /** Of the program. */
  readonly version: string;
  readonly ring: KeyRing;
  readonly rates: Rates;
  readonly scenarios: Scenarios;
  readonly found: FoundRuns;
  readonly list: RunList;
  readonly making: MakingRuns;
  readonly steering: Steering;
  readonly deciding: Deciding;
  readonly removing: Removing;
  readonly results: Results;
  readonly streams: Streams;
  readonly questions: Questions;
  readonly system: SystemLook;
}

export const PARTS = Symbol('parts');

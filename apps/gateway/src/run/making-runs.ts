// Making runs: within what one key may have under way, once for each request.
import { randomBytes } from 'node:crypto';
import type { Stores } from '#libs/adapters';
import type { ROUTES, RouteName, Run } from '#libs/api';
import type { Beginning, RunManifest } from '#libs/runtime';
import type { RunNaming, RunRequest } from '#libs/simulation';
import type { z } from 'zod';
import type { Asker } from '../asking/asker';
import type { Compiler } from '../compiling/compiler';
import { ApiError } from '../http/api-error';
import { keyReused, requestKey, type KeyedBodies } from '../http/idempotency-key';
import { textsOf, type Scenarios } from '../scenarios/scenarios';
import type { RunList } from './run-list';

type RunAsked = z.output<(typeof ROUTES)['createRun']['body']>;

const SUFFIX_BYTES = 4;

export interface MakingParts {
  readonly stores: Pick<Stores, 'runs'>;
  readonly list: RunList;
  readonly scenarios: Scenarios;
  readonly compiler: Compiler;
  readonly keyed: KeyedBodies;
  /** Runs of one key that go on at one time. */
  readonly mostUnderWay: number;
}

interface Making {
  readonly request: RunRequest;
  readonly naming: RunNaming;
  readonly beginning: Beginning;
  readonly parent?: string;
}

export class MakingRuns {
  #keeping: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: MakingParts) {}

  async create(asker: Asker, asked: RunAsked, key: string | undefined): Promise<Run> {
    const naming = this.naming({ owner: asker.name, route: 'createRun', on: '', key }, asked);
    const { scenario, set, seed, days, shards, losses, mode, daysPerSecond } = asked;
    const texts =
      typeof scenario === 'string' ? await this.parts.scenarios.texts(asker, scenario) : textsOf('scenario', scenario);
    const overrides = [
      ...set,
      ...(days === undefined ? [] : [{ path: 'days', value: String(days) }]),
      ...(seed === undefined ? [] : [{ path: 'seed', value: String(seed) }]),
    ];
    const inputs = { texts, overrides, interventions: [], shards, accountsForLosses: losses };
    return this.make(asker, {
      request: { ...inputs, steppedBy: 'services' },
      naming,
      beginning: { mode, daysPerSecond },
    });
  }

  /** @throws ApiError API_KEY_REUSED */
  naming(asked: { owner: string; route: RouteName; on: string; key: string | undefined }, body: unknown): RunNaming {
    const idempotencyKey = requestKey(asked);
    if (asked.key !== undefined) this.parts.keyed.note(idempotencyKey, body);
    // The same request has the same name, so that it is found again.
    const suffix =
      asked.key === undefined ? randomBytes(SUFFIX_BYTES).toString('hex') : idempotencyKey.slice(0, 2 * SUFFIX_BYTES);
    return { suffix, createdAt: new Date().toISOString(), idempotencyKey };
  }

  /** @throws InputError SCN_..., CSV_..., RUN_BAD_SHARDS; ApiError API_TOO_MANY_RUNS, API_KEY_REUSED */
  async make(asker: Asker, { request, naming, beginning, parent }: Making): Promise<Run> {
    const compiled = await this.parts.compiler.run('manifest', { request, naming });
    const manifest = { ...compiled, owner: asker.name, ...(parent !== undefined && { parent }) };
    // One after another, so that counting and keeping are one step.
    const kept = this.#keeping.then(() => this.#keep(manifest, beginning));
    this.#keeping = kept.catch(() => undefined);
    return this.parts.list.again(await kept);
  }

  async #keep(manifest: RunManifest & { owner: string }, beginning: Beginning): Promise<string> {
    const { stores, list, mostUnderWay } = this.parts;
    const isThere = (await stores.runs.row(manifest.id)) !== undefined;
    if (!isThere && (await list.count(manifest.owner, 'running')) >= mostUnderWay) throw tooMany(mostUnderWay);
    const id = await stores.runs.create(manifest, beginning);
    const earlier = await stores.runs.manifest(id);
    if (earlier && madeFrom(earlier) !== madeFrom(manifest)) throw keyReused();
    return id;
  }
}

/** What a request comes to: the same for the same request. */
function madeFrom({
  scenario,
  tables,
  overrides,
  interventions,
  shards,
  accountsForLosses,
  owner,
}: RunManifest): string {
  return JSON.stringify([scenario.text, tables, overrides, interventions, shards, accountsForLosses, owner]);
}

function tooMany(most: number): ApiError {
  const reason = `${most} of your runs are under way, as many as one key may have.`;
  return new ApiError(409, { code: 'API_TOO_MANY_RUNS', reason, mend: 'Wait until one has ended, or remove one.' });
}

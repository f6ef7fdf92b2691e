// A run's scenario, compiled once: what its rows are called, what they are at base. Runs of one text share the chain,
// so a fork costs no second compile.
import { createHash } from 'node:crypto';
import { actingGroups, canAttribute, rootCausesOf, scopesOf, type RootCause, type Scopes } from '#libs/analysis';
import type { RunManifest, RunStore } from '#libs/runtime';
import { intervene, type CompiledScenario, type Override, type ScenarioTexts } from '#libs/scenario';
import { textsOf } from '#libs/simulation';
import { noSuchRun } from '../http/api-error';
import { BytesCache } from './bytes-cache';

/** Compiles what a run is made from, before anything is decided in it. @throws InputError SCN_..., CSV_... */
export type Compile = (
  texts: ScenarioTexts,
  overrides: readonly Override[],
) => CompiledScenario | Promise<CompiledScenario>;

/** What runs of one text have in common. */
export interface ChainBook {
  /** As the text has it, before anything was decided. */
  readonly compiled: CompiledScenario;
  readonly scopes: Scopes;
  /** Row of an enterprise by its id. */
  readonly rowOf: ReadonlyMap<string, number>;
  readonly causes: readonly RootCause[];
}

export interface RunBook extends ChainBook {
  readonly manifest: RunManifest;
  /** Whether its days get losses by root cause. */
  readonly hasLosses: boolean;
}

/** Columns of an enterprise and of a link, its name in three places; by and large. */
const ENTERPRISE_BYTES = 500;
const LINK_BYTES = 90;
const CHAINS_BYTES = 128 * 2 ** 20;
/** A manifest with its tables, and series of levers. */
const RUNS_BYTES = 32 * 2 ** 20;

export class RunBooks {
  readonly #chains = new BytesCache<ChainBook>({
    mostBytes: CHAINS_BYTES,
    sizeOf: ({ compiled: { chain } }) => chain.enterprises.count * ENTERPRISE_BYTES + chain.links.count * LINK_BYTES,
  });
  readonly #runs = new BytesCache<RunBook>({
    mostBytes: RUNS_BYTES,
    sizeOf: ({ manifest, compiled }) => manifest.scenario.text.length + 16 * compiled.spec.days * 100,
  });

  constructor(
    private readonly runs: RunStore,
    private readonly compile: Compile,
  ) {}

  /** As its texts have it. @throws as `of` */
  async compiled(manifest: RunManifest): Promise<CompiledScenario> {
    return (await this.#chainOf(manifest)).compiled;
  }

  /** @throws ApiError API_UNKNOWN_RUN; InputError SCN_..., CSV_... where this model no longer reads its texts */
  of(run: string): Promise<RunBook> {
    return this.#runs.once(run, async () => {
      const manifest = await this.runs.manifest(run);
      if (!manifest) throw noSuchRun(run);
      const book = await this.#chainOf(manifest);
      const compiled = intervene(book.compiled, manifest.interventions);
      const hasLosses = manifest.accountsForLosses && canAttribute(compiled.chain.rules);
      return { ...book, compiled, manifest, hasLosses };
    });
  }

  forget(run: string): void {
    this.#runs.forget(run);
  }

  #chainOf(manifest: RunManifest): Promise<ChainBook> {
    const texts = textsOf(manifest);
    const key = createHash('sha256')
      .update(JSON.stringify([texts, manifest.overrides]))
      .digest('hex');
    return this.#chains.once(key, async () => chainBookOf(await this.compile(texts, manifest.overrides)));
  }
}

function chainBookOf(compiled: CompiledScenario): ChainBook {
  const { chain, schedule } = compiled;
  return {
    compiled,
    scopes: scopesOf(chain),
    rowOf: new Map(chain.enterprises.ids.map((id, row) => [id, row])),
    causes: canAttribute(chain.rules) ? rootCausesOf(chain, actingGroups(schedule)).list : [],
  };
}

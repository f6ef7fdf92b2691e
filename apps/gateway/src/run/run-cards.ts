// What a run shows of its manifest, without the texts: kept for every run of a list.
import type { Stores } from '#libs/adapters';
import type { Run } from '#libs/api';
import type { Command } from '#libs/messages';
import type { RunManifest, RunRow } from '#libs/runtime';
import { parseScenario } from '#libs/scenario';

/** The part of a run that never changes. */
export type RunCard = Pick<
  Run,
  | 'id'
  | 'scenario'
  | 'seed'
  | 'start'
  | 'days'
  | 'shards'
  | 'accountsForLosses'
  | 'modelVersion'
  | 'forkedFrom'
  | 'set'
  | 'interventions'
  | 'createdAt'
> & { readonly owner: string | undefined };

const MOST_CARDS = 5000;

export class RunCards {
  readonly #cards = new Map<string, RunCard>();

  constructor(private readonly stores: Pick<Stores, 'runs'>) {}

  /** Undefined where the run is gone. */
  async of(run: string): Promise<RunCard | undefined> {
    const kept = this.#cards.get(run);
    if (kept) return kept;
    const manifest = await this.stores.runs.manifest(run);
    return manifest && this.keep(manifest);
  }

  keep(manifest: RunManifest): RunCard {
    const card = cardOf(manifest);
    this.#cards.set(manifest.id, card);
    if (this.#cards.size > MOST_CARDS) this.#cards.delete(this.#cards.keys().next().value ?? '');
    return card;
  }

  forget(run: string): void {
    this.#cards.delete(run);
  }
}

function cardOf(manifest: RunManifest): RunCard {
  const { id, scenario, overrides, interventions, seed, start, days, shards, accountsForLosses } = manifest;
  const { modelVersion, forkedFrom, createdAt, owner, parent } = manifest;
  const { spec } = parseScenario(scenario.text, scenario.name, overrides);
  const { en, zh } = spec.name;
  return {
    id,
    scenario: { id: spec.id, name: { en, ...(zh !== undefined && { zh }) } },
    ...{ seed, start, days, shards, accountsForLosses, modelVersion, createdAt, owner },
    forkedFrom: forkedFrom ? { run: parent ?? null, ...forkedFrom } : null,
    set: overrides.map(({ path, value }) => ({ path, value })),
    interventions: interventions.map(({ path, day, value }) => ({ path, day, value })),
  };
}

/** A run as it is told: what it was made from, and how it goes. */
export function runOf(
  { owner, ...card }: RunCard,
  row: RunRow,
  commands: readonly Command[],
  givenBy: ReadonlyMap<number, string>,
): Run {
  const { status, failure, mode, daysPerSecond, openedDay, projectedDay, attempt, digest } = row;
  return {
    ...card,
    ...{ status, failure, mode, daysPerSecond, openedDay, projectedDay, attempt, digest },
    commands: commands.map((command) => ({ ...command, by: givenBy.get(command.seq) ?? '' })),
    owner: owner ?? '',
  };
}

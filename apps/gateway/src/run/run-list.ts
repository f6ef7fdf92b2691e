// Runs told: one, or a page of those that an asker may see.
import type { Stores } from '#libs/adapters';
import type { Run } from '#libs/api';
import type { RunRow, RunStatus } from '#libs/runtime';
import { maySee, type Asker } from '../asking/asker';
import { noSuchRun } from '../http/api-error';
import type { FoundRun } from './found-runs';
import { RunCards, runOf, type RunCard } from './run-cards';

export class RunList {
  readonly #stores: Pick<Stores, 'runs'>;
  readonly #cards: RunCards;

  constructor(stores: Pick<Stores, 'runs'>) {
    this.#stores = stores;
    this.#cards = new RunCards(stores);
  }

  /** Newest first. */
  async page(asker: Asker, { offset, limit }: { readonly offset: number; readonly limit: number }): Promise<Run[]> {
    const seen = (await this.#seen(asker)).slice(offset, offset + limit);
    const told: Run[] = [];
    for (const { card, row } of seen) told.push(await this.#told(card, row));
    return told;
  }

  /** A run as it is now. @throws ApiError API_UNKNOWN_RUN where it has gone */
  async read({ manifest, row }: FoundRun): Promise<Run> {
    return this.#told((await this.#cards.of(manifest.id)) ?? this.#cards.keep(manifest), row);
  }

  /** As it is after a change. @throws ApiError API_UNKNOWN_RUN */
  async again(run: string): Promise<Run> {
    const told = await this.told(run);
    if (!told) throw noSuchRun(run);
    return told;
  }

  /** For whoever may see it; undefined where it has gone. */
  async told(run: string): Promise<Run | undefined> {
    const [row, card] = [await this.#stores.runs.row(run), await this.#cards.of(run)];
    return row && card && this.#told(card, row);
  }

  /** Undefined where the run has gone. */
  async ownerOf(run: string): Promise<{ readonly owner: string | undefined } | undefined> {
    return this.#cards.of(run);
  }

  forget(run: string): void {
    this.#cards.forget(run);
  }

  /** How many runs of a status an owner has. */
  async count(owner: string, status: RunStatus): Promise<number> {
    let count = 0;
    for (const row of await this.#stores.runs.rows(status)) {
      if ((await this.#cards.of(row.id))?.owner === owner) count++;
    }
    return count;
  }

  async #seen(asker: Asker): Promise<{ card: RunCard; row: RunRow }[]> {
    const seen: { card: RunCard; row: RunRow }[] = [];
    for (const row of await this.#stores.runs.rows()) {
      const card = await this.#cards.of(row.id);
      if (card && maySee(asker, card.owner)) seen.push({ card, row });
    }
    return seen;
  }

  async #told(card: RunCard, row: RunRow): Promise<Run> {
    const commands = await this.#stores.runs.commands(row.id);
    const givers = commands.length > 0 ? await this.#stores.runs.givers(row.id) : new Map<number, string>();
    return runOf(card, row, commands, givers);
  }
}

// Who holds the day back: what services say of themselves, and how far the runs are that an asker may see.
import type { Stores } from '#libs/adapters';
import type { System } from '#libs/api';
import { MODEL_VERSION } from '#libs/model';
import { StoreAway, type RunRow } from '#libs/runtime';
import { z } from 'zod';
import { maySee, type Asker } from '../asking/asker';
import type { RunList } from '../run/run-list';
import type { ServiceLook } from './services';

/** Runs that are over are not waited for; of the others there are few. */
const MOST_RUNS = 50;

export interface SystemParts {
  readonly stores: Pick<Stores, 'runs'>;
  readonly list: Pick<RunList, 'ownerOf'>;
  readonly version: string;
  readonly live: () => System['live'];
  readonly services: () => Promise<readonly ServiceLook[]>;
  readonly clients: () => number;
}

/** What /readyz may say; whatever is said otherwise is left out. */
const detailSchema = z.object({
  day: z.number().int().min(0).nullable().catch(null),
  runs: z.array(z.string()).catch([]),
  waits: z
    .array(z.object({ run: z.string(), reader: z.string(), day: z.number().int(), whom: z.array(z.string()) }))
    .catch([]),
});
type Detail = z.output<typeof detailSchema>;

export class SystemLook {
  constructor(private readonly parts: SystemParts) {}

  async read(asker: Asker): Promise<System> {
    const { version, live, services, clients } = this.parts;
    const looks = (await services()).map((look) => ({ ...look, detail: detailSchema.parse(look.detail) }));
    const rows = await this.#rows(asker);
    const isSeen = (run: string): boolean => rows?.some(({ id }) => id === run) ?? false;
    return {
      modelVersion: MODEL_VERSION,
      ...{ version, live: live(), store: rows ? 'ok' : 'away', clients: clients() },
      services: looks.map(({ name, isReady, detail }) => ({
        ...{ name, isReady, day: detail.day, runs: detail.runs.filter(isSeen) },
        waitsFor: detail.waits.find(({ run }) => isSeen(run))?.whom.join(', ') ?? null,
      })),
      runs: (rows ?? []).map((row) =>
        runLook(
          row,
          looks.map(({ detail }) => detail),
        ),
      ),
    };
  }

  /** Undefined where the store is away. */
  async #rows(asker: Asker): Promise<RunRow[] | undefined> {
    const seen: RunRow[] = [];
    try {
      for (const row of await this.parts.stores.runs.rows('running')) {
        const found = await this.parts.list.ownerOf(row.id);
        if (found && maySee(asker, found.owner)) seen.push(row);
      }
    } catch (error) {
      if (error instanceof StoreAway) return undefined;
      throw error;
    }
    return seen.slice(0, MOST_RUNS);
  }
}

/** A reader that waits for its next day has done the one before. */
function runLook(row: RunRow, details: readonly Detail[]): System['runs'][number] {
  const { id, openedDay, projectedDay, attempt, gap } = row;
  const waits = details.flatMap((detail) => detail.waits).filter(({ run }) => run === id);
  const watermarks = waits.map(({ reader, day }) => ({ source: reader, day: day - 1 }));
  return { run: id, openedDay, projectedDay, attempt, gap, watermarks };
}

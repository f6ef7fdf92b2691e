// Scenarios of one's own, on disk: one file each, in a folder of their owner, written beside and put in place.
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { scenarioIdSchema, type ScenarioTextsBody } from '#libs/api';
import { ApiError } from '../http/api-error';

export interface ShelfLimits {
  /** Of one owner. */
  readonly mostScenarios: number;
  readonly mostBytes: number;
}

export const SHELF_LIMITS: ShelfLimits = { mostScenarios: 200, mostBytes: 500_000_000 };

export class Shelf {
  /** Saving asks what is there first, so it goes one by one. */
  #saving: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly folder: string,
    private readonly limits: ShelfLimits,
  ) {}

  /** Ids, in order. */
  async ids(owner: string): Promise<string[]> {
    const names = await readdir(this.#folderOf(owner)).catch(() => []);
    const ids = names.filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -'.json'.length));
    return ids.filter((id) => scenarioIdSchema.safeParse(id).success).sort();
  }

  async read(owner: string, id: string): Promise<ScenarioTextsBody | undefined> {
    try {
      return JSON.parse(await readFile(this.#file(owner, id), 'utf8')) as ScenarioTextsBody;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
  }

  /** @throws ApiError API_TOO_MANY */
  save(owner: string, id: string, texts: ScenarioTextsBody): Promise<void> {
    const saving = this.#saving.then(() => this.#save(owner, id, texts));
    this.#saving = saving.catch(() => undefined);
    return saving;
  }

  /** False where there is none. */
  async remove(owner: string, id: string): Promise<boolean> {
    try {
      await rm(this.#file(owner, id));
      return true;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
      throw error;
    }
  }

  async #save(owner: string, id: string, texts: ScenarioTextsBody): Promise<void> {
    const content = JSON.stringify(texts);
    await this.#refuseTooMany(owner, id, Buffer.byteLength(content));
    const file = this.#file(owner, id);
    const fresh = `${file}.${randomBytes(6).toString('hex')}.new`;
    await mkdir(this.#folderOf(owner), { recursive: true });
    try {
      await writeFile(fresh, content, { flush: true });
      await rename(fresh, file);
    } finally {
      await rm(fresh, { force: true });
    }
  }

  async #refuseTooMany(owner: string, id: string, bytes: number): Promise<void> {
    const others = (await this.ids(owner)).filter((one) => one !== id);
    const sizes = await Promise.all(others.map(async (one) => (await stat(this.#file(owner, one))).size));
    const { mostScenarios, mostBytes } = this.limits;
    if (others.length < mostScenarios && sizes.reduce((sum, size) => sum + size, bytes) <= mostBytes) return;
    const reason = `at most ${mostScenarios} scenarios and ${mostBytes / 1e6} MB are kept for one key.`;
    throw new ApiError(409, { code: 'API_TOO_MANY', path: 'id', reason, mend: 'Remove one that is no longer needed.' });
  }

  /** A name may be anything; a folder may not. */
  #folderOf(owner: string): string {
    return join(this.folder, createHash('sha256').update(owner).digest('hex').slice(0, 16));
  }

  /** @param id as `scenarioIdSchema` has it, so that it leads nowhere else */
  #file(owner: string, id: string): string {
    return join(this.#folderOf(owner), `${scenarioIdSchema.parse(id)}.json`);
  }
}

// A run that has ended as an archive: computed again in a thread, each day held against what recovery has kept, and sent
// as a tar file. The folder is gone when the last byte is sent, or the asker is.
import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { Stores } from '#libs/adapters';
import { StudyBeside } from '#libs/studies';
import { tooBusy } from '../http/api-error';
import { pastOf, refuseUnfinished, type AskedRun } from './asked-run';
import { tarOf } from './tar';

/** One is made at a time, so many wait; each takes some 60 MB of disk while it is sent. */
const MOST_WAITING = 3;
const MOST_SENDING = 8;
const LONGEST_MS = 300_000;
const IDLE_MS = 20_000;
const HEAP_MB = 3072;
const NICENESS = 8;

export class HomeComings {
  readonly #folder: string;
  #sending = 0;
  readonly #thread = new StudyBeside({
    ...{ mostWaiting: MOST_WAITING, longestMs: LONGEST_MS, idleMs: IDLE_MS, heapMb: HEAP_MB, niceness: NICENESS },
    busy,
  });

  /** @param folder of the gateway; what a former one left of archives there is removed */
  constructor(
    private readonly stores: Pick<Stores, 'runs' | 'metrics'>,
    folder: string,
  ) {
    this.#folder = join(folder, 'home-coming');
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @throws InputError STK_NOT_ENDED, STK_OTHER_MODEL, STK_DIGEST_DIFFERS; ApiError API_BUSY */
  async archive(found: AskedRun): Promise<Readable> {
    refuseUnfinished(found);
    if (this.#sending >= MOST_SENDING) throw busy();
    this.#sending++;
    const { id, accountsForLosses } = found.manifest;
    const folder = join(this.#folder, randomUUID());
    const done = (): void => {
      this.#sending--;
      void rm(folder, { recursive: true, force: true });
    };
    try {
      const run = pastOf(found.manifest, await this.stores.runs.commands(id));
      const kept = await this.stores.metrics.digests(id);
      mkdirSync(this.#folder, { recursive: true });
      await this.#thread.ask('archive', { run, folder, accountsForLosses, kept });
      return Readable.from(tarOf(folder, id), { objectMode: false }).once('close', done);
    } catch (error) {
      done();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#thread.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

function busy(): Error {
  return tooBusy('too many archives are being made.');
}

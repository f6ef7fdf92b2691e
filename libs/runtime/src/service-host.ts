// A service process: it meets the runs that control has opened, gives each of its readers a life in them, and hands
// every record to the life that it is meant for. Stages and recovery differ in their lives alone.
import type { Party } from '#libs/kernel';
import { controlSchema, streamKey, type ReadRecord, type Stream } from '#libs/messages';
import type { Clock } from './clock';
import type { Life, RunHere, Surroundings, Waiting } from './life';
import type { StreamStart } from './record-log';
import { untilItWorks } from './retry';
import type { RunManifest } from './run-store';
import { RunView, Stopped } from './run-view';

export interface HostOptions extends Surroundings {
  readonly clock: Clock;
  /** Every stream that the process reads. */
  readonly streams: readonly Stream[];
  /** The process's readers of a run. */
  readonly partiesOf: (manifest: RunManifest) => readonly Party[];
  /** The reader that a stream's frames are for, as `stage/shard`. */
  readonly readerOf: (stream: Stream) => string;
  readonly lifeOf: (party: Party, here: RunHere) => Life;
  /** Under which attempt the starting position of a reader is looked up. */
  readonly positionOf: (row: { attempt: number; startDay: number }) => { attempt: number; startDay: number };
}

/** How often run rows are looked at, whatever the log says: what control tells comes by the log, at once. */
const LOOK_MS = 1000;
/** Runs that are known to be none of ours, remembered so that their records cost nothing. */
const MAX_STRANGERS = 1024;

interface Met {
  readonly here: RunHere;
  readonly lives: ReadonlyMap<string, Life>;
  readonly over: Promise<void>;
}

export interface HostState {
  readonly runs: readonly string[];
  /** -1 before the first. */
  readonly day: number;
  readonly waits: readonly ({ readonly run: string; readonly reader: string } & Waiting)[];
}

export class ServiceHost {
  readonly #met = new Map<string, Promise<Met | undefined>>();
  readonly #strangers = new Set<string>();
  #isStopped = false;
  #looking: Promise<void> | undefined;
  #newestDay = -1;

  constructor(private readonly options: HostOptions) {}

  /** Where reading starts: early enough for every run under way, not earlier. */
  async starts(): Promise<StreamStart[]> {
    const { streams, log, runs, states, partiesOf, positionOf, retrying } = this.options;
    return untilItWorks(async () => {
      const ends = await log.ends(streams);
      const starts = new Map(streams.map((stream, i) => [streamKey(stream), ends[i]]));
      for (const row of await runs.rows('running')) {
        const manifest = row.openedDay >= 0 ? await runs.manifest(row.id) : undefined;
        if (!manifest) continue;
        for (const party of partiesOf(manifest)) {
          const snapshot = await states.newest(row.id, party, positionOf(row));
          for (const { stream, offset } of snapshot?.offsets ?? []) {
            const known = starts.get(streamKey(stream));
            if (known !== undefined && offset < known) starts.set(streamKey(stream), offset);
          }
        }
      }
      return streams.map((stream): StreamStart => ({ stream, from: starts.get(streamKey(stream)) ?? 'next' }));
    }, retrying);
  }

  /** Begins to meet runs. */
  start(): void {
    this.#looking = this.#look();
  }

  /** Records of one stream, in order. */
  async take(records: readonly ReadRecord[]): Promise<void> {
    for (const read of records) {
      const met = await this.#meet(read.record.run);
      if (!met) continue;
      if (read.record.type === 'control') tell(met.here.view, read);
      else await met.lives.get(this.options.readerOf(read.stream))?.take(read);
    }
  }

  /** Resolves when no life goes on; nothing is kept that is not safe already. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    const met = await Promise.all(this.#met.values());
    for (const one of met) one?.here.view.stop();
    await Promise.all(met.flatMap((one) => (one ? [one.over] : [])));
    await this.#looking;
  }

  /** Runs that go on here, the newest day that any of them has done, and who waits for whom. */
  async state(): Promise<HostState> {
    const met = (await Promise.all(this.#met.values())).filter((one) => one !== undefined);
    const waits = met.flatMap(({ here, lives }) =>
      [...lives].flatMap(([reader, life]) => {
        const waiting = life.waiting();
        return waiting ? [{ run: here.view.run, reader, ...waiting }] : [];
      }),
    );
    return { runs: met.map(({ here }) => here.view.run), day: this.#newestDay, waits };
  }

  /** Called by whoever tells of days. */
  dayDone(day: number): void {
    this.#newestDay = day;
  }

  async #look(): Promise<void> {
    const { clock, runs, retrying } = this.options;
    while (!this.#isStopped) {
      try {
        for (const { id, openedDay } of await runs.rows('running')) if (openedDay >= 0) void this.#meet(id);
        for (const run of this.#met.keys()) await this.#refresh(run);
      } catch (error) {
        retrying.onFailure(error);
      }
      await clock.sleep(LOOK_MS);
    }
  }

  async #refresh(run: string): Promise<void> {
    const met = await this.#met.get(run)?.catch(() => undefined);
    await met?.here.view.refresh().catch((error: unknown) => this.options.retrying.onFailure(error));
  }

  /** The run's part here; undefined where it is over, unknown, or somebody else's to step. */
  #meet(run: string): Promise<Met | undefined> {
    if (this.#strangers.has(run) || this.#isStopped) return Promise.resolve(undefined);
    const known = this.#met.get(run);
    if (known) return known;
    const meeting = this.#begin(run).catch((error: unknown) => {
      if (!(error instanceof Stopped)) throw error;
      return undefined;
    });
    this.#met.set(run, meeting);
    return meeting;
  }

  async #begin(run: string): Promise<Met | undefined> {
    const { runs, retrying, partiesOf, lifeOf } = this.options;
    const manifest = await untilItWorks(() => runs.manifest(run), retrying);
    const view = new RunView(run, runs);
    await untilItWorks(() => view.refresh(), retrying);
    const parties = manifest && !view.control.isOver ? partiesOf(manifest) : [];
    if (!manifest || parties.length === 0) {
      this.#forget(run);
      return undefined;
    }
    this.options.told.met?.(manifest);
    const here = { manifest, view };
    const lives = new Map(parties.map((party) => [`${party.stage}/${party.shard}`, lifeOf(party, here)]));
    const living = [...lives.values()].map((life) => life.live());
    const over = Promise.allSettled(living).then(() => this.#forget(run));
    return { here, lives, over };
  }

  #forget(run: string): void {
    this.#met.delete(run);
    if (this.#strangers.size >= MAX_STRANGERS) this.#strangers.clear();
    this.#strangers.add(run);
  }
}

/** What control told; what cannot be read is left alone: the row says it, too. */
function tell(view: RunView, { record }: ReadRecord): void {
  try {
    const control = controlSchema.safeParse(JSON.parse(Buffer.from(record.body).toString('utf8')));
    if (control.success) view.tell(control.data);
  } catch {
    // Not JSON.
  }
}

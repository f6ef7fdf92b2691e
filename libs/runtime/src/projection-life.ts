// Recovery's part in a run: every source's day, in order of days, into a fold. The cursor of what is projected lies with
// what was projected, so a day is folded into the store once; the fold itself is made anew after a crash.
import type { Party, Frame } from '#libs/kernel';
import { type Command, type DayEndMark, type ReadRecord, type Writer } from '#libs/messages';
import { AttemptInbox, failRun } from './attempt-inbox';
import { FrameMailbox } from './frame-mailbox';
import { waitingFor, type Life, type RunHere, type Surroundings, type Waiting } from './life';
import { untilItWorks } from './retry';
import { allFeeds, isReadBy, sourcesOf, type RunModel } from './run-model';
import type { RunManifest } from './run-store';
import { AttemptOver, Stopped } from './run-view';
import { KEEP_DAYS } from './shard-life';

export const RECOVERY: Party = { stage: 'recovery', shard: 0 };

export interface WholeDay {
  readonly day: number;
  readonly attempt: number;
  /** Commands effective up to the day, by seq. */
  readonly commands: readonly Command[];
  readonly frames: readonly Frame[];
  readonly ends: readonly { readonly writer: Writer; readonly mark: DayEndMark }[];
}

/** A run's fold: what recovery makes of its days. */
export interface Projection {
  /** Folds days 0 .. `day` again, as after a crash. */
  catchUp(day: number, commands: readonly Command[]): Promise<void>;
  /** Folds the next day and keeps it; the same day again must keep nothing twice. */
  project(day: WholeDay): Promise<void>;
  /** After the last day. */
  finish(): Promise<void>;
  stop(): Promise<void>;
}

export type OpenProjection = (manifest: RunManifest) => Promise<Projection>;

/** Attempt under which recovery's reading positions are kept: any of them is early enough for every later attempt. */
export const RECOVERY_POSITION = { attempt: 1, startDay: -1 };

export class ProjectionLife<C, L> implements Life {
  readonly party = RECOVERY;
  readonly #inbox: AttemptInbox;
  #mailbox: FrameMailbox | undefined;
  #projection: Projection | undefined;
  #projectedDay = -1;

  constructor(
    private readonly here: RunHere,
    private readonly around: Surroundings,
    private readonly model: () => Promise<RunModel<C, L>>,
    private readonly open: OpenProjection,
  ) {
    const { runs, retrying, told } = around;
    this.#inbox = new AttemptInbox(here.view, runs, retrying, {
      gap: (gap) => told.gap?.(here.view.run, gap),
      duplicate: told.duplicate,
    });
  }

  take(record: ReadRecord): Promise<void> {
    return this.#inbox.take(record);
  }

  waiting(): Waiting | undefined {
    const next = this.#projectedDay + 1;
    return waitingFor(this.here.view, this.#mailbox, { next, reads: next });
  }

  async live(): Promise<void> {
    const { view } = this.here;
    try {
      let projection = await this.#open();
      while (!view.control.isOver) {
        try {
          // An attempt may start after a day that another process has projected meanwhile: its days are not told again.
          if (view.control.startDay > this.#projectedDay) projection = await this.#open();
          await this.#attempt(projection);
        } catch (error) {
          if (error instanceof AttemptOver) continue;
          throw error;
        }
      }
    } catch (error) {
      if (error instanceof Stopped) throw error;
      await failRun(view, this.around.runs, this.around.retrying, error as Error);
    } finally {
      this.#inbox.close();
      await this.#projection?.stop();
    }
  }

  /** A fold of all days that are projected, whoever has projected them. */
  async #open(): Promise<Projection> {
    const { view, manifest } = this.here;
    const { runs, retrying } = this.around;
    await this.#projection?.stop();
    const row = await untilItWorks(() => runs.row(view.run), retrying);
    // What the log told so far may be older than the row, and lack commands of days that are projected.
    await untilItWorks(() => view.refresh(), retrying);
    this.#projectedDay = row?.projectedDay ?? -1;
    this.#projection = await this.open(manifest);
    if (this.#projectedDay >= 0) await this.#projection.catchUp(this.#projectedDay, view.commands());
    return this.#projection;
  }

  async #attempt(projection: Projection): Promise<void> {
    const { view, manifest } = this.here;
    const { codec, hash, told, keepDays = KEEP_DAYS } = this.around;
    const { attempt } = view.control;
    const model = await this.model();
    const feeds = allFeeds(model, sourcesOf(manifest)).filter(
      (feed) => manifest.accountsForLosses || isReadBy(feed, RECOVERY),
    );
    const mailbox = new FrameMailbox({ attempt, feeds, nextDay: this.#projectedDay + 1, codec, hash });
    this.#inbox.open(mailbox);
    this.#mailbox = mailbox;
    told.attempt?.(view.run, RECOVERY, attempt, this.#projectedDay);
    for (let day = this.#projectedDay + 1; day < model.days; day++) {
      await view.until(attempt, () => view.control.isOver || (mailbox.isReady(day) && view.control.openedDay >= day));
      if (view.control.isOver) return;
      told.begun?.(view.run, RECOVERY, day, attempt);
      const { frames, ends, offsets } = mailbox.collect(day);
      const commands = view.commands().filter(({ effectiveDay }) => effectiveDay <= day);
      await projection.project({ day, attempt, commands, frames, ends });
      this.#projectedDay = day;
      told.day?.(view.run, RECOVERY, day);
      if (day > 0 && day % keepDays === 0) await this.#keepPosition(day, offsets);
    }
    await projection.finish();
    await view.until(attempt, () => view.control.isOver);
  }

  async #keepPosition(day: number, offsets: Parameters<Surroundings['states']['save']>[0]['offsets']): Promise<void> {
    const { states, retrying } = this.around;
    const snapshot = { run: this.here.view.run, source: RECOVERY, day, attempt: 1, offsets, hash: '', bytes: NO_BYTES };
    await untilItWorks(() => states.save(snapshot), retrying);
  }
}

const NO_BYTES = new Uint8Array(0);

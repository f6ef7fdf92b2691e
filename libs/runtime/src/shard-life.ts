// A stage shard as a service: start from the newest snapshot that the attempt allows, drive, and begin again when a later
// attempt does. A shard that has done its last day still listens: an attempt may need its outbox once more.
import { type StageShard } from '#libs/kernel';
import { formatDigest } from '#libs/kernel';
import type { ReadRecord, Source } from '#libs/messages';
import { AttemptInbox, failRun } from './attempt-inbox';
import { driveStage } from './drive-stage';
import { FrameMailbox } from './frame-mailbox';
import { waitingFor, type Life, type RunHere, type Surroundings, type Waiting } from './life';
import { untilItWorks } from './retry';
import { allFeeds, feedsOf, isReadBy, sourcesOf, type RunModel } from './run-model';
import { AttemptOver, Stopped } from './run-view';
import { ShardLog } from './shard-log';
import type { ShardSnapshot } from './state-store';

/** Days between snapshots of a shard. */
export const KEEP_DAYS = 10;

export class ShardLife<C, L> implements Life {
  readonly #inbox: AttemptInbox;
  #mailbox: FrameMailbox | undefined;
  #doneDay = -1;

  constructor(
    readonly party: Source,
    private readonly here: RunHere,
    private readonly around: Surroundings,
    private readonly model: () => Promise<RunModel<C, L>>,
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
    return waitingFor(this.here.view, this.#mailbox, { next: this.#doneDay + 1, reads: this.#doneDay });
  }

  async live(): Promise<void> {
    const { view } = this.here;
    try {
      while (!view.control.isOver) {
        try {
          await this.#attempt();
        } catch (error) {
          if (error instanceof AttemptOver) continue;
          if (error instanceof Stopped) throw error;
          await failRun(view, this.around.runs, this.around.retrying, error as Error);
        }
      }
    } finally {
      this.#inbox.close();
    }
  }

  async #attempt(): Promise<void> {
    const { view } = this.here;
    const { states, log, codec, hash, retrying, told, maxBodyBytes, keepDays = KEEP_DAYS } = this.around;
    const { attempt, startDay } = view.control;
    const model = await this.model();
    const snapshot = await untilItWorks(() => states.newest(view.run, this.party, { attempt, startDay }), retrying);
    const shard = model.openShard(this.party);
    if (!this.#restore(shard, snapshot)) {
      const gap = `no sound snapshot of ${this.party.stage}/${this.party.shard} to start attempt ${attempt} from`;
      await untilItWorks(() => this.around.runs.reportGap(view.run, { attempt, gap }), retrying);
      await view.until(attempt, () => view.control.isOver);
      return;
    }
    const after = snapshot?.day ?? -1;
    told.attempt?.(view.run, this.party, attempt, after);
    const feeds = allFeeds(model, sourcesOf(this.here.manifest)).filter((feed) => isReadBy(feed, this.party));
    const mailbox = new FrameMailbox({ attempt, feeds, nextDay: after, codec, hash });
    this.#inbox.open(mailbox);
    this.#mailbox = mailbox;
    this.#doneDay = after;
    const own = feedsOf(this.party, shard.outbox.routes);
    const shardLog = new ShardLog({ log, view, mailbox, feeds: own, codec, hash, maxBodyBytes });
    await driveStage({
      ...{ shard, log: shardLog, after, digests: true },
      begun: (day) => told.begun?.(view.run, this.party, day, attempt),
      leversOn: (day) => model.leversUnder(view.commands())(day),
      keep: async (day) => {
        this.#doneDay = day;
        told.day?.(view.run, this.party, day);
        if (day > 0 && day % keepDays === 0 && day < model.days - 1) await this.#keep(shard, day, attempt, shardLog);
      },
    });
  }

  /** Whether the shard stands where the attempt starts: fresh from the eve, or as the snapshot says. */
  #restore(shard: StageShard<C, L>, snapshot: ShardSnapshot | undefined): boolean {
    if (!snapshot) return this.here.view.control.startDay < 0;
    if (snapshot.day < 0) return true;
    const isSound =
      snapshot.bytes.byteLength === shard.state.block.byteLength &&
      formatDigest(this.around.hash(snapshot.bytes, 0n)) === snapshot.hash;
    if (isSound) shard.state.block.restore(snapshot.bytes);
    return isSound;
  }

  async #keep(shard: StageShard<C, L>, day: number, attempt: number, { offsets }: ShardLog): Promise<void> {
    const { states, hash, retrying, told } = this.around;
    const { run } = this.here.view;
    const bytes = shard.state.block.snapshot();
    const snapshot = { run, source: this.party, day, attempt, offsets, hash: formatDigest(hash(bytes, 0n)), bytes };
    const isSame = await untilItWorks(() => states.save(snapshot), retrying);
    if (!isSame) throw new Error(`two states of ${this.party.stage}/${this.party.shard} on day ${day}`);
    told.snapshot?.(run, this.party, day, bytes.byteLength);
  }
}

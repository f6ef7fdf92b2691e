// The event log of one stage shard in one attempt, over the log of records: what `driveStage` waits for and publishes to.
import { Inbox, type Frame, type Hash64 } from '#libs/kernel';
import type { Source } from '#libs/messages';
import { dayRecords } from './day-records';
import type { DayEnd, EventLog } from './event-log';
import type { FrameCodec } from './frame-codec';
import type { FrameMailbox, MailDay } from './frame-mailbox';
import type { RecordLog } from './record-log';
import type { Feed } from './run-model';
import type { RunView } from './run-view';

export interface ShardLogOptions {
  readonly log: RecordLog;
  readonly view: RunView;
  readonly mailbox: FrameMailbox;
  /** What the shard writes. */
  readonly feeds: readonly Feed[];
  readonly codec: FrameCodec;
  readonly hash: Hash64;
  readonly maxBodyBytes?: number | undefined;
}

export class ShardLog implements EventLog {
  #offsets: MailDay['offsets'] = [];

  constructor(private readonly options: ShardLogOptions) {}

  /** Where reading goes on after the last day whose inputs were taken. */
  get offsets(): MailDay['offsets'] {
    return this.#offsets;
  }

  /** @throws AttemptOver, Stopped */
  async opened(day: number): Promise<boolean> {
    const { view } = this.options;
    await this.#until(() => view.control.isOver || view.control.openedDay >= day);
    return !view.control.isOver;
  }

  /** @throws AttemptOver, Stopped, PoisonRecord */
  async inputs(_reader: Source, day: number): Promise<Inbox> {
    const { mailbox } = this.options;
    await this.#until(() => mailbox.isReady(day));
    const { frames, offsets } = mailbox.collect(day);
    this.#offsets = offsets;
    return new Inbox(frames);
  }

  async publish({ day, digest }: DayEnd, frames: readonly Frame[]): Promise<void> {
    const { log, view, mailbox, feeds, codec, hash, maxBodyBytes } = this.options;
    const maker = { run: view.run, attempt: mailbox.attempt, feeds, codec, hash, maxBodyBytes };
    await log.send(dayRecords(maker, day, digest, frames));
  }

  #until(isTrue: () => boolean): Promise<void> {
    return this.options.view.until(this.options.mailbox.attempt, isTrue);
  }
}

// The event log of one process. Frames are handed over by reference; control opens a day only when every source has
// ended the one before and it has been read, so two buffers a route are enough and nothing piles up.
import { Mailbox, type Frame, type Inbox, type StageShard } from '#libs/kernel';
import type { Source } from '#libs/messages';
import type { DayEnd, EventLog } from './event-log';

interface Reader {
  readonly key: string;
  readonly upstream: ReadonlySet<string>;
  readonly mailbox: Mailbox;
}

export class InProcessLog implements EventLog {
  readonly #readers: readonly Reader[];
  readonly #ends = new Map<string, DayEnd>();
  readonly #frames: Frame[] = [];
  #openedDay: number;
  #isOver = false;
  #waiting: (() => void)[] = [];

  /** @param after last day in the shards' states, -1 for fresh ones */
  constructor(
    private readonly shards: readonly StageShard<never, never>[],
    private readonly after: number,
  ) {
    this.#openedDay = after;
    this.#readers = shards.map(({ source }) => {
      const upstream = shards.filter((shard) => shard.outbox.routes.some(({ to }) => keyOf(to) === keyOf(source)));
      return {
        key: keyOf(source),
        upstream: new Set(upstream.map((shard) => keyOf(shard.source))),
        mailbox: new Mailbox(
          upstream.map((shard) => shard.source),
          after - 1,
        ),
      };
    });
  }

  async opened(day: number): Promise<boolean> {
    await this.#until(() => this.#isOver || this.#openedDay >= day);
    return this.#openedDay >= day;
  }

  async inputs(reader: Source, day: number): Promise<Inbox> {
    const mailbox = this.#readers.find(({ key }) => key === keyOf(reader))?.mailbox;
    if (!mailbox) throw new Error(`no reader ${keyOf(reader)}`);
    await this.#until(() => mailbox.isReady(day));
    return mailbox.take(day);
  }

  publish(end: DayEnd, frames: readonly Frame[]): Promise<void> {
    const key = keyOf(end.source);
    for (const reader of this.#readers) {
      if (!reader.upstream.has(key)) continue;
      reader.mailbox.deliver(
        end.source,
        end.day,
        frames.filter(({ route }) => keyOf(route.to) === reader.key),
      );
    }
    this.#ends.set(key, end);
    this.#frames.push(...frames);
    this.#wake();
    return Promise.resolve();
  }

  /** Opens a day and resolves with what all sources made of it. */
  async run(day: number): Promise<{ readonly ends: readonly DayEnd[]; readonly frames: readonly Frame[] }> {
    await this.#until(() => this.#haveAllEnded(day - 1));
    this.#frames.length = 0;
    this.#openedDay = day;
    this.#wake();
    await this.#until(() => this.#haveAllEnded(day));
    return { ends: this.shards.map(({ source }) => this.#endOf(source)), frames: this.#frames };
  }

  /** Ends the run: whoever waits for another day is told that there is none. */
  end(): void {
    this.#isOver = true;
    this.#wake();
  }

  #endOf(source: Source): DayEnd {
    const end = this.#ends.get(keyOf(source));
    if (!end) throw new Error(`${keyOf(source)} has ended no day`);
    return end;
  }

  #haveAllEnded(day: number): boolean {
    return this.shards.every(({ source }) => (this.#ends.get(keyOf(source))?.day ?? this.after - 1) >= day);
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (!isTrue()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

function keyOf({ stage, shard }: { readonly stage: string; readonly shard: number }): string {
  return `${stage}/${shard}`;
}

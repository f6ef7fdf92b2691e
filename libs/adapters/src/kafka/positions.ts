// Where a reading stands: per partition the offset to read next. Held here and never by Kafka, so that every join seeks to
// it. 64 bit, hence bigint.
import { topicOf, type Stream } from '#libs/messages';
import type { StreamStart } from '#libs/runtime';
import type { Admin, Assignment } from 'kafkajs';

export interface Position {
  readonly stream: Stream;
  readonly topic: string;
  /** Undefined until it has been looked up: reading begins at `from`. */
  next: bigint | undefined;
  readonly from: StreamStart['from'];
}

export class Positions {
  readonly #positions: readonly Position[];

  constructor(starts: readonly StreamStart[], prefix: string) {
    this.#positions = starts.map(({ stream, from }) => ({
      stream,
      topic: topicOf(stream, prefix),
      from,
      next: typeof from === 'bigint' ? from : undefined,
    }));
  }

  get topics(): string[] {
    return [...new Set(this.#positions.map(({ topic }) => topic))];
  }

  get owned(): Assignment {
    return Object.fromEntries(
      this.topics.map((topic) => [
        topic,
        this.#positions.filter((position) => position.topic === topic).map(({ stream }) => stream.shard),
      ]),
    );
  }

  all(): readonly Position[] {
    return this.#positions;
  }

  of(topic: string, partition: number): Position | undefined {
    return this.#positions.find((position) => position.topic === topic && position.stream.shard === partition);
  }

  /** Looks up the offsets of those that start at the first record or at the next one. */
  async lookUp(admin: Admin): Promise<void> {
    const open = this.#positions.filter(({ next }) => next === undefined);
    for (const topic of new Set(open.map((position) => position.topic))) {
      const offsets = await admin.fetchTopicOffsets(topic);
      for (const position of open) {
        if (position.topic !== topic) continue;
        const offset = offsets.find(({ partition }) => partition === position.stream.shard);
        if (!offset) throw new Error(`LOG_NO_PARTITION ${topic}: there is no partition ${position.stream.shard}`);
        position.next = BigInt(position.from === 'first' ? offset.low : offset.high);
      }
    }
  }

  /** A topic that is not there starts anew when it is made again. */
  startAnew(topics: readonly string[]): void {
    for (const position of this.#positions) if (topics.includes(position.topic)) position.next = 0n;
  }
}

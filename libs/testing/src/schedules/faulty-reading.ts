// One process's reading of its streams: one delivery after the other, from whichever stream it happens to be. Within a
// stream order holds, and records come again; where an offset is not there any more, reading goes on from the first.
import type { ReadRecord } from '#libs/messages';
import type { StreamStart } from '#libs/runtime';
import type { Kept, KeptLog } from './kept';
import type { Incarnation } from './virtual-time';
import type { World } from './world';

interface Position {
  readonly kept: Kept;
  next: number;
}

interface Taker {
  readonly owner: Incarnation;
  readonly starts: readonly StreamStart[];
  readonly onRecords: (records: readonly ReadRecord[]) => Promise<void>;
}

/** Pause before a handler that threw is called again. */
const AGAIN_MS = 100;

export class FaultyReading {
  readonly #positions: readonly Position[];
  #isBusy = true;
  #isClosed = false;
  #onIdle: (() => void) | undefined;

  constructor(
    private readonly world: World,
    private readonly log: KeptLog,
    private readonly taker: Taker,
  ) {
    this.#positions = taker.starts.map(({ stream, from }) => {
      const kept = log.kept(stream);
      kept.readings.push(this);
      return { kept, next: from === 'first' ? 0 : from === 'next' ? kept.records.length : Number(from) };
    });
  }

  begin(): void {
    this.#isBusy = false;
    this.wake();
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    if (this.#isBusy) await new Promise<void>((resolve) => (this.#onIdle = resolve));
  }

  /** A topic has gone. A reader that sees it begins it anew; one that is away meanwhile sees nothing. */
  topicGone(topic: string): void {
    if (this.world.draws.chance(0.2)) return;
    for (const position of this.#positions) if (position.kept.topic === topic) position.next = 0;
  }

  /** Something may have come. */
  wake(): void {
    if (this.#isBusy || this.#isClosed || !this.taker.owner.isAlive || this.#waiting().length === 0) return;
    this.#isBusy = true;
    const { draws, time, temper } = this.world;
    const ms = draws.chance(temper.slow) ? draws.ratio() * temper.wayMs : 0;
    time.after(ms, () => this.#deliver(), this.taker.owner);
  }

  #waiting(): readonly Position[] {
    const { nowMs } = this.world.time;
    // A consumer of which a topic is missing reads nothing.
    if (this.#positions.some(({ kept }) => this.log.isMissing(kept.topic))) return [];
    return this.#positions.filter(({ kept, next }) => next !== kept.records.length && kept.heldUntilMs <= nowMs);
  }

  #deliver(): void {
    const waiting = this.#waiting();
    if (waiting.length === 0 || this.#isClosed) {
      this.#rest();
      return;
    }
    const { draws, temper } = this.world;
    const position = draws.pick(waiting);
    const { kept } = position;
    if (position.next > kept.records.length) position.next = 0;
    const first = kept.records.at(position.next);
    if (!first) {
      this.#rest();
      return;
    }
    const isOvertaking = waiting.some(
      ({ kept: other, next }) => (other.records.at(next)?.order ?? first.order) < first.order,
    );
    if (isOvertaking) this.world.strike('reorder');
    const records = kept.records.slice(position.next, position.next + 1 + draws.below(temper.batch));
    this.#handOver(
      position,
      records.map(({ record }, i) => ({ stream: kept.stream, record, offset: BigInt(position.next + i) })),
    );
  }

  #handOver(position: Position, records: readonly ReadRecord[]): void {
    const { draws, time, temper } = this.world;
    const { owner, onRecords } = this.taker;
    onRecords(records).then(
      () => {
        position.next = Number(records[records.length - 1].offset) + 1;
        if (draws.chance(temper.duplicates)) {
          this.world.strike('duplicate');
          position.next = Math.max(0, position.next - 1 - draws.below(4));
        }
        this.#rest();
      },
      () => time.after(AGAIN_MS, () => (this.#isClosed ? this.#rest() : this.#handOver(position, records)), owner),
    );
  }

  #rest(): void {
    this.#isBusy = false;
    this.#onIdle?.();
    this.wake();
  }
}

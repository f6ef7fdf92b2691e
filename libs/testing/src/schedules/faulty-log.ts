// A log of records that does everything a broker may do, and what it must not: records are written late, twice or, when
// their sender has died, in part; an acknowledged tail goes, a topic goes with all its records.
import { streamKey, TOPICS, type PlacedRecord, type ReadRecord, type Stream } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';
import { FaultyReading } from './faulty-reading';
import type { Kept } from './kept';
import type { Incarnation } from './virtual-time';
import type { World } from './world';

export interface LogWatch {
  /** As it is asked, before anything is kept. */
  readonly sending: (records: readonly PlacedRecord[]) => void;
  readonly acknowledged: (records: readonly PlacedRecord[]) => void;
}

/** How long a late copy of a batch may be under way. */
const LATE_MS = 300;

export class FaultyLog {
  readonly #kept = new Map<string, Kept>();
  readonly #missing = new Set<string>();
  readonly #readings = new Set<FaultyReading>();
  #waiting: (() => void)[] = [];
  #orders = 0;

  constructor(
    private readonly world: World,
    private readonly watch: LogWatch,
  ) {}

  portOf(owner: Incarnation): RecordLog {
    return {
      send: (records) => this.#send(owner, records),
      read: (starts, onRecords) => this.#read(owner, starts, onRecords),
      ends: (streams) => this.#ends(owner, streams),
      ensureTopics: () => this.#ensure(owner),
      close: () => Promise.resolve(),
    };
  }

  kept(stream: Stream): Kept {
    const key = streamKey(stream);
    const known = this.#kept.get(key) ?? { stream, topic: topicOf(stream), records: [], readings: [], heldUntilMs: 0 };
    this.#kept.set(key, known);
    return known;
  }

  isMissing(topic: string): boolean {
    return this.#missing.size > 0 && this.#missing.has(topic);
  }

  /** Whether there was a tail to lose. */
  loseTail(): boolean {
    const { draws } = this.world;
    const kept = [...this.#kept.values()].filter(({ records }) => records.length > 0);
    if (kept.length === 0) return false;
    const { records } = draws.pick(kept);
    records.length -= 1 + draws.below(Math.min(records.length, draws.pick([1, 4, 32])));
    return true;
  }

  /** Whether there was a topic to delete. */
  deleteTopic(): boolean {
    const { draws, time } = this.world;
    const written = TOPICS.filter(({ channel, to }) => this.kept({ channel, to, shard: 0 }).records.length > 0);
    if (written.length === 0) return false;
    const topic = topicOf(draws.pick(written));
    for (const kept of this.#kept.values()) if (kept.topic === topic) kept.records.length = 0;
    this.#missing.add(topic);
    for (const reading of this.#readings) reading.topicGone(topic);
    // Somebody makes it again, or nobody but the run itself.
    if (draws.chance(0.5)) time.after(draws.between(0, 2000), () => this.#make(topic));
    return true;
  }

  holdBack(): void {
    const { draws, time } = this.world;
    for (const kept of this.#kept.values()) {
      if (!draws.chance(0.3)) continue;
      kept.heldUntilMs = time.nowMs + draws.between(50, 700);
      time.after(kept.heldUntilMs - time.nowMs, () => this.#wake());
    }
  }

  async #send(owner: Incarnation, records: readonly PlacedRecord[]): Promise<void> {
    this.watch.sending(records);
    const batches = new Map<string, PlacedRecord[]>();
    for (const placed of records) {
      const key = streamKey(placed.stream);
      batches.set(key, [...(batches.get(key) ?? []), placed]);
    }
    await Promise.all([...batches.values()].map((batch) => this.#write(owner, batch)));
    this.watch.acknowledged(records);
    await this.world.way(owner);
  }

  /** Writes a batch of one stream, by and by. What has left a process that dies may arrive or not. */
  async #write(owner: Incarnation, batch: readonly PlacedRecord[]): Promise<void> {
    const { world } = this;
    const { draws, temper } = world;
    const kept = this.kept(batch[0].stream);
    const mayBeSplit = batch.length > 1 && draws.chance(0.1);
    const cut = mayBeSplit ? 1 + draws.below(batch.length - 1) : batch.length;
    for (const part of [batch.slice(0, cut), batch.slice(cut)]) {
      if (part.length === 0) continue;
      await world.way();
      while (this.#missing.has(kept.topic)) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      if (!owner.isAlive && draws.chance(0.5)) return new Promise(() => undefined);
      this.#append(kept, part);
      if (draws.chance(temper.duplicates)) this.#writeAgain(kept, part);
    }
  }

  #writeAgain(kept: Kept, part: readonly PlacedRecord[]): void {
    const { draws, time } = this.world;
    this.world.strike('duplicate');
    const isLate = draws.chance(0.5);
    time.after(isLate ? draws.ratio() * LATE_MS : 0, () => {
      if (!this.#missing.has(kept.topic)) this.#append(kept, part);
    });
  }

  #append(kept: Kept, part: readonly PlacedRecord[]): void {
    for (const { record } of part) kept.records.push({ record, order: this.#orders++ });
    for (const reading of kept.readings) reading.wake();
  }

  #read(
    owner: Incarnation,
    starts: readonly StreamStart[],
    onRecords: (records: readonly ReadRecord[]) => Promise<void>,
  ): Reading {
    const reading = new FaultyReading(this.world, this, { owner, starts, onRecords });
    this.#readings.add(reading);
    return {
      joined: this.world.way(owner).then(() => reading.begin()),
      close: () => {
        this.#readings.delete(reading);
        return reading.close();
      },
    };
  }

  async #ends(owner: Incarnation, streams: readonly Stream[]): Promise<bigint[]> {
    await this.world.way(owner);
    const missing = streams.find((stream) => this.#missing.has(topicOf(stream)));
    if (missing) throw new Error(`LOG_NO_PARTITION ${streamKey(missing)}`);
    return streams.map((stream) => BigInt(this.kept(stream).records.length));
  }

  async #ensure(owner: Incarnation): Promise<readonly Stream[]> {
    await this.world.way(owner);
    for (const topic of [...this.#missing]) this.#make(topic);
    return [];
  }

  #make(topic: string): void {
    if (!this.#missing.delete(topic)) return;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
    this.#wake();
  }

  #wake(): void {
    for (const reading of this.#readings) reading.wake();
  }
}

function topicOf({ channel, to }: Pick<Stream, 'channel' | 'to'>): string {
  return `${channel}/${to}`;
}

// Who looks on while a schedule runs and says which invariant was broken, where. It sees what goes through the ports:
// what is sent, acknowledged, decoded, stepped, kept and projected; it never looks into the runtime.
import type { Party } from '#libs/kernel';
import { streamKey, writerKey, type PlacedRecord, type Source } from '#libs/messages';
import { feedsOf, WINDOW_DAYS, type ShardSnapshot } from '#libs/runtime';
import { tinyModel } from './tiny-model';
import type { Hash64 } from '#libs/kernel';
import type { Incarnation } from './virtual-time';

/** The first few tell enough. */
const MOST_FAULTS = 5;

export class Witness {
  readonly broken: string[] = [];
  /** By `stage/shard/day`: digests as they were published. */
  readonly published = new Map<string, string>();
  readonly #contents = new Map<string, string>();
  readonly #acknowledged = new Set<string>();
  readonly #levers = new Map<number, number>();
  /** Day that is due next, by life of a reader and feed. */
  readonly #due = new Map<string, number>();
  readonly #startOf = new Map<string, number>();
  readonly #streamsOf: (source: Source) => readonly string[];
  projectedDay = -1;
  gaps = 0;
  heals = 0;
  duplicates = 0;

  constructor(hash: Hash64) {
    const model = tinyModel(hash);
    this.#streamsOf = (source) => feedsOf(source, model.routesOf(source)).map(({ stream }) => streamKey(stream));
  }

  fail(invariant: string, what: string): void {
    if (this.broken.length < MOST_FAULTS) this.broken.push(`${invariant}: ${what}`);
  }

  /** I1: a day of a writer has one content. I6: nobody is further than the window lets him. */
  sending(records: readonly PlacedRecord[]): void {
    for (const { stream, record } of records) {
      const { day, end } = record;
      if (!end) continue;
      const writer = writerKey(record.from);
      const where = `${writer} ${streamKey(stream)} ${day}`;
      this.#hold('I1', this.#contents, where, `${end.count} ${end.checksum}`);
      this.#hold('I4', this.published, `${writer}/${day}`, `${end.state} ${end.flow}`);
      if (day > this.projectedDay + WINDOW_DAYS)
        this.fail('I6', `${where} while day ${this.projectedDay} is projected`);
    }
  }

  acknowledged(records: readonly PlacedRecord[]): void {
    for (const { stream, record } of records) {
      if (record.end) this.#acknowledged.add(`${writerKey(record.from)} ${streamKey(stream)} ${record.day}`);
    }
  }

  /** I7: what a snapshot's day sent is safe. */
  keeping({ source, day }: ShardSnapshot): void {
    if (day < 0) return;
    if (source.stage === 'recovery') {
      if (day > this.projectedDay) this.fail('I7', `recovery keeps its position on day ${day} before it is projected`);
      return;
    }
    for (const stream of this.#streamsOf(source as Source)) {
      const end = `${source.stage}/${source.shard} ${stream} ${day}`;
      if (!this.#acknowledged.has(end)) this.fail('I7', `a snapshot of ${end}, whose end is not acknowledged`);
    }
  }

  /** Whoever projects needs every day after his last one: no attempt starts later. */
  healed(attempt: number, startDay: number): void {
    this.heals++;
    if (startDay > this.projectedDay)
      this.fail('I2', `attempt ${attempt} starts after day ${startDay}, projected is ${this.projectedDay}`);
  }

  /** A reader begins an attempt; `after` is the last day that it has. */
  begins(owner: Incarnation, { stage, shard }: Party, after: number): void {
    const reader = `${owner.name} ${stage}/${shard}`;
    this.#startOf.set(reader, stage === 'recovery' ? after + 1 : after);
    for (const feed of this.#due.keys()) if (feed.startsWith(reader)) this.#due.delete(feed);
  }

  /** I2: a reader folds each feed's days one after the other, none twice. */
  decodes(owner: Incarnation, party: string, feed: string, day: number): void {
    const reader = `${owner.name} ${party}`;
    const key = `${reader} ${feed}`;
    const due = this.#due.get(key) ?? this.#startOf.get(reader);
    if (day !== due) this.fail('I2', `${key} folds day ${day} where day ${due} is due`);
    this.#due.set(key, day + 1);
  }

  /** I5: every shard steps a day under the same commands. */
  steps({ stage, shard }: Source, day: number, lever: number): void {
    const known = this.#levers.get(day);
    if (known !== undefined && known !== lever) {
      this.fail('I5', `${stage}/${shard} steps day ${day} under other commands than another shard did`);
    }
    this.#levers.set(day, lever);
  }

  projects(day: number): void {
    if (day !== this.projectedDay + 1) this.fail('I2', `day ${day} is projected after day ${this.projectedDay}`);
    this.projectedDay = day;
  }

  #hold(invariant: string, known: Map<string, string>, key: string, content: string): void {
    const earlier = known.get(key);
    if (earlier === undefined) known.set(key, content);
    else if (earlier !== content) this.fail(invariant, `two contents of ${key}`);
  }
}

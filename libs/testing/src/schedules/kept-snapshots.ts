// A store of snapshots in memory, any of which can be lost.
import type { Party } from '#libs/kernel';
import type { ShardSnapshot, StateStore } from '#libs/runtime';

export class KeptSnapshots implements StateStore {
  readonly #kept = new Map<string, ShardSnapshot>();

  save(snapshot: ShardSnapshot): Promise<boolean> {
    const key = keyOf(snapshot.run, snapshot.source, snapshot.day);
    const earlier = this.#kept.get(key);
    if (earlier && earlier.hash !== snapshot.hash) return Promise.resolve(false);
    if (!earlier || snapshot.attempt > earlier.attempt) {
      this.#kept.set(key, copyOf(snapshot));
    }
    return Promise.resolve(true);
  }

  newest(
    run: string,
    { stage, shard }: Party,
    { attempt, startDay }: { readonly attempt: number; readonly startDay: number },
  ): Promise<ShardSnapshot | undefined> {
    let newest: ShardSnapshot | undefined;
    for (const one of this.#kept.values()) {
      const fits = one.run === run && one.source.stage === stage && one.source.shard === shard;
      if (!fits || (one.attempt !== attempt && one.day !== startDay)) continue;
      if (!newest || one.day > newest.day) newest = one;
    }
    return Promise.resolve(newest && copyOf(newest));
  }

  commonDay(run: string, sources: readonly Party[], atMost: number): Promise<number> {
    let day = -1;
    for (const one of this.#kept.values()) {
      if (one.run !== run || one.day > atMost || one.day <= day) continue;
      if (sources.every((source) => this.#kept.has(keyOf(run, source, one.day)))) ({ day } = one);
    }
    return Promise.resolve(day);
  }

  forgetBefore(run: string, day: number): Promise<void> {
    for (const [key, one] of this.#kept) if (one.run === run && one.day < day) this.#kept.delete(key);
    return Promise.resolve();
  }

  /** Loses those; whether there were any. */
  lose(isLost: () => boolean): boolean {
    const lost = [...this.#kept.keys()].filter(isLost);
    for (const key of lost) this.#kept.delete(key);
    return lost.length > 0;
  }
}

function keyOf(run: string, { stage, shard }: Party, day: number): string {
  return `${run}/${stage}/${shard}/${day}`;
}

function copyOf(snapshot: ShardSnapshot): ShardSnapshot {
  return { ...snapshot, offsets: [...snapshot.offsets], bytes: snapshot.bytes.slice() };
}

// StateStore in memory. Bytes are copied on their way in and out: shards go on writing to theirs.
import type { Party } from '#libs/kernel';
import type { ShardSnapshot, StateStore } from '#libs/runtime';
import type { MemoryRuns } from './memory-runs';

export class MemoryStateStore implements StateStore {
  constructor(private readonly kept: MemoryRuns) {}

  save(snapshot: ShardSnapshot): Promise<boolean> {
    const snapshots = this.kept.get(snapshot.run)?.snapshots;
    const key = keyOf(snapshot.source, snapshot.day);
    const earlier = snapshots?.get(key);
    if (earlier && earlier.hash !== snapshot.hash) return Promise.resolve(false);
    if (!earlier) snapshots?.set(key, copyOf(snapshot));
    else if (snapshot.attempt > earlier.attempt) {
      snapshots?.set(key, { ...earlier, attempt: snapshot.attempt, offsets: [...snapshot.offsets] });
    }
    return Promise.resolve(true);
  }

  newest(
    run: string,
    source: Party,
    { attempt, startDay }: { readonly attempt: number; readonly startDay: number },
  ): Promise<ShardSnapshot | undefined> {
    const fitting = [...(this.kept.get(run)?.snapshots.values() ?? [])]
      .filter((one) => one.source.stage === source.stage && one.source.shard === source.shard)
      .filter((one) => one.attempt === attempt || one.day === startDay);
    const newest = fitting.sort((a, b) => b.day - a.day).at(0);
    return Promise.resolve(newest && copyOf(newest));
  }

  commonDay(run: string, sources: readonly Party[], atMost: number): Promise<number> {
    const snapshots = this.kept.get(run)?.snapshots ?? new Map<string, ShardSnapshot>();
    const days = [...snapshots.values()].map(({ day }) => day).filter((day) => day <= atMost);
    const common = days.filter((day) => sources.every((source) => snapshots.has(keyOf(source, day))));
    return Promise.resolve(Math.max(-1, ...common));
  }

  forgetBefore(run: string, day: number): Promise<void> {
    const snapshots = this.kept.get(run)?.snapshots;
    for (const [key, snapshot] of snapshots ?? []) if (snapshot.day < day) snapshots?.delete(key);
    return Promise.resolve();
  }
}

function keyOf({ stage, shard }: Party, day: number): string {
  return `${stage}/${shard}/${day}`;
}

function copyOf(snapshot: ShardSnapshot): ShardSnapshot {
  return { ...snapshot, offsets: [...snapshot.offsets], bytes: snapshot.bytes.slice() };
}

// The stores of a run behind one door, whatever keeps them.
import type { MetricStore, RunStatus, RunStore, StateStore } from '#libs/runtime';

/** What keeping a run takes, for deciding which to remove. */
export interface RunSize {
  readonly run: string;
  readonly bytes: number;
  readonly createdAt: string;
  readonly status: RunStatus;
}

export interface Stores {
  readonly runs: RunStore;
  readonly states: StateStore;
  readonly metrics: MetricStore;
  /** Of every run, oldest first; bytes are those of snapshots and days, without indexes. */
  sizes(): Promise<RunSize[]>;
  close(): Promise<void>;
}

// The port to the live view: the latest day of a run, and a call as each day is closed. Losing it degrades, never breaks.

export interface LiveDay {
  readonly run: string;
  readonly day: number;
  readonly date: string;
  /** The chain's rates; null where not modelled. */
  readonly resumption: number;
  readonly returnToPost: number | null;
  readonly capacityRecovery: number;
  readonly throughput: number;
  readonly lostValueAddedYuan: number;
  readonly milestones: number;
}

export interface LiveFeed {
  /** Resolves with whether it was told to anybody's store; never rejects. */
  publish(day: LiveDay): Promise<boolean>;
  latest(run: string): Promise<LiveDay | undefined>;
  /** @returns how to stop */
  subscribe(run: string, onDay: (day: LiveDay) => void): Promise<() => Promise<void>>;
  forget(run: string): Promise<void>;
  close(): Promise<void>;
}

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
  /** Resolves with whether it reached the store; never rejects. A day that is not newer than the latest changes nothing. */
  publish(day: LiveDay): Promise<boolean>;
  /** Undefined also where the store is away. */
  latest(run: string): Promise<LiveDay | undefined>;
  /**
   * Calls back with the latest day, where there is one, then with each newer one: days ascend, and some may be missed,
   * but not the last for good. Resolves also where the store is away: days are told once it is back.
   * @param onDay must not throw
   * @returns how to stop
   */
  subscribe(run: string, onDay: (day: LiveDay) => void): Promise<() => Promise<void>>;
  forget(run: string): Promise<void>;
  close(): Promise<void>;
}

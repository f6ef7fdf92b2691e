// The networks of the benchmark: three synthetic sizes, and Keqiao as the scenario has it.

export interface SyntheticSize {
  readonly enterprises: number;
  readonly links: number;
}

/** Days of one measurement; the larger the network, the fewer. */
export interface Schedule {
  /** Days before measuring starts: code is warm and the shock has spread. */
  readonly warmUpDays: number;
  /** Days of one repeat; every repeat starts from the same snapshot. */
  readonly daysPerRepeat: number;
  readonly repeats: number;
}

export interface BenchNetwork {
  readonly name: 'keqiao' | '30k' | '100k' | '1m';
  /** Absent: the network of a scenario file. */
  readonly size?: SyntheticSize;
  readonly schedule: Schedule;
}

export const NETWORKS: readonly BenchNetwork[] = [
  {
    name: '30k',
    size: { enterprises: 30_000, links: 120_000 },
    schedule: { warmUpDays: 60, daysPerRepeat: 20, repeats: 5 },
  },
  {
    name: '100k',
    size: { enterprises: 100_000, links: 400_000 },
    schedule: { warmUpDays: 30, daysPerRepeat: 10, repeats: 5 },
  },
  {
    name: '1m',
    size: { enterprises: 1_000_000, links: 4_000_000 },
    schedule: { warmUpDays: 16, daysPerRepeat: 4, repeats: 5 },
  },
  { name: 'keqiao', schedule: { warmUpDays: 40, daysPerRepeat: 15, repeats: 5 } },
];

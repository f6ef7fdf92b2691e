// What every part of one schedule shares: time, chance, and how often each fault has struck.
import { Draws } from './draws';
import { VirtualTime, type Incarnation } from './virtual-time';

/** Faults that Kafka, PostgreSQL and operating systems are allowed: a run must not even have to heal. */
export const CONTRACT_FAULTS = [
  'duplicate',
  'delay',
  'reorder',
  'crash',
  'zombie',
  'freeze',
  'store-away',
  'answer-lost',
  'pause',
] as const;
/** Faults that nobody may commit, and somebody will. */
const LOSSES = ['lost-tail', 'lost-snapshots', 'deleted-topic'] as const;
export const FAULTS = [...CONTRACT_FAULTS, ...LOSSES];
export type Fault = (typeof FAULTS)[number];

/** How a schedule's machines behave, drawn once. */
export interface Temper {
  /** Chance that a call takes time on its way and back. */
  readonly slow: number;
  /** Longest way of a call or a record. */
  readonly wayMs: number;
  /** Most records of one delivery. */
  readonly batch: number;
  /** Chance that a batch is written twice, or read again. */
  readonly duplicates: number;
  /** Most bytes of a record: few, so that a day has several. */
  readonly bodyBytes: number;
  /** Whether recovery reads every stream, as it does for accounts of losses. */
  readonly readsAll: boolean;
  /** Chance that a notice of a changed run is not delivered. */
  readonly unnoticed: number;
}

export class World {
  readonly time = new VirtualTime();
  readonly draws: Draws;
  readonly temper: Temper;
  readonly struck = new Map<Fault, number>();

  constructor(readonly seed: number) {
    this.draws = new Draws(seed);
    const { draws } = this;
    this.temper = {
      slow: draws.pick([0.05, 0.3, 0.8]),
      wayMs: draws.pick([2, 10, 60]),
      batch: draws.pick([1, 4, 16, 64]),
      duplicates: draws.pick([0, 0.02, 0.1]),
      bodyBytes: draws.pick([24, 4096, 4096]),
      readsAll: draws.chance(0.15),
      unnoticed: draws.pick([0, 0.2, 1]),
    };
  }

  strike(fault: Fault): void {
    this.struck.set(fault, (this.struck.get(fault) ?? 0) + 1);
  }

  /** Takes a moment, in some of the cases. */
  async way(owner?: Incarnation): Promise<void> {
    const { slow, wayMs } = this.temper;
    if (this.draws.chance(slow)) await this.time.pause(this.draws.ratio() * wayMs, owner);
  }
}

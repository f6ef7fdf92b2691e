// One run, put together: compiled scenario -> shards of every stage -> days under `driveStage` -> the fold.
import {
  formatDigest,
  openShard,
  Random,
  restoreStage,
  runDigest,
  snapshotOf,
  type DayDigest,
  type Frame,
  type Hash64,
  type StageShard,
  type StageSnapshot,
} from '#libs/kernel';
import { addDigests } from '#libs/kernel';
import type { StageName } from '#libs/messages';
import { CHAIN_STAGES, type Chain, type Levers } from '#libs/model';
import { runInProcess } from '#libs/runtime';
import { leversOf, type CompiledScenario, type LeverSchedule } from '#libs/scenario';

export type ChainShard = StageShard<Chain, Levers>;

export interface SimulatedDay {
  readonly day: number;
  /** Valid until the next day. */
  readonly frames: readonly Frame[];
  readonly levers: Levers;
  readonly digests: readonly { readonly stage: StageName; readonly digest: DayDigest }[];
  /** Of the whole day. */
  readonly digest: DayDigest;
}

export interface SimulationOptions {
  readonly shards: number;
  /** Of the days' digests; without it there are none. */
  readonly hash?: Hash64;
  /** Lays more over the levers: constraints that are lifted. */
  readonly laidOver?: (leversOn: (day: number) => Levers) => (day: number) => Levers;
}

/** What a run is made of; plain data, so that it can be given to a thread. */
export interface Simulated extends Pick<CompiledScenario, 'chain' | 'schedule'> {
  readonly spec: { readonly seed: number };
}

/** The part of a compiled scenario that a run is made of. */
export function simulatedOf({ chain, schedule, spec }: CompiledScenario): Simulated {
  return { chain, schedule, spec: { seed: spec.seed } };
}

/** A run under way; it can be asked for more days, and for a snapshot between them. */
export class Simulation {
  readonly #shards: readonly ChainShard[];
  #leversOn: (day: number) => Levers;
  readonly #days: DayDigest[] = [];
  #after = -1;

  constructor(
    compiled: Simulated,
    private readonly options: SimulationOptions,
  ) {
    const { shards, hash = refuseToHash } = options;
    const random = new Random(compiled.spec.seed);
    this.#leversOn = leversBy(compiled.schedule, options);
    this.#shards = CHAIN_STAGES.flatMap((stage) =>
      Array.from({ length: shards }, (_, index) =>
        openShard({ stage, chain: compiled.chain, shard: { index, count: shards }, random, hash }),
      ),
    );
  }

  /** The last day that is done; -1 on the eve. */
  get after(): number {
    return this.#after;
  }

  /** Goes on by this schedule: other things have been decided in the run. */
  follow(schedule: LeverSchedule): void {
    this.#leversOn = leversBy(schedule, this.options);
  }

  /** Runs on to the day before `end`. */
  async runTo(end: number, onDay: (day: SimulatedDay) => void | Promise<void>): Promise<void> {
    await runInProcess({
      shards: this.#shards,
      leversOn: this.#leversOn,
      after: this.#after,
      end,
      digests: this.options.hash !== undefined,
      onDay: async ({ day, frames, digests: ofStages }) => {
        this.#after = day;
        const digest = addDigests(ofStages.map((one) => one.digest));
        this.#days.push(digest);
        await onDay({ day, frames, levers: this.#leversOn(day), digests: ofStages, digest });
      },
    });
  }

  /** Runs on to the day before `end` when the run itself is over: these days have no digest, and are not in the run's. */
  async runBeyond(end: number, onDay: (frames: readonly Frame[]) => void): Promise<void> {
    await runInProcess({
      shards: this.#shards,
      leversOn: this.#leversOn,
      after: this.#after,
      end,
      digests: false,
      onDay: ({ day, frames }) => {
        this.#after = day;
        onDay(frames);
      },
    });
  }

  /** The digest of all days of the run so far. @throws Error without a hash */
  digest(): string {
    return runDigest(this.#days, this.options.hash ?? refuseToHash);
  }

  /** Every stage's columns after the last day. @param spare one that nobody needs any more: its memory is used again */
  snapshots(spare?: readonly StageSnapshot[]): StageSnapshot[] {
    return this.#byStage().map((shards, stage) => snapshotOf(shards, spare?.at(stage)));
  }

  /** Goes on from the end of a day that another run of the same scenario has reached. */
  restore(day: number, snapshots: readonly StageSnapshot[]): void {
    for (const shards of this.#byStage()) {
      const snapshot = snapshots.find(({ stage }) => stage === shards[0].source.stage);
      if (!snapshot) throw new RangeError(`no snapshot of ${shards[0].source.stage}`);
      restoreStage(shards, snapshot);
    }
    this.#after = day;
  }

  #byStage(): ChainShard[][] {
    return CHAIN_STAGES.map(({ name }) => this.#shards.filter(({ source }) => source.stage === name));
  }
}

const refuseToHash: Hash64 = () => {
  throw new Error('a run without a hash has no digests');
};

function leversBy(schedule: LeverSchedule, { laidOver }: SimulationOptions): (day: number) => Levers {
  const leversOn = leversOf(schedule);
  return laidOver ? laidOver(leversOn) : leversOn;
}

/** 16 hexadecimal digits of a day's state and flow. */
export function hexOf({ state, flow }: DayDigest): { state: string; flow: string } {
  return { state: formatDigest(state), flow: formatDigest(flow) };
}

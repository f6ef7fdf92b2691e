// Stores in memory as services see theirs over a network: calls take a while, are refused while the store is away, and
// now and then are done although the answer never comes. Snapshots may be lost.
import { memoryStores } from '#libs/adapters';
import { StoreAway, type MetricStore, type RunStore, type StateStore } from '#libs/runtime';
import { KeptSnapshots } from './kept-snapshots';
import type { Incarnation } from './virtual-time';
import type { World } from './world';

export interface StoresPort {
  readonly runs: RunStore;
  readonly states: StateStore;
  readonly metrics: MetricStore;
}

/** Longest that an answer's loss goes unnoticed. */
const REFUSAL_MS = 20;

export class FaultyStores {
  readonly #kept = memoryStores();
  readonly snapshots = new KeptSnapshots();
  #awayUntilMs = 0;

  constructor(private readonly world: World) {}

  /** As they are, for who only looks on. */
  get plain(): StoresPort {
    return { runs: this.#kept.runs, states: this.snapshots, metrics: this.#kept.metrics };
  }

  goAway(ms: number): void {
    this.#awayUntilMs = this.world.time.nowMs + ms;
  }

  portOf(owner: Incarnation): StoresPort {
    const { runs, metrics } = this.#kept;
    return {
      runs: { ...this.#overNetwork(runs, owner), watch: (onChange) => this.#watch(owner, onChange) },
      states: this.#overNetwork<StateStore>(this.snapshots, owner),
      metrics: this.#overNetwork(metrics, owner),
    };
  }

  /** Every method of a port, asked from afar. */
  #overNetwork<T extends object>(port: T, owner: Incarnation): T {
    const names = Object.getOwnPropertyNames(Object.getPrototypeOf(port)).filter((name) => name !== 'constructor');
    return Object.fromEntries(
      names.map((name) => {
        const method = port[name as keyof T] as (...given: unknown[]) => Promise<unknown>;
        return [name, (...given: unknown[]) => this.#ask(owner, () => method.apply(port, given))];
      }),
    ) as T;
  }

  async #ask<R>(owner: Incarnation, action: () => Promise<R>): Promise<R> {
    const { draws, time } = this.world;
    await this.world.way(owner);
    if (time.nowMs < this.#awayUntilMs) {
      const isDone = draws.chance(0.1);
      if (isDone) {
        this.world.strike('answer-lost');
        await action();
      }
      await time.pause(draws.ratio() * REFUSAL_MS, owner);
      throw new StoreAway('PostgreSQL', 'out for a while');
    }
    const answer = await action();
    await this.world.way(owner);
    return answer;
  }

  #watch(owner: Incarnation, onChange: (run: string) => void): () => void {
    const { draws, time, temper } = this.world;
    return this.#kept.runs.watch((run) => {
      if (!owner.isAlive || draws.chance(temper.unnoticed)) return;
      time.after(draws.ratio() * 5, () => onChange(run), owner);
    });
  }
}

// Who plays with the run: gives commands, pauses it, lets it go on. Asks again with the same key while the store is away.
import type { RunMode } from '#libs/runtime';
import type { Scene } from './services';
import { DAYS } from './tiny-model';
import { newIncarnation } from './virtual-time';

/** Pause before a request is made again. */
const AGAIN_MS = 50;

export class Player {
  readonly #owner = newIncarnation('player');
  readonly #moments: number[] = [];

  constructor(
    private readonly run: string,
    private readonly scene: Scene,
  ) {}

  /** @param turns events within which the commands are given */
  plan(turns: number): void {
    const { draws } = this.scene.world;
    for (let count = draws.pick([1, 2, 4]); count > 0; count--) this.#moments.push(draws.below(turns));
    this.#moments.sort((a, b) => a - b);
  }

  /** Gives the commands whose moment has come. */
  turn(): void {
    while (this.#moments.length > 0 && this.#moments[0] <= this.scene.world.time.turns)
      this.#command(this.#moments.shift());
  }

  pause(ms: number): void {
    const { draws, time } = this.scene.world;
    void this.#play('paused', draws.chance(0.5) ? draws.below(DAYS) : -1).then(() => {
      time.after(ms, () => void this.#play('playing', -1));
    });
  }

  #command(turn: number | undefined): void {
    const { draws } = this.scene.world;
    const asked = {
      ...{ path: 'lever', value: draws.below(100), day: draws.chance(0.6) ? 0 : draws.below(DAYS + 4) },
      ...{ idempotencyKey: `${turn}/${draws.below(1e9)}`, by: 'player' },
    };
    void this.#again((runs) => runs.intervene(this.run, asked));
  }

  #play(mode: RunMode, stepTo: number): Promise<void> {
    return this.#again((runs) => runs.play(this.run, { mode, stepTo, by: 'player' }));
  }

  async #again(ask: (runs: ReturnType<Scene['stores']['portOf']>['runs']) => Promise<unknown>): Promise<void> {
    const { stores, world } = this.scene;
    const { runs } = stores.portOf(this.#owner);
    for (;;) {
      try {
        await ask(runs);
        return;
      } catch {
        await world.time.pause(AGAIN_MS, this.#owner);
      }
    }
  }
}

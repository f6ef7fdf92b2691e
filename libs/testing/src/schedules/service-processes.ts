// The service processes of a schedule: each lives, crashes, freezes, or goes on for a while beside its successor.
import type { Scene, Service } from './services';
import { newIncarnation, type Incarnation } from './virtual-time';

interface Running {
  readonly service: Service;
  owner: Incarnation;
  /** Until its successor has started. */
  isDown: boolean;
}

export class ServiceProcesses {
  readonly #running: Running[];
  #lives = 0;

  constructor(
    private readonly scene: Scene,
    services: readonly Service[],
  ) {
    this.#running = services.map((service) => {
      return { service, owner: this.#start(service), isDown: false };
    });
  }

  /** Kills one; its successor starts so much later. */
  crash(ms: number): boolean {
    const running = this.#pick();
    if (!running) return false;
    running.owner.isAlive = false;
    this.#succeed(running, ms);
    return true;
  }

  /** Starts a successor beside one that goes on for so long. */
  double(ms: number): boolean {
    const running = this.#pick();
    if (!running) return false;
    const old = running.owner;
    running.owner = this.#start(running.service);
    this.scene.world.time.after(ms, () => (old.isAlive = false));
    return true;
  }

  freeze(ms: number): boolean {
    const running = this.#pick();
    if (!running || running.owner.isFrozen) return false;
    const { owner } = running;
    owner.isFrozen = true;
    // Some are given up: a successor starts, and the old one wakes up beside it.
    if (this.scene.world.draws.chance(0.3)) {
      running.owner = this.#start(running.service);
      this.scene.world.time.after(ms * 2, () => (owner.isAlive = false));
    }
    this.scene.world.time.after(ms, () => this.scene.world.time.thaw(owner));
    return true;
  }

  #pick(): Running | undefined {
    const up = this.#running.filter(({ isDown }) => !isDown);
    return up.length === 0 ? undefined : this.scene.world.draws.pick(up);
  }

  #succeed(running: Running, ms: number): void {
    running.isDown = true;
    this.scene.world.time.after(ms, () => {
      running.owner = this.#start(running.service);
      running.isDown = false;
    });
  }

  #start(service: Service): Incarnation {
    const owner = newIncarnation(`${service.name}#${++this.#lives}`);
    service.start(this.scene, owner).catch((error: unknown) => {
      this.scene.witness.fail('start', `${owner.name}: ${String(error)}`);
    });
    return owner;
  }
}

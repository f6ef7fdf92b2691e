// Accounts for a run's losses in a thread beside it. The queue between them is bounded: `add` waits while it is full.
import { Worker } from 'node:worker_threads';
import { actingGroups, canAttribute, rootCausesOf, type DayLosses, type RootCause } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import type { SimulatedDay } from '../simulation';
import { threadFile } from '../thread-file';
import { layFrames, routeKey, SLOTS, writeFrames, type FrameLayout } from './frame-ring';
import type { FromAccounts, LossTask, ToAccounts } from './protocol';

export class AccountsBeside {
  readonly causes: readonly RootCause[];
  readonly #worker: Worker;
  readonly #free = Array.from({ length: SLOTS }, (_, slot) => slot);
  #layout: FrameLayout | undefined;
  #places: ReadonlyMap<string, number> = new Map();
  #failure: { readonly error: unknown } | undefined;
  #waiting: (() => void)[] = [];

  /** @throws InputError LOSS_TOO_MANY_CAUSES */
  constructor(
    { chain, schedule }: CompiledScenario,
    private readonly onDay: (losses: DayLosses) => void,
  ) {
    this.causes = rootCausesOf(chain, actingGroups(schedule)).list;
    this.#worker = new Worker(threadFile('losses/accounts-thread'), {
      workerData: { chain, causes: this.causes } satisfies LossTask,
    });
    this.#worker.on('message', (message: FromAccounts) => this.#take(message));
    this.#worker.on('error', (error) => this.#fail(error));
    this.#worker.on('exit', (code) => this.#fail(new Error(`the accounting of losses ended with code ${code}`)));
  }

  /** Copies a day; waits while as many days are under way as there are slots. @throws what the accounting throws */
  async add({ day, frames, levers }: SimulatedDay): Promise<void> {
    await this.#until(() => this.#free.length > 0);
    if (!this.#layout) {
      this.#layout = layFrames(frames);
      this.#places = new Map(frames.map(({ route }, place) => [routeKey(route), place]));
      this.#say({ type: 'layout', layout: this.#layout });
    }
    const slot = this.#free.pop() ?? 0;
    writeFrames(this.#layout, slot, frames, this.#places);
    this.#say({ type: 'day', day, slot, levers });
  }

  /** Resolves when every day is accounted for. @throws what the accounting throws */
  async finish(): Promise<void> {
    await this.#until(() => this.#free.length === SLOTS);
    await this.stop();
  }

  /** Ends the thread, whatever it does. */
  async stop(): Promise<void> {
    this.#worker.removeAllListeners();
    await this.#worker.terminate();
  }

  #say(message: ToAccounts): void {
    this.#worker.postMessage(message);
  }

  #take({ slot, ...losses }: FromAccounts): void {
    try {
      this.onDay(losses);
      this.#free.push(slot);
    } catch (error) {
      this.#failure ??= { error };
    }
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#failure ??= { error };
    this.#wake();
  }

  async #until(isTrue: () => boolean): Promise<void> {
    while (this.#failure === undefined && !isTrue()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Starts the accounting of a run, where its rules allow one. */
export function accountsBeside(
  compiled: CompiledScenario,
  onDay: (losses: DayLosses) => void,
): AccountsBeside | undefined {
  return canAttribute(compiled.chain.rules) ? new AccountsBeside(compiled, onDay) : undefined;
}

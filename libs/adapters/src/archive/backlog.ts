// Work that goes on beside the run: a queue with a bound in bytes, worked off by a fixed number of lanes. Whoever adds
// work asks for room first, and so waits when the disk or the thread pool is slower than the run.

/** Buffers held by waiting and running work; one piece of work may exceed it alone. */
export const BACKLOG_BYTES = 32 * 1024 * 1024;
/** Pieces worked on at once. The thread pool has four threads; the run keeps a core of its own. */
const LANES = 2;

export class Backlog {
  #bytes = 0;
  #running = 0;
  readonly #queue: (() => void)[] = [];
  #waiting: (() => void)[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(private readonly limitBytes: number = BACKLOG_BYTES) {}

  /** Queues work that holds `bytes`; it starts when a lane is free. A failure stays, and `room` and `settled` throw it. */
  add<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    this.#bytes += bytes;
    const done = new Promise<void>((start) => this.#queue.push(start)).then(work).finally(() => {
      this.#bytes -= bytes;
      this.#running--;
      this.#startNext();
    });
    this.#startNext();
    return this.watch(done);
  }

  /** Notes the failure of work that takes no lane. */
  watch<T>(work: Promise<T>): Promise<T> {
    work.catch((error: unknown) => {
      this.#failure ??= { error };
      this.#wake();
    });
    return work;
  }

  /** Waits until less than the limit is held. @throws the first failure */
  async room(): Promise<void> {
    while (this.#failure === undefined && this.#bytes >= this.limitBytes) await this.#change();
    this.#throwFailure();
  }

  /** Waits for all work. @throws the first failure */
  async settled(): Promise<void> {
    while (this.#bytes > 0 || this.#running > 0 || this.#queue.length > 0) await this.#change();
    this.#throwFailure();
  }

  #startNext(): void {
    while (this.#running < LANES && this.#queue.length > 0) {
      this.#running++;
      this.#queue.shift()?.();
    }
    this.#wake();
  }

  #change(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #throwFailure(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }
}

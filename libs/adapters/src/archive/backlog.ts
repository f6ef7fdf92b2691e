// Work that goes on beside the run: a queue with a bound in bytes, worked off by a fixed number of lanes. Whoever adds
// work asks for room first, and so waits when the disk or the thread pool is slower than the run.

/** Buffers held by waiting and running work; one piece of work may exceed it alone. */
const BACKLOG_BYTES = 32 * 1024 * 1024;
/** Pieces worked on at once. The thread pool has four threads; the run keeps a core of its own. */
const LANES = 2;

export class Backlog {
  #bytes = 0;
  #open = 0;
  #running = 0;
  readonly #queue: (() => void)[] = [];
  #waiting: (() => void)[] = [];
  #failure: { readonly error: unknown } | undefined;

  constructor(private readonly limitBytes: number = BACKLOG_BYTES) {}

  /** Queues work that holds `bytes`; it starts when a lane is free. */
  add<T>(bytes: number, work: () => Promise<T>): Promise<T> {
    const turn = new Promise<void>((start) => this.#queue.push(start));
    const done = turn.then(work).finally(() => {
      this.#running--;
      this.#startNext();
    });
    this.#startNext();
    return this.hold(bytes, done);
  }

  /** Counts work that takes no lane. Its failure stays, and `room` and `settled` throw it. */
  hold<T>(bytes: number, work: Promise<T>): Promise<T> {
    this.#bytes += bytes;
    this.#open++;
    const noteFailure = (error: unknown): void => {
      this.#failure ??= { error };
    };
    void work
      .then(() => undefined, noteFailure)
      .then(() => {
        this.#bytes -= bytes;
        this.#open--;
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
    while (this.#open > 0) await this.#change();
    this.#throwFailure();
  }

  #startNext(): void {
    while (this.#running < LANES && this.#queue.length > 0) {
      this.#running++;
      this.#queue.shift()?.();
    }
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

// Days whose relief is wanted, one after the other: those asked for first, then those of a pause, then every seventh.
// A run that plays on leaves its earlier seventh days behind. What nobody waits for makes room for what somebody asks for,
// and comes again later.

export const URGENCY = { asked: 0, paused: 1, seventh: 2 } as const;
type Urgency = (typeof URGENCY)[keyof typeof URGENCY];

/** Days that somebody waits for, and days that nobody does. */
const MOST_ASKED = 16;
const MOST_SOON = 16;

interface Wanted {
  readonly run: string;
  readonly day: number;
  urgency: Urgency;
  readonly done: Promise<void>;
  readonly settle: (computing: Promise<void>) => void;
  /** Shared with the thread that computes: not nought where it is to make room. */
  readonly calledOff: Int32Array;
}

export class ReliefQueue {
  readonly #waiting: Wanted[] = [];
  #current: Wanted | undefined;
  #isStopped = false;

  /**
   * @param compute one day at a time; may reject once it is called off. @param busy what is thrown where too many are
   *   asked for
   */
  constructor(
    private readonly compute: (run: string, day: number, calledOff: Int32Array) => Promise<void>,
    private readonly busy: () => Error,
  ) {}

  /** Resolves when the day is computed. @throws what computing throws; `busy()` */
  ask(run: string, day: number): Promise<void> {
    if (this.#isStopped) return Promise.reject(this.busy());
    const known = this.#find(run, day);
    if (known) {
      known.urgency = URGENCY.asked;
      return known.done;
    }
    const asked = this.#waiting.filter(({ urgency }) => urgency === URGENCY.asked);
    if (asked.length >= MOST_ASKED) return Promise.reject(this.busy());
    if (this.#current && this.#current.urgency !== URGENCY.asked) Atomics.store(this.#current.calledOff, 0, 1);
    return this.#add(run, day, URGENCY.asked);
  }

  /** Computes the day when there is time; undefined where it will not. @throws what computing throws */
  soon(run: string, day: number, urgency: Urgency): Promise<void> | undefined {
    if (this.#isStopped || this.#find(run, day)) return undefined;
    this.#drop((one) => one.run === run && one.urgency >= urgency && one.day < day);
    const soon = this.#waiting.filter((one) => one.urgency !== URGENCY.asked);
    return soon.length >= MOST_SOON ? undefined : this.#add(run, day, urgency);
  }

  /** Days of a run that wait or are being computed, ascending. */
  underWay(run: string): number[] {
    const all = this.#current ? [this.#current, ...this.#waiting] : this.#waiting;
    return all
      .filter((one) => one.run === run)
      .map(({ day }) => day)
      .sort((a, b) => a - b);
  }

  /** Nothing that waits is computed any more. */
  stop(): void {
    this.#isStopped = true;
    for (const { settle } of this.#waiting.splice(0)) settle(Promise.reject(this.busy()));
  }

  #find(run: string, day: number): Wanted | undefined {
    const isIt = (one: Wanted): boolean => one.run === run && one.day === day;
    return this.#current && isIt(this.#current) ? this.#current : this.#waiting.find(isIt);
  }

  /** Drops what nobody waits for. */
  #drop(isLeftBehind: (one: Wanted) => boolean): void {
    for (let at = this.#waiting.length - 1; at >= 0; at--) {
      const one = this.#waiting[at];
      if (one.urgency === URGENCY.asked || !isLeftBehind(one)) continue;
      this.#waiting.splice(at, 1);
      one.settle(Promise.resolve());
    }
  }

  #add(run: string, day: number, urgency: Urgency): Promise<void> {
    let settle: Wanted['settle'] = () => undefined;
    const done = new Promise<void>((resolve) => (settle = resolve));
    const calledOff = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
    this.#waiting.push({ run, day, urgency, done, settle, calledOff });
    this.#next();
    return done;
  }

  #next(): void {
    if (this.#current || this.#waiting.length === 0) return;
    // The most urgent; of those the one that has waited longest.
    const most = this.#waiting.reduce((best, one) => (one.urgency < best.urgency ? one : best));
    this.#waiting.splice(this.#waiting.indexOf(most), 1);
    this.#current = most;
    Atomics.store(most.calledOff, 0, 0);
    const computing = this.compute(most.run, most.day, most.calledOff);
    const go = (): void => {
      this.#current = undefined;
      this.#next();
    };
    const fail = (): void => {
      if (this.#isStopped || Atomics.load(most.calledOff, 0) === 0) most.settle(computing);
      else this.#waiting.push(most);
      go();
    };
    void computing.then(() => {
      most.settle(computing);
      go();
    }, fail);
  }
}

// Days whose relief is wanted, one after the other: those asked for first, then those of a pause, then every seventh.
// A run that plays on leaves its earlier seventh days behind.

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
}

export class ReliefQueue {
  readonly #waiting: Wanted[] = [];
  #current: Wanted | undefined;
  #isStopped = false;

  /** @param compute one day at a time. @param busy what is thrown where too many are asked for */
  constructor(
    private readonly compute: (run: string, day: number) => Promise<void>,
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
    return asked.length >= MOST_ASKED ? Promise.reject(this.busy()) : this.#add(run, day, URGENCY.asked);
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
    this.#waiting.push({ run, day, urgency, done, settle });
    this.#next();
    return done;
  }

  #next(): void {
    if (this.#current || this.#waiting.length === 0) return;
    // The most urgent; of those the one that has waited longest.
    const most = this.#waiting.reduce((best, one) => (one.urgency < best.urgency ? one : best));
    this.#waiting.splice(this.#waiting.indexOf(most), 1);
    this.#current = most;
    const computing = this.compute(most.run, most.day);
    most.settle(computing);
    const go = (): void => {
      this.#current = undefined;
      this.#next();
    };
    void computing.then(go, go);
  }
}

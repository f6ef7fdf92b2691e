// Days whose relief is wanted, one after the other: those asked for first, then those of a pause, then every seventh.
// A run that plays on leaves its earlier seventh days behind. What is less urgent makes room, and comes again later.
import { callOff, isCalledOff, takeUpAgain, workToCallOff, type CallOff } from '#libs/studies';

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
  /** Where it is to make room. */
  readonly calledOff: CallOff;
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
    private readonly compute: (run: string, day: number, calledOff: CallOff) => Promise<void>,
    private readonly busy: () => Error,
  ) {}

  /** Resolves when the day is computed. @throws what computing throws; `busy()` */
  ask(run: string, day: number): Promise<void> {
    if (this.#isStopped) return Promise.reject(this.busy());
    const known = this.#known(run, day, URGENCY.asked);
    if (known) return known;
    const asked = this.#waiting.filter(({ urgency }) => urgency === URGENCY.asked);
    if (asked.length >= MOST_ASKED) return Promise.reject(this.busy());
    return this.#add(run, day, URGENCY.asked);
  }

  /** Computes the day when there is time. Resolves when it is computed, or will not be. @throws what computing throws */
  soon(run: string, day: number, urgency: Urgency): Promise<void> {
    if (this.#isStopped) return Promise.resolve();
    const known = this.#known(run, day, urgency);
    if (known) return known;
    this.#drop((one) => one.run === run && one.urgency >= urgency && one.day < day);
    const soon = this.#waiting.filter((one) => one.urgency !== URGENCY.asked);
    return soon.length >= MOST_SOON ? Promise.resolve() : this.#add(run, day, urgency);
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

  /** A day that waits or is being computed: as urgent as whoever wants it most. */
  #known(run: string, day: number, urgency: Urgency): Promise<void> | undefined {
    const isIt = (one: Wanted): boolean => one.run === run && one.day === day;
    const known = this.#current && isIt(this.#current) ? this.#current : this.#waiting.find(isIt);
    if (!known) return undefined;
    if (urgency < known.urgency) known.urgency = urgency;
    this.#makeRoom();
    return known.done;
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
    this.#waiting.push({ run, day, urgency, done, settle, calledOff: workToCallOff() });
    this.#makeRoom();
    this.#next();
    return done;
  }

  /** What is being computed gives way to what is more urgent. */
  #makeRoom(): void {
    const current = this.#current;
    if (current && this.#waiting.some(({ urgency }) => urgency < current.urgency)) callOff(current.calledOff);
  }

  #next(): void {
    if (this.#current || this.#waiting.length === 0) return;
    // The most urgent; of those the one that has waited longest.
    const most = this.#waiting.reduce((best, one) => (one.urgency < best.urgency ? one : best));
    this.#waiting.splice(this.#waiting.indexOf(most), 1);
    this.#current = most;
    takeUpAgain(most.calledOff);
    const computing = this.compute(most.run, most.day, most.calledOff);
    const go = (): void => {
      this.#current = undefined;
      this.#next();
    };
    const fail = (): void => {
      if (this.#isStopped || !isCalledOff(most.calledOff)) most.settle(computing);
      else this.#waiting.push(most);
      go();
    };
    void computing.then(() => {
      most.settle(computing);
      go();
    }, fail);
  }
}

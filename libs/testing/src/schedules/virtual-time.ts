// Time that passes by events alone. Between two of them everything that can go on without waiting does so; a process that
// is dead has no more events, one that is frozen (as by SIGSTOP) gets its own when it thaws.
import type { Clock } from '#libs/runtime';

/** One life of a service process, from its start to its crash. */
export interface Incarnation {
  readonly name: string;
  isAlive: boolean;
  isFrozen: boolean;
  readonly held: (() => void)[];
}

export function newIncarnation(name: string): Incarnation {
  return { name, isAlive: true, isFrozen: false, held: [] };
}

interface Due {
  readonly atMs: number;
  readonly order: number;
  readonly owner: Incarnation | undefined;
  readonly act: () => void;
}

/** Steps of waiting code between two events that follow each other closely. */
const HOPS = 16;
const AT_ONCE_MS = 2;
const SETTLED = Promise.resolve();

export class VirtualTime {
  /** A heap: the next one due comes first. */
  readonly #due: Due[] = [];
  #nowMs = 0;
  #orders = 0;
  #turns = 0;

  get nowMs(): number {
    return this.#nowMs;
  }

  /** Events so far. */
  get turns(): number {
    return this.#turns;
  }

  /** @param owner whose event it is; it is dropped where that one is dead by then */
  after(ms: number, act: () => void, owner?: Incarnation): void {
    const due: Due = { atMs: this.#nowMs + Math.max(0, ms), order: this.#orders++, owner, act };
    let at = this.#due.push(due) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isBefore(due, this.#due[parent])) break;
      this.#due[at] = this.#due[parent];
      at = parent;
    }
    this.#due[at] = due;
  }

  /** Never resolves for who is dead by then. */
  pause(ms: number, owner?: Incarnation): Promise<void> {
    return new Promise((resolve) => this.after(ms, resolve, owner));
  }

  clockOf(owner: Incarnation): Clock {
    return { now: () => this.#nowMs, sleep: (ms) => this.pause(ms, owner) };
  }

  thaw(owner: Incarnation): void {
    owner.isFrozen = false;
    for (const act of owner.held.splice(0)) this.after(0, act, owner);
  }

  /**
   * Lets time pass until it is over.
   * @param onTurn called before each event
   */
  run(isOver: () => boolean, onTurn: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      const turn = (): void => {
        try {
          if (isOver() || !this.#next(onTurn)) resolve();
          else this.#settle(turn);
        } catch (error) {
          reject(error instanceof Error ? error : new Error(String(error)));
        }
      };
      setImmediate(turn);
    });
  }

  /** Lets what can go on without waiting do so: for some steps where the next event is due at once, else to its end. */
  #settle(turn: () => void): void {
    const [next] = this.#due;
    if (this.#due.length === 0 || next.atMs > this.#nowMs + AT_ONCE_MS) {
      // A turn of the real event loop, which costs more than most events.
      setImmediate(turn);
      return;
    }
    let hops = HOPS;
    const hop = (): void => {
      if (--hops > 0) void SETTLED.then(hop);
      else turn();
    };
    hop();
  }

  #next(onTurn: () => void): boolean {
    for (;;) {
      const due = this.#pop();
      if (!due) return false;
      this.#nowMs = Math.max(this.#nowMs, due.atMs);
      const { owner, act } = due;
      if (owner && !owner.isAlive) continue;
      if (owner?.isFrozen) {
        owner.held.push(act);
        continue;
      }
      this.#turns++;
      onTurn();
      act();
      return true;
    }
  }

  #pop(): Due | undefined {
    const heap = this.#due;
    const [first] = heap;
    const last = heap.pop();
    if (!last || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && isBefore(heap[child + 1], heap[child])) child++;
      if (!isBefore(heap[child], last)) break;
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

function isBefore(left: Due, right: Due): boolean {
  return left.atMs < right.atMs || (left.atMs === right.atMs && left.order < right.order);
}

// Workers for runs with constraints lifted that stay from one question to the next: what V8 has compiled in them, and the
// chain that they hold, serve the next one. One of them is the thread that asks; the others have threads of their own.
import type { Lift } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { CalledOff, isCalledOff, type CallOff } from './called-off';
import type { LiftedInputs, LiftedJob } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { LiftedWorker, type LiftedBeginning } from './lifted-worker';
import { threadsFor, WorkerPool } from './pool';
import { sharedLike } from './shared-memory';
import { threadFile } from './thread-file';

/** They step days, which makes few objects; the engine would keep 33 MB for new ones. */
const FEW_OBJECTS = { maxYoungGenerationSizeMb: 8 };

/** The asking thread follows the run as it is, and keeps what it delivers: it takes what is asked for first. */
const AS_IT_IS: readonly Lift[] = [];
const ROADS_LIFTED: readonly Lift[] = [{ cause: 'transport', sector: null }];

/** What whoever asks for runs is told of them, and may say. */
export interface LiftedWatch {
  readonly onDone?: ((done: number) => void) | undefined;
  /** Looked at after each day. */
  readonly calledOff?: CallOff | undefined;
}

/** In memory that workers share. */
export interface StartColumns {
  /** First day of the runs. */
  readonly day: number;
  /** At the end of the day before. */
  readonly columns: readonly StageSnapshot[];
}

export class LiftedWorkers {
  /** The others wait for what is next while it is at a day; between days it lets them. */
  readonly #own = new LiftedWorker(() => othersTurn());
  #others: WorkerPool | undefined;
  #chain: Chain | undefined;
  /** Columns of the state from which they start: written between their runs alone. */
  #shared: readonly StageSnapshot[] = [];
  #day = 0;

  /** @param workers as many as cores where left out; those that are there already stay as many as they are */
  constructor(private readonly workers?: number) {}

  /** @returns of each input, in their order. One call at a time. @throws CalledOff, and the threads stay */
  async run<Job extends LiftedJob>(
    start: LiftedStart,
    job: Job,
    inputs: readonly LiftedInputs[Job][],
    { onDone, calledOff }: LiftedWatch,
  ): Promise<number[]> {
    const others = (this.#others ??= this.#started());
    try {
      const beginning = this.#beginning({ ...start, calledOff });
      await Promise.all([others.runInEach('begin', beginning), this.#own.begin(beginning)]);
      const results = await others.run<number>(job, inputs, {
        onDone,
        isCalledOff: () => isCalledOff(calledOff),
        here: (input) => this.#own.do(job, input as LiftedInputs[Job]),
      });
      if (isCalledOff(calledOff)) throw new CalledOff();
      return results;
    } catch (error) {
      if (!(error instanceof CalledOff)) await this.end();
      throw error;
    }
  }

  /** Where they last started in that chain. Whoever writes the next start into the same memory spares its copy. */
  lastStart(chain: Chain): StartColumns | undefined {
    return this.#chain === chain ? { day: this.#day, columns: this.#shared } : undefined;
  }

  /**
   * Makes them ready for runs of a chain: they hold it, and have compiled what it takes. At once where they are so; called
   * off, they stay as far as they came.
   */
  async readyFor(chain: Chain, start: () => LiftedStart, calledOff: CallOff): Promise<void> {
    if (this.#chain === chain) return;
    const others = Array.from({ length: threadsFor(this.workers) - 1 }, () => ROADS_LIFTED);
    await this.#asFarAsItComes(start(), [AS_IT_IS, ...others], calledOff);
  }

  /** The days that every relief from that start is held against; those that are done by the time it is called off are kept. */
  async followAsItIs(start: LiftedStart, calledOff: CallOff): Promise<void> {
    await this.#asFarAsItComes(start, [AS_IT_IS], calledOff);
  }

  async end(): Promise<void> {
    const others = this.#others;
    this.#others = undefined;
    this.#chain = undefined;
    this.#shared = [];
    await others?.end();
  }

  async #asFarAsItComes(start: LiftedStart, inputs: LiftedInputs['delivered'][], calledOff: CallOff): Promise<void> {
    await this.run(start, 'delivered', inputs, { calledOff }).catch((error: unknown) => {
      if (!(error instanceof CalledOff)) throw error;
    });
  }

  #started(): WorkerPool {
    return new WorkerPool(threadFile('lifted-thread'), null, threadsFor(this.workers) - 1, FEW_OBJECTS);
  }

  #beginning({ day, before, calledOff, simulated }: LiftedStart): LiftedBeginning {
    const { chain, ...rest } = simulated;
    const isNew = this.#chain !== chain;
    if (isNew) this.#shared = before.map(sharedLike);
    this.#chain = chain;
    this.#day = day;
    this.#shared.forEach(({ columns }, stage) =>
      columns.forEach(({ values }, at) => {
        const own = before[stage].columns[at].values;
        if (own !== values) values.set(own);
      }),
    );
    return { day, before: this.#shared, calledOff, simulated: isNew ? simulated : rest };
  }
}

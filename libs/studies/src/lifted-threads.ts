// Threads for runs with constraints lifted that stay from one question to the next: what V8 has compiled in them, and the
// chain that they hold, serve the next one.
import type { Lift } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { CalledOff, isCalledOff, type CallOff } from './called-off';
import type { LiftedStart } from './lifted-start';
import { threadsFor, WorkerPool } from './pool';
import { sharedLike, withSharedArrays } from './shared-memory';
import { threadFile } from './thread-file';

/** They step days, which makes few objects; the engine would keep 33 MB for new ones. */
const FEW_OBJECTS = { maxYoungGenerationSizeMb: 8 };

/** The first thread follows the run as it is, and keeps what it delivers; it is the first that is asked for it. */
const AS_IT_IS: readonly Lift[] = [];
const ROADS_LIFTED: readonly Lift[] = [{ cause: 'transport', sector: null }];

/** What a thread is given of a start; no chain where it has that one already. */
export interface LiftedBeginning extends Omit<LiftedStart, 'simulated'> {
  readonly simulated: Omit<LiftedStart['simulated'], 'chain'> & { readonly chain?: Chain };
}

/** What whoever asks for runs is told of them, and may say. */
export interface LiftedWatch {
  readonly onDone?: ((done: number) => void) | undefined;
  /** Looked at after each day. */
  readonly calledOff?: CallOff | undefined;
}

export class LiftedThreads {
  #pool: WorkerPool | undefined;
  #chain: Chain | undefined;
  /** Columns of the state from which they start: written between their runs alone. */
  #shared: readonly StageSnapshot[] = [];

  /** @param workers as many as cores where left out; threads that are there already stay as many as they are */
  constructor(private readonly workers?: number) {}

  /** @returns of each input, in their order. One call at a time. @throws CalledOff, and the threads stay */
  async run(
    start: LiftedStart,
    job: string,
    inputs: readonly unknown[],
    { onDone, calledOff }: LiftedWatch,
  ): Promise<number[]> {
    const results = await this.#results({ ...start, calledOff }, job, inputs, onDone);
    if (isCalledOff(calledOff)) throw new CalledOff();
    return results;
  }

  async #results(
    start: LiftedStart,
    job: string,
    inputs: readonly unknown[],
    onDone: LiftedWatch['onDone'],
  ): Promise<number[]> {
    this.#pool ??= new WorkerPool(threadFile('lifted-thread'), null, threadsFor(this.workers), FEW_OBJECTS);
    try {
      await this.#pool.runInEach('begin', this.#beginning(start));
      return await this.#pool.run<number>(job, inputs, onDone, () => isCalledOff(start.calledOff));
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  /** Columns of that chain in the memory from which they start: whoever writes a start there spares its copy. */
  startColumns(chain: Chain): readonly StageSnapshot[] | undefined {
    return this.#chain === chain ? this.#shared : undefined;
  }

  /**
   * Makes them ready for runs of a chain: they hold it, and have compiled what it takes. At once where they are so; called
   * off, they stay as far as they came.
   */
  async readyFor(chain: Chain, start: () => LiftedStart, calledOff: CallOff): Promise<void> {
    if (this.#chain === chain) return;
    const others = Array.from({ length: threadsFor(this.workers) - 1 }, () => ROADS_LIFTED);
    await this.run(start(), 'delivered', [AS_IT_IS, ...others], { calledOff }).catch((error: unknown) => {
      if (!(error instanceof CalledOff)) throw error;
    });
  }

  async end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    this.#chain = undefined;
    this.#shared = [];
    await pool?.end();
  }

  #beginning({ day, before, calledOff, simulated: { chain, ...rest } }: LiftedStart): LiftedBeginning {
    const isNew = this.#chain !== chain;
    if (isNew) this.#shared = before.map(sharedLike);
    this.#chain = chain;
    this.#shared.forEach(({ columns }, stage) =>
      columns.forEach(({ values }, at) => {
        const own = before[stage].columns[at].values;
        if (own !== values) values.set(own);
      }),
    );
    const simulated = isNew ? { ...rest, chain: withSharedArrays(chain) } : rest;
    return { day, before: this.#shared, calledOff, simulated };
  }
}

// Threads for runs with constraints lifted that stay from one question to the next: what V8 has compiled in them, and the
// chain that they hold, serve the next one.
import type { StageSnapshot } from '#libs/kernel';
import type { Chain } from '#libs/model';
import type { LiftedStart } from './lifted-runner';
import { threadsFor, WorkerPool } from './pool';
import { threadFile } from './thread-file';

/** What a thread is given of a start; no chain where it has that one already. */
export interface LiftedBeginning extends Omit<LiftedStart, 'simulated'> {
  readonly simulated: Omit<LiftedStart['simulated'], 'chain'> & { readonly chain?: Chain };
}

/** What whoever asks for runs is told of them, and may say. */
export interface LiftedWatch {
  readonly onDone?: ((done: number) => void) | undefined;
  /** Looked at between the runs. */
  readonly isCalledOff?: (() => boolean) | undefined;
}

/** Whoever asked has something more urgent to ask. */
export class CalledOff extends Error {
  constructor() {
    super('called off');
  }
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
    { onDone, isCalledOff = () => false }: LiftedWatch,
  ): Promise<number[]> {
    const results = await this.#results(start, job, inputs, onDone, isCalledOff);
    if (isCalledOff()) throw new CalledOff();
    return results;
  }

  async #results(
    start: LiftedStart,
    job: string,
    inputs: readonly unknown[],
    onDone: LiftedWatch['onDone'],
    isCalledOff: () => boolean,
  ): Promise<number[]> {
    this.#pool ??= new WorkerPool(threadFile('lifted-thread'), null, threadsFor(this.workers));
    try {
      await this.#pool.runInEach('begin', this.#beginning(start));
      return await this.#pool.run<number>(job, inputs, onDone, isCalledOff);
    } catch (error) {
      await this.end();
      throw error;
    }
  }

  async end(): Promise<void> {
    const pool = this.#pool;
    this.#pool = undefined;
    this.#chain = undefined;
    this.#shared = [];
    await pool?.end();
  }

  #beginning({ day, before, simulated: { chain, ...rest } }: LiftedStart): LiftedBeginning {
    const isNew = this.#chain !== chain;
    if (isNew) this.#shared = before.map(sharedLike);
    this.#chain = chain;
    this.#shared.forEach(({ columns }, stage) =>
      columns.forEach(({ values }, at) => values.set(before[stage].columns[at].values)),
    );
    return { day, before: this.#shared, simulated: isNew ? { ...rest, chain } : rest };
  }
}

/** Of that size, in memory that threads have in common. */
function sharedLike({ stage, columns }: StageSnapshot): StageSnapshot {
  return {
    stage,
    columns: columns.map(({ name, values }) => ({
      name,
      values: new Float64Array(new SharedArrayBuffer(values.byteLength)),
    })),
  };
}

// Workers for runs with constraints lifted that stay from one question to the next: what V8 has compiled in them, and the
// chain that they hold, serve the next one. One of them is the thread that asks; the others have threads of their own.
import { reliefDays, type Lift } from '#libs/analysis';
import type { StageSnapshot } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { setImmediate as othersTurn } from 'node:timers/promises';
import { AsItIs } from './as-it-is';
import { CalledOff, isCalledOff, type CallOff } from './called-off';
import type { LiftedInputs, LiftedJob, OutputAsked } from './lifted-runner';
import type { LiftedStart } from './lifted-start';
import { LiftedWorker, type LiftedBeginning } from './lifted-worker';
import { threadsFor, WorkerPool, type PoolJob } from './pool';
import { sharedLike } from './shared-memory';
import { threadFile } from './thread-file';

/** They step days, which makes few objects; the engine would keep 33 MB for new ones. */
const FEW_OBJECTS = { maxYoungGenerationSizeMb: 8 };

const ROADS_LIFTED: Lift = { cause: 'transport', sector: null };

/** What whoever asks for runs is told of them, and may say. */
export interface LiftedWatch {
  /** Told of what is done, out of all. */
  readonly onDone?: ((done: number, all: number) => void) | undefined;
  /** Looked at after each day. */
  readonly calledOff?: CallOff | undefined;
}

/** What reaches final demand over the horizon of relief, yuan at base prices. */
export interface Delivered {
  readonly asItIsYuan: number;
  /** In the order of the lifts. */
  readonly liftedYuan: readonly number[];
}

/** In memory that workers share. */
export interface StartColumns {
  /** First day of the runs. */
  readonly day: number;
  /** At the end of the day before. */
  readonly columns: readonly StageSnapshot[];
}

/** The chain that the workers hold, and what is kept of its last run. */
interface Held {
  readonly chain: Chain;
  readonly horizonDays: number;
  readonly asItIs: AsItIs;
  /** Columns of the state from which they start: written between their runs alone. */
  readonly columns: readonly StageSnapshot[];
}

export class LiftedWorkers {
  /** The others wait for what is next while it is at a day; between days it lets them. */
  readonly #own = new LiftedWorker(() => othersTurn());
  readonly #count: number;
  #others: WorkerPool | undefined;
  #held: Held | undefined;
  #day = 0;

  /** @param workers as many as cores where left out */
  constructor(workers?: number) {
    this.#count = threadsFor(workers);
  }

  /** Threads come up while the asking one still makes the start. */
  comeUp(): void {
    this.#pool();
  }

  /** With each of the lifts alone, and with none. One call at a time, as of `outputs`. @throws CalledOff, and the threads stay */
  async delivered(start: LiftedStart, lifts: readonly Lift[], watch: LiftedWatch): Promise<Delivered> {
    const { held, beginning } = this.#hold(start, watch);
    const { asItIs, horizonDays } = held;
    const end = start.day + horizonDays;
    const parts = asItIs.missing({ ...start, before: held.columns }, end, this.#partsBeside(lifts));
    const [first, second] = parts.map((input) => jobOf('asItIs', input));
    const lifted = lifts.map((lift) => jobOf('delivered', { lifts: [lift], end }));
    const jobs = [first, ...lifted, second && { ...second, after: 0 }].filter((job) => job !== undefined);
    const results = await this.#run<number | number[]>(beginning, jobs, watch);
    for (const days of results) if (Array.isArray(days)) asItIs.take(days);
    if (isCalledOff(watch.calledOff)) throw new CalledOff();
    const liftedYuan = results.filter((yuan) => typeof yuan === 'number');
    return { asItIsYuan: asItIs.deliveredYuan(start.day, end), liftedYuan };
  }

  /** Of each that is asked for, in their order. @throws CalledOff, and the threads stay */
  async outputs(start: LiftedStart, asked: readonly OutputAsked[], watch: LiftedWatch): Promise<number[]> {
    const { beginning } = this.#hold(start, watch);
    const jobs = asked.map((one) => jobOf('output', one));
    const outputs = await this.#run<number>(beginning, jobs, watch);
    if (isCalledOff(watch.calledOff)) throw new CalledOff();
    return outputs;
  }

  /** Where they last started in that chain. Whoever writes the next start into the same memory spares its copy. */
  lastStart(chain: Chain): StartColumns | undefined {
    return this.#held?.chain === chain ? { day: this.#day, columns: this.#held.columns } : undefined;
  }

  /**
   * Makes them ready for runs of a chain: they hold it, and have compiled what it takes. At once where they are so; called
   * off, they stay as far as they came.
   */
  async readyFor(chain: Chain, start: () => LiftedStart, calledOff: CallOff): Promise<void> {
    if (this.#held?.chain === chain) return;
    const others = Array.from({ length: this.#count - 1 }, () => ROADS_LIFTED);
    await this.#asFarAsItComes(start(), others, calledOff);
  }

  /** The days that every relief from that start is held against; those that are done by the time it is called off are kept. */
  async followAsItIs(start: LiftedStart, calledOff: CallOff): Promise<void> {
    await this.#asFarAsItComes(start, [], calledOff);
  }

  async end(): Promise<void> {
    const others = this.#others;
    this.#others = undefined;
    this.#held = undefined;
    await others?.end();
  }

  async #asFarAsItComes(start: LiftedStart, lifts: readonly Lift[], calledOff: CallOff): Promise<void> {
    await this.delivered(start, lifts, { calledOff }).catch((error: unknown) => {
      if (!(error instanceof CalledOff)) throw error;
    });
  }

  #pool(): WorkerPool {
    return (this.#others ??= new WorkerPool(threadFile('lifted-thread'), null, this.#count - 1, FEW_OBJECTS));
  }

  /** Where the lifts leave nobody idle at their end, the run as it is would: its second half is for whoever is free first. */
  #partsBeside({ length }: readonly Lift[]): 1 | 2 {
    return this.#count > 1 && length > 0 && length % this.#count === 0 ? 2 : 1;
  }

  #hold(
    { day, before, simulated }: LiftedStart,
    { calledOff }: LiftedWatch,
  ): { held: Held; beginning: LiftedBeginning } {
    const { chain, ...rest } = simulated;
    const last = this.#held?.chain === chain ? this.#held : undefined;
    const held = last ?? heldOf(chain, before);
    this.#held = held;
    this.#day = day;
    held.columns.forEach(({ columns }, stage) =>
      columns.forEach(({ values }, at) => {
        const own = before[stage].columns[at].values;
        if (own !== values) values.set(own);
      }),
    );
    return { held, beginning: { day, before: held.columns, calledOff, simulated: last ? rest : simulated } };
  }

  /** @returns of each job, in their order; called off, none of those that had not begun, and NaN of those that were not done */
  async #run<Result>(
    beginning: LiftedBeginning,
    jobs: readonly PoolJob[],
    { onDone, calledOff }: LiftedWatch,
  ): Promise<Result[]> {
    const others = this.#pool();
    try {
      const own = new Promise<void>((begun) => begun(this.#own.begin(beginning)));
      await Promise.all([others.runInEach('begin', beginning), own]);
      return await others.run<Result>(jobs, {
        onDone: (done) => onDone?.(done, jobs.length),
        isCalledOff: () => isCalledOff(calledOff),
        here: (job) => this.#own.do(job),
      });
    } catch (error) {
      await this.end();
      throw error;
    }
  }
}

function jobOf<Name extends LiftedJob>(job: Name, input: LiftedInputs[Name]): PoolJob {
  return { job, input };
}

function heldOf(chain: Chain, before: readonly StageSnapshot[]): Held {
  const columns = before.map(sharedLike);
  return { chain, horizonDays: reliefDays(chain), asItIs: new AsItIs(), columns };
}

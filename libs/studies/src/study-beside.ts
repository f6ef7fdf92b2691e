// Questions about runs, computed in a thread beside: one at a time, those that wait up to a bound. The thread ends when
// nothing has been asked for a while, and gives its memory back; one that dies fails its question alone.
import { Worker } from 'node:worker_threads';
import { InputError } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { JobMessage, JobReply } from './pool';
import type { Compiled, StudyJobs } from './study-jobs';
import { threadFile } from './thread-file';

/** Room for new objects: a chain is compiled in it now and then, else few are made. */
const YOUNG_MB = 16;

/** Nobody waits for what comes back. */
const NOT_ASKED = 0;

export interface StudyThreadData {
  /** 0: as important as all else; 19: the least. */
  readonly niceness: number;
}

export interface StudyOptions extends StudyThreadData {
  readonly mostWaiting: number;
  /** A question that takes longer fails. */
  readonly longestMs: number;
  /** The thread ends after so long without a question. */
  readonly idleMs: number;
  /** Of the thread's heap. */
  readonly heapMb: number;
  /** What is thrown where too many wait. */
  readonly busy: () => Error;
}

interface Waiting {
  readonly compiled: Compiled | undefined;
  readonly message: JobMessage;
  readonly resolve: (result: never) => void;
  readonly reject: (error: unknown) => void;
}

export class StudyBeside {
  readonly #waiting: Waiting[] = [];
  #current: Waiting | undefined;
  #thread: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #asked = 0;
  #isStopped = false;
  /** The chain that the thread was given last. */
  #given: Chain | undefined;

  constructor(private readonly options: StudyOptions) {}

  /**
   * @param compiled of the run that is asked about; where it is given, the thread compiles nothing
   * @throws InputError as the job throws it; `busy()` where too many wait, and when this stops
   */
  ask<Job extends keyof StudyJobs>(
    job: Job,
    input: Parameters<StudyJobs[Job]>[0],
    compiled?: Compiled,
  ): Promise<Awaited<ReturnType<StudyJobs[Job]>>> {
    const { mostWaiting, busy } = this.options;
    if (this.#isStopped || this.#waiting.length >= mostWaiting) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      this.#waiting.push({ compiled, message: { at: ++this.#asked, job, input }, resolve, reject });
      this.#next();
    });
  }

  /** Nothing is asked. */
  get isAtRest(): boolean {
    return !this.#current && this.#waiting.length === 0;
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    const { busy } = this.options;
    for (const { reject } of this.#waiting.splice(0)) reject(busy());
    await this.#end(busy());
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    this.#current = this.#waiting.shift();
    const { idleMs, longestMs } = this.options;
    if (!this.#current) {
      this.#timer = setTimeout(() => void this.#end(new Error('idle')), idleMs).unref();
      return;
    }
    const { job } = this.#current.message;
    const late = new Error(`a ${job} takes longer than ${longestMs} ms`);
    this.#timer = setTimeout(() => void this.#end(late), longestMs);
    this.#thread ??= this.#started();
    this.#give(this.#thread, this.#current.compiled);
    this.#thread.postMessage(this.#current.message);
  }

  #give(thread: Worker, compiled: Compiled | undefined): void {
    if (!compiled || this.#given === compiled.carried.chain) return;
    const message: JobMessage = { at: NOT_ASKED, job: 'take', input: compiled };
    thread.postMessage(message);
    this.#given = compiled.carried.chain;
  }

  #started(): Worker {
    const { niceness, heapMb } = this.options;
    const data: StudyThreadData = { niceness };
    const thread = new Worker(threadFile('study-thread'), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
    thread.unref();
    thread.on('message', (reply: JobReply) => this.#take(reply));
    const onEnd = (error: Error): void => {
      if (this.#thread === thread) void this.#end(error);
    };
    thread.on('error', onEnd);
    thread.on('exit', (code) => onEnd(new Error(`the thread of a question ended with ${code}`)));
    return thread;
  }

  #take(reply: JobReply): void {
    const asked = this.#current;
    if (asked?.message.at !== reply.at) return;
    this.#current = undefined;
    if ('fault' in reply) asked.reject(new InputError(reply.fault));
    else if ('error' in reply) asked.reject(new Error(reply.error));
    else asked.resolve(reply.result as never);
    this.#next();
  }

  /** Ends the thread, and with it what it is at. */
  async #end(reason: Error): Promise<void> {
    clearTimeout(this.#timer);
    const [thread, current] = [this.#thread, this.#current];
    this.#thread = undefined;
    this.#current = undefined;
    this.#given = undefined;
    current?.reject(reason);
    await thread?.terminate();
    if (!this.#isStopped && this.#waiting.length > 0) this.#next();
  }
}

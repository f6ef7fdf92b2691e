// Compiling beside: one thread, a queue with an end, a time for each job. The thread goes when there is nothing to do.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { InputError } from '#libs/messages';
import { tooBusy } from '../http/api-error';
import type { JobName, Jobs } from './jobs';
import type { Outcome, Task } from './told';

/** Jobs that wait, and those of one asker among them. */
const MOST_WAITING = 48;
const JOB_MS = 60_000;
const IDLE_MS = 20_000;
/** The largest scenario that is taken needs about half of it. */
const HEAP_MB = 2048;

interface Waiting {
  readonly task: Task;
  readonly resolve: (value: never) => void;
  readonly reject: (error: Error) => void;
}

export class Compiler {
  readonly #waiting: Waiting[] = [];
  #current: Waiting | undefined;
  #worker: Worker | undefined;
  #timer: NodeJS.Timeout | undefined;
  #number = 0;
  #isStopped = false;

  /** @throws InputError as the job does; ApiError API_BUSY */
  run<Name extends JobName>(name: Name, argument: Parameters<Jobs[Name]>[0]): Promise<ReturnType<Jobs[Name]>> {
    if (this.#isStopped || this.#waiting.length >= MOST_WAITING) {
      return Promise.reject(tooBusy('too many scenarios are being compiled.'));
    }
    return new Promise((resolve, reject) => {
      this.#waiting.push({ task: { number: ++this.#number, name, argument }, resolve, reject });
      this.#next();
    });
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    for (const { reject } of this.#waiting.splice(0)) reject(tooBusy('the gateway stops.'));
    await this.#end(tooBusy('the gateway stops.'));
  }

  #next(): void {
    if (this.#current) return;
    clearTimeout(this.#timer);
    const next = this.#waiting.shift();
    if (!next) {
      this.#timer = setTimeout(() => void this.#end(new Error('idle')), IDLE_MS);
      this.#timer.unref();
      return;
    }
    this.#current = next;
    this.#timer = setTimeout(() => void this.#end(tooLong()), JOB_MS);
    this.#worker ??= this.#started();
    this.#worker.postMessage(next.task);
  }

  #started(): Worker {
    const worker = new Worker(threadFile('compile-thread'), { resourceLimits: { maxOldGenerationSizeMb: HEAP_MB } });
    worker.unref();
    worker.on('message', (outcome: Outcome) => this.#take(outcome));
    worker.on('error', (error: NodeJS.ErrnoException) => {
      if (this.#worker === worker) void this.#end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch() : error);
    });
    return worker;
  }

  #take(outcome: Outcome): void {
    const waited = this.#current;
    if (waited?.task.number !== outcome.number) return;
    this.#current = undefined;
    if (outcome.type === 'done') waited.resolve(outcome.value as never);
    else waited.reject(outcome.type === 'refused' ? new InputError(outcome.fault) : new Error(outcome.reason));
    this.#next();
  }

  /** Ends the thread, and with it what it is at. */
  async #end(reason: Error): Promise<void> {
    clearTimeout(this.#timer);
    const [worker, current] = [this.#worker, this.#current];
    this.#worker = undefined;
    this.#current = undefined;
    current?.reject(reason);
    await worker?.terminate();
    if (!this.#isStopped && this.#waiting.length > 0) this.#next();
  }
}

function tooLong(): InputError {
  const reason = `compiling takes more than ${JOB_MS / 1000} s.`;
  return new InputError({ code: 'SCN_TOO_LARGE', reason, mend: 'Make the scenario smaller.' });
}

function tooMuch(): InputError {
  const reason = 'compiling takes more memory than there is for it.';
  return new InputError({ code: 'SCN_TOO_LARGE', reason, mend: 'Make the scenario smaller.' });
}

/** Sources cannot be run as a thread, so a test runner that loads them is given the build's. */
function threadFile(name: string): string {
  const beside = join(__dirname, `${name}.js`);
  if (existsSync(beside)) return beside;
  return join(resolve(__dirname, '..', '..', '..', '..'), 'dist', 'apps', 'gateway', 'src', 'compiling', `${name}.js`);
}

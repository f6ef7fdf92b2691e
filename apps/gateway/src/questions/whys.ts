// Why an enterprise lost: answers kept, the same question asked twice at once computed once, in a thread of its own.
import { join } from 'node:path';
import type { Stores } from '#libs/adapters';
import type { RunManifest } from '#libs/runtime';
import type { CompiledScenario } from '#libs/scenario';
import {
  callOff,
  carriedOf,
  isCalledOff,
  StudyBeside,
  workToCallOff,
  type CallOff,
  type WhyAnswer,
  type WhyAsked,
} from '#libs/studies';
import { tooBusy } from '../http/api-error';
import { BytesCache } from '../results/bytes-cache';
import { pastOf, refuseDay, type AskedRun } from './asked-run';

/** Questions that wait for the thread. */
const MOST_WAITING = 16;
/** The whole of a large chain's days, and three runs without a cause. */
const LONGEST_MS = 120_000;
const IDLE_MS = 60_000;
const HEAP_MB = 3072;
/** Days come first; whoever asks waits for them. */
const NICENESS = 5;
const ANSWERS_BYTES = 16 * 2 ** 20;

export type WhyQuestion = WhyAsked & { readonly counterfactual: boolean };

export interface WhysOptions {
  readonly stores: Pick<Stores, 'runs'>;
  readonly compiled: (manifest: RunManifest) => CompiledScenario | Promise<CompiledScenario>;
  /** Of the gateway; the tapes of runs lie in it. */
  readonly folder: string;
  readonly workers: number;
}

export class Whys {
  readonly #folder: string;
  readonly #answers = new BytesCache<{ readonly answer: WhyAnswer; readonly bytes: number }>({
    mostBytes: ANSWERS_BYTES,
    sizeOf: ({ bytes }) => bytes,
  });
  readonly #thread = new StudyBeside({
    ...{ mostWaiting: MOST_WAITING, longestMs: LONGEST_MS, idleMs: IDLE_MS, heapMb: HEAP_MB, niceness: NICENESS },
    busy: () => tooBusy('too many questions of why are waiting.'),
  });

  /** Also when it has made room, until it is there. */
  #preparing: { readonly id: string; readonly day: number; readonly calledOff: CallOff } | undefined;

  constructor(private readonly options: WhysOptions) {
    this.#folder = join(options.folder, 'why');
  }

  /** @throws InputError CLI_UNKNOWN_ENTERPRISE, CLI_BAD_DAY, STK_..., LOSS_NOT_ATTRIBUTED; ApiError API_BUSY */
  async of(found: AskedRun, asked: WhyQuestion): Promise<WhyAnswer> {
    refuseDay(found, asked.day);
    const run = pastOf(found.manifest, await this.options.stores.runs.commands(found.row.id));
    const { enterprise, day, depth, counterfactual } = asked;
    const key = `${run.name}/${JSON.stringify([run.key, day, depth, counterfactual, enterprise])}`;
    const { workers } = this.options;
    const known = await this.#answers.once(key, async () => {
      const carried = carriedOf(await this.options.compiled(found.manifest));
      const study = { run, asked, folder: this.#folder, workers };
      const answer = await this.#thread.ask('why', study, { of: run, carried });
      return { answer, bytes: JSON.stringify(answer).length };
    });
    return known.answer;
  }

  /** Makes what a question about that day needs, before anybody asks. What was being prepared is left. */
  async prepare(id: string, day: number): Promise<void> {
    this.giveWay();
    const preparing = { id, day, calledOff: workToCallOff() };
    this.#preparing = preparing;
    const { runs } = this.options.stores;
    const manifest = await runs.manifest(id);
    if (!manifest?.accountsForLosses) return;
    const run = pastOf(manifest, await runs.commands(id));
    const carried = carriedOf(await this.options.compiled(manifest));
    const study = { run, day, folder: this.#folder, calledOff: preparing.calledOff };
    await this.#thread.ask('tapes', study, { of: run, carried });
    if (this.#preparing === preparing && !isCalledOff(preparing.calledOff)) this.#preparing = undefined;
  }

  /** What is being prepared makes room; what is asked for does not. */
  giveWay(): void {
    if (this.#preparing) callOff(this.#preparing.calledOff);
  }

  /** What made room last goes on. */
  async goOn(): Promise<void> {
    const left = this.#preparing;
    if (left && isCalledOff(left.calledOff)) await this.prepare(left.id, left.day);
  }

  forget(run: string): void {
    this.#answers.forget(`${run}/`);
  }

  stop(): Promise<void> {
    return this.#thread.stop();
  }
}

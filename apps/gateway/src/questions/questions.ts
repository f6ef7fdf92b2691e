// What is asked of runs, behind the routes: why, relief, comparison, archive, summary. Nothing is computed on the thread
// that answers, and nothing holds a day back.
import type { Readable } from 'node:stream';
import type { Stores } from '#libs/adapters';
import type { ComparisonBody, Relief, Reliefs as ReliefsTold, Why } from '#libs/api';
import type { RunManifest } from '#libs/runtime';
import type { CompiledScenario } from '#libs/scenario';
import { compareRuns } from '#libs/studies';
import { isRefusal, refuseUnfinished, type AskedRun } from './asked-run';
import { HomeComings } from './home-comings';
import { KeptRuns } from './kept-runs';
import { Reliefs } from './reliefs';
import { toldComparison, toldRelief, toldWhy } from './told';
import { Whys, type WhyQuestion } from './whys';

export interface QuestionsOptions {
  readonly stores: Pick<Stores, 'runs' | 'metrics'>;
  /** A run's scenario as its texts have it: no thread of a question compiles it again. */
  readonly compiled: (manifest: RunManifest) => CompiledScenario | Promise<CompiledScenario>;
  /** Of the gateway, its own: tapes of runs, archives on their way. */
  readonly folder: string;
  /** Threads for the runs of one question. */
  readonly workers: number;
  /** Told what failed of what nobody asked for. */
  readonly onFailure: (error: unknown) => void;
}

export class Questions {
  readonly #whys: Whys;
  readonly #reliefs: Reliefs;
  readonly #kept: KeptRuns;
  readonly #homeComings: HomeComings;
  #isStopped = false;

  constructor(private readonly options: QuestionsOptions) {
    const { stores, folder } = options;
    this.#whys = new Whys(options);
    this.#reliefs = new Reliefs(options);
    this.#kept = new KeptRuns(stores);
    this.#homeComings = new HomeComings(stores, folder);
  }

  /** @throws InputError CLI_UNKNOWN_ENTERPRISE, CLI_BAD_DAY, STK_DAY_NOT_REACHED, LOSS_NOT_ATTRIBUTED; ApiError API_BUSY */
  async why(found: AskedRun, asked: WhyQuestion): Promise<Why> {
    return toldWhy(await this.#whys.of(found, asked));
  }

  reliefs(found: AskedRun): Promise<ReliefsTold> {
    return this.#reliefs.list(found);
  }

  /** @throws InputError CLI_BAD_DAY, STK_DAY_NOT_REACHED, STK_LOSSES_NOT_YET; ApiError API_BUSY */
  async relief(found: AskedRun, day: number): Promise<Relief> {
    this.#whys.giveWay();
    const table = await this.#reliefs.of(found, day).finally(() => this.#beforehand(() => this.#whys.goOn()));
    return toldRelief(table);
  }

  /** @param runs the first is what the others are held against. @throws InputError STK_DAY_NOT_REACHED */
  async compare(runs: readonly AskedRun[]): Promise<ComparisonBody> {
    return toldComparison(compareRuns(await Promise.all(runs.map((found) => this.#kept.of(found)))));
  }

  /** A tar file of a run that has ended. @throws InputError STK_NOT_ENDED, STK_DIGEST_DIFFERS; ApiError API_BUSY */
  archive(found: AskedRun): Promise<Readable> {
    return this.#homeComings.archive(found);
  }

  /** As `run --json`. @throws InputError STK_NOT_ENDED */
  async summary(found: AskedRun): Promise<unknown> {
    refuseUnfinished(found);
    const text = await this.options.stores.metrics.summary(found.row.id);
    if (text === undefined) throw new Error(`${found.row.id} has ended without a summary`);
    return JSON.parse(text);
  }

  /** To be told of every sealed day: relief is computed on every seventh. */
  dayClosed(run: string, day: number): void {
    this.#reliefs.dayClosed(run, day);
  }

  /** To be told of a run that stands still after a day: its relief, then what `why` needs, are made beforehand. */
  paused(run: string, day: number): void {
    void this.#atPause(run, day);
  }

  /** Of a run that is removed. */
  forget(run: string): void {
    this.#whys.forget(run);
    this.#reliefs.forget(run);
    this.#kept.forget(run);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await Promise.all([this.#whys.stop(), this.#reliefs.stop(), this.#homeComings.stop()]);
  }

  async #atPause(run: string, day: number): Promise<void> {
    this.#whys.giveWay();
    await this.#reliefs.paused(run, day);
    if (day >= 0) this.#beforehand(() => this.#whys.prepare(run, day));
  }

  /** Work that nobody waits for. */
  #beforehand(work: () => Promise<void>): void {
    if (this.#isStopped) return;
    work().catch((error: unknown) => {
      if (!isRefusal(error)) this.options.onFailure(error);
    });
  }
}

// The keeper of relief: tables are computed by themselves at a pause and on every seventh sealed day, and when somebody
// asks; one at a time, in threads that give way to the days. Between tables the threads follow the run that goes on, so that
// the next table begins at once.
import type { Stores } from '#libs/adapters';
import type { Reliefs as ReliefsTold } from '#libs/api';
import type { Command } from '#libs/messages';
import type { RunManifest, Row } from '#libs/runtime';
import type { CompiledScenario } from '#libs/scenario';
import { callOff, carriedOf, isCalledOff, StudyBeside, workToCallOff } from '#libs/studies';
import type { CallOff, Compiled, PastRun, ReliefTable } from '#libs/studies';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { noSuchRun, tooBusy } from '../http/api-error';
import { isRefusal, pastOf, refuseDay, type AskedRun } from './asked-run';
import { ReliefQueue, URGENCY } from './relief-queue';
import { ReliefTables } from './relief-tables';
import { toldRelief } from './told';

const EVERY_DAYS = 7;
/** For the thread: what goes ahead of a table, and the table. */
const MOST_WAITING = 2;
const LONGEST_MS = 120_000;
const IDLE_MS = 60_000;
const HEAP_MB = 3072;
const NICENESS = 10;
/** Losses may come later than their day: so long, and looked at so often. */
const LOSSES_WAIT_MS = 10_000;
const LOSSES_LOOK_MS = 100;
/** Each run has its own chain: another is followed when the one before has closed no day for so long. */
const FOLLOWED_MS = 10_000;
/** A command that is given while a table is computed makes it old: then it is computed again, so often. */
const MOST_TRIES = 3;

export interface ReliefsOptions {
  readonly stores: Pick<Stores, 'runs' | 'metrics'>;
  readonly compiled: (manifest: RunManifest) => CompiledScenario | Promise<CompiledScenario>;
  /** Of the gateway; tables are kept in it. */
  readonly folder: string;
  readonly workers: number;
  /** Told what failed of what nobody asked for. */
  readonly onFailure: (error: unknown) => void;
}

export class Reliefs {
  readonly #tables: ReliefTables;
  readonly #queue = new ReliefQueue((...asked) => this.#compute(...asked), busy);
  readonly #thread = new StudyBeside({
    ...{ mostWaiting: MOST_WAITING, longestMs: LONGEST_MS, idleMs: IDLE_MS, heapMb: HEAP_MB, niceness: NICENESS, busy },
  });
  #followed: { readonly run: string; readonly atMs: number } | undefined;
  #following = workToCallOff();
  #isStopped = false;

  constructor(private readonly options: ReliefsOptions) {
    this.#tables = new ReliefTables(join(options.folder, 'relief'));
  }

  /** @throws InputError CLI_BAD_DAY, STK_DAY_NOT_REACHED, STK_OTHER_MODEL, STK_LOSSES_NOT_YET; ApiError API_BUSY */
  async of(found: AskedRun, day: number): Promise<ReliefTable> {
    refuseDay(found, day);
    const { id } = found.row;
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const known = this.#tables.fresh(id, day, await this.options.stores.runs.commands(id));
      if (known) return known;
      await this.#queue.ask(id, day);
    }
    throw busy();
  }

  /** What is known by now; of what a command has made old, the newest is computed again. */
  async list({ manifest, row }: AskedRun): Promise<ReliefsTold> {
    const { id, projectedDay, status } = row;
    const commands = await this.options.stores.runs.commands(id);
    const tables = this.#tables.allFresh(id, commands);
    const newest = this.#tables.days(id).at(-1);
    if (newest !== undefined && newest !== tables.at(-1)?.day) void this.#soon(id, newest, URGENCY.paused);
    const next = EVERY_DAYS * (Math.floor(Math.max(0, projectedDay) / EVERY_DAYS) + 1);
    const nextDay = status === 'running' && next < manifest.days ? next : null;
    return { tables: tables.map(toldRelief), underWay: this.#queue.underWay(id), nextDay };
  }

  /** A day of a run is sealed. */
  dayClosed(run: string, day: number): void {
    if (day === 0) return;
    if (day % EVERY_DAYS === 0) void this.#soon(run, day, URGENCY.seventh);
    else void this.#follow(run, day - 1).catch((error: unknown) => this.#tell(error));
  }

  /** A run has come to stand after a day. Resolves when its table is there, or will not be. */
  async paused(run: string, day: number): Promise<void> {
    if (day >= 0) await this.#soon(run, day, URGENCY.paused);
  }

  forget(run: string): void {
    this.#tables.forget(run);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#queue.stop();
    await this.#thread.stop();
  }

  #soon(run: string, day: number, urgency: (typeof URGENCY)['paused' | 'seventh']): Promise<void> {
    return this.#queue.soon(run, day, urgency).catch((error: unknown) => this.#tell(error));
  }

  /** Of what nobody asked for. */
  #tell(error: unknown): void {
    if (!isRefusal(error)) this.options.onFailure(error);
  }

  /** @param day the last before the one whose relief may be asked for next */
  async #follow(id: string, day: number): Promise<void> {
    if (!this.#thread.isAtRest || !this.#isFollowed(id)) return;
    const { stores, workers } = this.options;
    const [manifest, commands] = await Promise.all([stores.runs.manifest(id), stores.runs.commands(id)]);
    if (!manifest) return;
    const run = pastOf(manifest, commands);
    const compiled = await this.#compiled(run, manifest);
    if (!this.#thread.isAtRest) return;
    const study = { run, day, workers, calledOff: workToCallOff() };
    this.#following = study.calledOff;
    await this.#thread.ask('follow', study, compiled);
  }

  #isFollowed(run: string): boolean {
    const { run: last, atMs } = this.#followed ?? { run, atMs: 0 };
    const now = performance.now();
    if (run !== last && now - atMs < FOLLOWED_MS) return false;
    this.#followed = { run, atMs: now };
    return true;
  }

  async #compute(id: string, day: number, calledOff: CallOff): Promise<void> {
    const { stores, workers } = this.options;
    const manifest = await stores.runs.manifest(id);
    if (!manifest) throw noSuchRun(id);
    const commands = await stores.runs.commands(id);
    if (this.#tables.fresh(id, day, commands)) return;
    const run = pastOf(manifest, commands);
    const compiled = await this.#compiled(run, manifest);
    callOff(this.#following);
    const ahead = this.#goAhead(run, day, compiled);
    const losses = await this.#lossesOf(manifest, day, calledOff).finally(() => callOff(ahead));
    const { accountsForLosses } = manifest;
    const study = { run, asked: { day, losses }, accountsForLosses, workers, calledOff };
    const table = await this.#thread.ask('relief', study, compiled);
    this.#keep(id, table, commands);
  }

  async #compiled(run: PastRun, manifest: RunManifest): Promise<Compiled> {
    return { of: run, carried: carriedOf(await this.options.compiled(manifest)) };
  }

  /** What can be done of the day's relief before its losses are known. */
  #goAhead(run: PastRun, day: number, compiled: Compiled): CallOff {
    const calledOff = workToCallOff();
    const { workers } = this.options;
    const study = { run, day: day - 1, isAskedFor: true, workers, calledOff };
    // What is wrong with the run is heard of by whoever asks for its relief.
    this.#thread.ask('follow', study, compiled).catch(() => undefined);
    return calledOff;
  }

  #keep(id: string, table: ReliefTable, commands: readonly Command[]): void {
    try {
      this.#tables.keep(id, table, commands);
    } catch (error) {
      this.options.onFailure(error); // The disk may be full: whoever asked has it all the same.
    }
  }

  /** Rows of the day; undefined where there are none to come, or they do not come in time. */
  async #lossesOf({ id, accountsForLosses }: RunManifest, day: number, calledOff: CallOff): Promise<Row[] | undefined> {
    if (!accountsForLosses) return undefined;
    const { metrics } = this.options.stores;
    const isOver = (): boolean => this.#isStopped || isCalledOff(calledOff);
    for (let waitedMs = 0; waitedMs <= LOSSES_WAIT_MS && !isOver(); waitedMs += LOSSES_LOOK_MS) {
      if ((await metrics.lossDays(id)).includes(day)) {
        return metrics.losses(id, { from: day, to: day });
      }
      await sleep(LOSSES_LOOK_MS);
    }
    return undefined;
  }
}

function busy(): Error {
  return tooBusy('too many reliefs are asked for.');
}

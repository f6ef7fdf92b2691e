// Control: it owns no model and no state but the run's row. It opens days as far as the window allows, begins a new
// attempt where records are missing, and ends the run. Each step is stored first and told on the log afterwards, so
// whatever is lost on the log can be told again from the row.
import { runDigest, type Hash64, type Party } from '#libs/kernel';
import { TOPICS, type Control, type Stream } from '#libs/messages';
import type { Clock } from './clock';
import { controlRecord } from './day-records';
import { heal } from './heal';
import type { MetricStore } from './metric-store';
import type { RecordLog } from './record-log';
import { RECOVERY } from './projection-life';
import { sourcesOf } from './run-model';
import type { RunManifest, RunRow, RunStore } from './run-store';
import { KEEP_DAYS } from './shard-life';
import type { StateStore } from './state-store';

/** Days that may be open beyond the last one projected while a run plays. */
export const WINDOW_DAYS = 4;
/** Runs under way at once; later ones wait for their first day. */
export const MAX_RUNS_UNDER_WAY = 8;
/** Nothing moves for so long, although the log takes records: somebody has lost something. */
export const STALL_MS = 10_000;
/** Until its first day is done a run is given longer: every service compiles it. */
const FIRST_DAY_MS = 60_000;
const TICK_MS = 50;
/** How often the newest control record is told again. */
const RETELL_MS = 1000;

export interface ControlOptions {
  readonly log: RecordLog;
  readonly runs: RunStore;
  readonly states: StateStore;
  readonly metrics: MetricStore;
  readonly hash: Hash64;
  readonly clock: Clock;
  /** Days between snapshots, where they are other than KEEP_DAYS. */
  readonly keepDays?: number | undefined;
  readonly onFailure: (error: unknown) => void;
  readonly onHeal?: (run: string, attempt: number, startDay: number, why: string) => void;
  readonly onOpen?: (run: RunManifest, day: number) => void;
}

/** What control remembers of a run between two looks; losing it costs a telling and a little patience. */
interface Watched {
  readonly manifest: RunManifest;
  toldAtMs: number;
  movedAtMs: number;
  projectedDay: number;
  attempt: number;
  nextOpenMs: number;
  forgottenDay: number;
}

export class ControlLoop {
  readonly #watched = new Map<string, Watched>();
  #isStopped = false;
  #wake: (() => void) | undefined;
  #looping: Promise<void> | undefined;
  #unwatch: (() => void) | undefined;

  constructor(private readonly options: ControlOptions) {}

  start(): void {
    this.#unwatch = this.options.runs.watch(() => this.#wake?.());
    this.#looping = this.#loop();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#unwatch?.();
    this.#wake?.();
    await this.#looping;
  }

  runsUnderWay(): readonly string[] {
    return [...this.#watched.keys()];
  }

  async #loop(): Promise<void> {
    const { clock, onFailure } = this.options;
    while (!this.#isStopped) {
      const woken = new Promise<void>((resolve) => (this.#wake = resolve));
      try {
        await this.look();
      } catch (error) {
        onFailure(error);
      }
      await Promise.race([woken, clock.sleep(TICK_MS)]);
    }
  }

  /** One look at every run under way. */
  async look(): Promise<void> {
    const rows = (await this.options.runs.rows('running')).reverse();
    const ids = new Set(rows.map(({ id }) => id));
    for (const id of this.#watched.keys()) if (!ids.has(id)) this.#watched.delete(id);
    for (const row of rows) {
      try {
        const watched = await this.#watch(row);
        if (watched) await this.#step(row, watched);
      } catch (error) {
        this.options.onFailure(error);
      }
    }
  }

  async #watch(row: RunRow): Promise<Watched | undefined> {
    const known = this.#watched.get(row.id);
    if (known) return known;
    if (this.#watched.size >= MAX_RUNS_UNDER_WAY) return undefined;
    const manifest = await this.options.runs.manifest(row.id);
    if (!manifest) return undefined;
    const now = this.options.clock.now();
    const watched: Watched = {
      ...{ manifest, toldAtMs: -Infinity, movedAtMs: now, nextOpenMs: 0, forgottenDay: -1 },
      ...{ projectedDay: row.projectedDay, attempt: row.attempt },
    };
    this.#watched.set(row.id, watched);
    return watched;
  }

  async #step(row: RunRow, watched: Watched): Promise<void> {
    const { clock, metrics, runs } = this.options;
    const { days } = watched.manifest;
    if (row.projectedDay > watched.projectedDay || row.attempt > watched.attempt) {
      watched.movedAtMs = clock.now();
      watched.projectedDay = row.projectedDay;
      watched.attempt = row.attempt;
    }
    if (row.projectedDay >= days - 1 && (await metrics.summary(row.id)) !== undefined) {
      await runs.end(row.id, await this.#digest(row.id));
      await this.#tell(watched.manifest, (await runs.row(row.id)) ?? row);
      this.#watched.delete(row.id);
      return;
    }
    const patienceMs = row.projectedDay < 0 ? FIRST_DAY_MS : STALL_MS;
    const isStalled = row.openedDay > row.projectedDay && clock.now() - watched.movedAtMs > patienceMs;
    if (row.gap !== null || isStalled) return this.#heal(row, watched, row.gap ?? 'nothing moved');
    if (await this.#openDays(row, watched)) return;
    // Not before its first day: whoever heard of the run would write before it is kept where the log stood.
    if (row.openedDay >= 0 && clock.now() - watched.toldAtMs >= RETELL_MS) {
      const before = clock.now();
      await this.#tell(watched.manifest, row);
      watched.toldAtMs = clock.now();
      // A log that takes its time is no reason to begin anew.
      if (watched.toldAtMs - before > RETELL_MS) watched.movedAtMs = watched.toldAtMs;
    }
    await this.#forgetSnapshots(row, watched);
  }

  /** Whether a day was opened. */
  async #openDays(row: RunRow, watched: Watched): Promise<boolean> {
    const { clock, runs, onOpen } = this.options;
    const { manifest } = watched;
    const target = row.mode === 'playing' ? row.projectedDay + WINDOW_DAYS : row.stepTo;
    let { openedDay } = row;
    const last = Math.min(manifest.days - 1, target, row.projectedDay + WINDOW_DAYS);
    let isFirst = true;
    while (openedDay < last && clock.now() >= watched.nextOpenMs) {
      if (openedDay < 0 && isFirst) await this.#markStart(manifest);
      isFirst = false;
      if (!(await runs.openDay(row.id, { day: openedDay + 1, attempt: row.attempt }))) return true;
      openedDay++;
      onOpen?.(manifest, openedDay);
      if (row.daysPerSecond !== null) watched.nextOpenMs = clock.now() + 1000 / row.daysPerSecond;
      if (openedDay === 0) watched.movedAtMs = clock.now();
    }
    if (openedDay === row.openedDay) return false;
    await this.#tell(manifest, (await runs.row(row.id)) ?? row);
    watched.toldAtMs = clock.now();
    return true;
  }

  /** Keeps where the log stands before anything of the run is written to it: whoever starts late reads on from there. */
  async #markStart(manifest: RunManifest): Promise<void> {
    const { states, log } = this.options;
    for (const source of [...sourcesOf(manifest), RECOVERY]) {
      const streams = streamsTo(source, manifest);
      const ends = await log.ends(streams);
      const offsets = streams.map((stream, i) => ({ stream, offset: ends[i] }));
      await states.save({ run: manifest.id, source, day: -1, attempt: 1, offsets, hash: '', bytes: new Uint8Array(0) });
    }
  }

  async #heal(row: RunRow, watched: Watched, why: string): Promise<void> {
    const healed = await heal(this.options, watched.manifest, row);
    if (!healed) return;
    this.options.onHeal?.(row.id, healed.attempt, healed.startDay, why);
    watched.movedAtMs = this.options.clock.now();
    await this.#tell(watched.manifest, (await this.options.runs.row(row.id)) ?? row);
  }

  /** Tells every reader of the run how far days are open. */
  async #tell(manifest: RunManifest, row: RunRow): Promise<void> {
    const { runs, log, clock } = this.options;
    const { attempt, startDay, openedDay } = row;
    const all = await runs.commands(row.id);
    const commands = all.filter(({ effectiveDay }) => effectiveDay <= openedDay);
    const control: Control = { attempt, startDay, openedDay, isOver: row.status !== 'running', commands };
    const body = Buffer.from(JSON.stringify(control));
    const records = [...sourcesOf(manifest), RECOVERY].map(({ stage, shard }) =>
      controlRecord({ run: row.id, attempt, day: openedDay }, body, { channel: 'control', to: stage, shard }),
    );
    const sent = log.send(records).then(() => true);
    // A log that keeps nothing for so long may lack a topic, and control would wait for ever: nobody but control heals.
    const isLate = (): Promise<boolean> => clock.sleep(RETELL_MS).then(() => false);
    while (!(await Promise.race([sent, isLate()]))) await log.ensureTopics();
  }

  async #digest(run: string): Promise<string> {
    const days = await this.options.metrics.digests(run);
    const parts = days.map(({ state, flow }) => ({ state: BigInt(`0x${state}`), flow: BigInt(`0x${flow}`) }));
    return runDigest(parts, this.options.hash);
  }

  async #forgetSnapshots(row: RunRow, watched: Watched): Promise<void> {
    const { states, keepDays = KEEP_DAYS } = this.options;
    if (row.projectedDay < watched.forgottenDay + 2 * keepDays) return;
    // Recovery's position counts as well: without one it would start at the end of the log.
    const readers = [...sourcesOf(watched.manifest), RECOVERY];
    const day = await states.commonDay(row.id, readers, row.projectedDay);
    if (day > watched.forgottenDay) await states.forgetBefore(row.id, day);
    watched.forgottenDay = Math.max(day, row.projectedDay - 2 * keepDays + 1);
  }
}

/** Streams that a reader may read; recovery reads those of every stage, too. */
function streamsTo({ stage, shard }: Party, { shards }: RunManifest): Stream[] {
  return TOPICS.flatMap(({ channel, to, partitions }): Stream[] => {
    if (stage === 'recovery' && to !== 'readers') {
      return Array.from({ length: Math.min(partitions, shards) }, (_, partition) => ({
        channel,
        to,
        shard: partition,
      }));
    }
    return to === stage ? [{ channel, to, shard }] : [];
  });
}

// What recovery makes of a run's days: the same fold, records and accounts as a run in one process, kept day by day in
// the store and told to the live feed. After a crash the days that are kept are simulated again, and held against their
// digests: the fold is a function of the manifest and the commands like everything else.
import { chainScope, fieldBytes, LossFold, RunFold, summarise, type FoldedDay } from '#libs/analysis';
import { formatDigest, runDigest, type DayDigest, type Hash64 } from '#libs/kernel';
import type { Command, Milestone, PlacedRecord } from '#libs/messages';
import type { Levers } from '#libs/model';
import type {
  LiveDay,
  LiveFeed,
  MetricStore,
  Projection,
  RecordLog,
  RunManifest,
  WholeDay,
  DayRecord,
} from '#libs/runtime';
import { leversOf } from '#libs/scenario';
import { CommandedScenario, compileHead } from './compiled-run';
import { digestsByStage, type StageDigests } from './ends';
import { accountsBeside, type AccountsBeside } from './losses/beside';
import { lossRows } from './losses/loss-rows';
import { recoverabilityBeside } from './recoverability-beside';
import { Recorder } from './recorder';
import { Simulation } from './simulation';

/** Enterprises up to which it is found out whether the chain comes back: it takes up to two years of days. */
const MOST_CHECKED = 100_000;

/** What recovery needs of the store of days. */
export type ProjectedStore = Pick<MetricStore, 'project' | 'projectLosses' | 'summarise' | 'digests'>;

export interface ProjectionOptions {
  readonly metrics: ProjectedStore;
  readonly feed: LiveFeed;
  readonly log: RecordLog;
  readonly hash: Hash64;
  /** Tries again what fails because a store is away. */
  readonly retry: <T>(action: () => Promise<T>) => Promise<T>;
}

class RunProjection implements Projection {
  readonly #scenario: CommandedScenario;
  readonly #fold: RunFold;
  readonly #recorder: Recorder;
  readonly #leversOn: (day: number) => Levers;
  readonly #days: DayDigest[] = [];
  readonly #accounts: AccountsBeside | undefined;
  readonly #lossFold: LossFold | undefined;
  #lossesKept: Promise<void> = Promise.resolve();
  #commands: readonly Command[] = [];

  constructor(
    private readonly manifest: RunManifest,
    private readonly options: ProjectionOptions,
  ) {
    this.#scenario = new CommandedScenario(compileHead(manifest));
    const { compiled } = this.#scenario;
    this.#fold = new RunFold(compiled);
    this.#recorder = new Recorder(compiled);
    this.#leversOn = leversOf(compiled.schedule);
    if (!manifest.accountsForLosses) return;
    this.#accounts = accountsBeside(compiled, (losses) => {
      this.#lossFold?.fold(losses);
      const rows = lossRows(compiled.chain, this.#accounts?.causes ?? [], losses);
      const { metrics, retry } = this.options;
      this.#lossesKept = this.#lossesKept.then(() => retry(() => metrics.projectLosses(manifest.id, losses.day, rows)));
    });
    if (this.#accounts) this.#lossFold = new LossFold(compiled.chain, this.#accounts.causes);
  }

  async catchUp(day: number, commands: readonly Command[]): Promise<void> {
    const { hash, metrics, retry } = this.options;
    this.#commands = commands;
    this.#scenario.take(commands);
    const kept = await retry(() => metrics.digests(this.manifest.id));
    // Cut as the services cut them: whoever folds days remembers where each frame's rows lie.
    const simulation = new Simulation(this.#scenario.compiled, { shards: this.manifest.shards, hash });
    await simulation.runTo(day + 1, async (today) => {
      this.#days.push(today.digest);
      this.#fold.fold(today.day, today.frames, today.levers);
      await this.#accounts?.add(today);
    });
    const differing = kept.find((one) => {
      const own = this.#days.at(one.day);
      return !own || formatDigest(own.state) !== one.state || formatDigest(own.flow) !== one.flow;
    });
    if (differing) throw new Error(`day ${differing.day} has another digest when it is simulated again`);
  }

  async project({ day, attempt, commands, frames, ends }: WholeDay): Promise<void> {
    this.#commands = commands;
    this.#scenario.take(commands);
    const digests = digestsByStage(ends);
    const levers = this.#leversOn(day);
    const folded = this.#fold.fold(day, frames, levers);
    const today = { day, frames, levers, digests: digests.stages, digest: digests.day };
    const record = this.#recorder.record(folded, today, { frames: false });
    this.#days.push(digests.day);
    await this.#publish(record.milestones, attempt, day);
    await this.#keep(record, fieldBytes(folded.board), digests);
    await this.options.feed.publish(this.#liveDay(folded));
    await this.#accounts?.add(today);
  }

  async finish(): Promise<void> {
    const { hash, metrics, retry } = this.options;
    await this.#accounts?.finish();
    await this.#lossesKept;
    const digest = runDigest(this.#days, hash);
    const losses = this.#lossFold?.summary() ?? null;
    const { manifest } = this;
    const isSmall = this.#scenario.compiled.chain.enterprises.count <= MOST_CHECKED;
    const recoverability = isSmall ? await recoverabilityBeside({ manifest, commands: this.#commands }) : null;
    const summary = summarise(this.#fold, { digest, recoverability, losses });
    await retry(() => metrics.summarise(this.manifest.id, JSON.stringify(summary)));
  }

  async stop(): Promise<void> {
    await this.#accounts?.stop();
  }

  /** Before the day is kept: told twice after a crash, with the same ids, rather than not at all. */
  async #publish(milestones: readonly Milestone[], attempt: number, day: number): Promise<void> {
    const stream: PlacedRecord['stream'] = { channel: 'milestones', to: 'readers', shard: 0 };
    const records = milestones.map((milestone, seq): PlacedRecord => {
      const body = Buffer.from(JSON.stringify(milestone));
      const from = { name: 'recovery' as const, shard: 0 };
      return { stream, record: { run: this.manifest.id, attempt, from, day, seq, type: 'milestone', body } };
    });
    if (records.length > 0) await this.options.log.send(records);
  }

  async #keep(record: DayRecord, field: Uint8Array, { stages, day: digest }: StageDigests): Promise<void> {
    const { metrics, retry } = this.options;
    const { day, date, rates, enterprises, milestones, milestonesCounted } = record;
    await retry(() =>
      metrics.project({
        ...{ run: this.manifest.id, day, date, rates, enterprises, milestones, milestonesCounted, field },
        state: formatDigest(digest.state),
        flow: formatDigest(digest.flow),
        stages: stages.map(({ stage, digest: { state, flow } }) => {
          return { stage, state: formatDigest(state), flow: formatDigest(flow) };
        }),
      }),
    );
  }

  #liveDay({ day, milestones, rates, staff }: FoldedDay): LiveDay {
    const { compiled, scopes } = this.#fold;
    const chain = chainScope(scopes);
    return {
      run: this.manifest.id,
      day,
      date: compiled.calendar.dateOf(day),
      resumption: rates.resumption[chain],
      returnToPost: staff.returnToPost[chain],
      capacityRecovery: rates.capacityRecovery[chain],
      throughput: rates.throughput[chain],
      lostValueAddedYuan: rates.lostValueAddedYuan[chain],
      milestones: milestones.length,
    };
  }
}

/** @throws InputError SCN_..., CSV_..., LOSS_TOO_MANY_CAUSES */
export function openProjection(manifest: RunManifest, options: ProjectionOptions): Projection {
  return new RunProjection(manifest, options);
}

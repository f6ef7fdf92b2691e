// What a study thread does, one question after another. It keeps the last chain that it compiled, the last tapes that it
// made, the state from which the last relief started, or the next would, with the shards opened for it, and the threads
// that followed it: the next question is mostly about the same run.
import { rmSync } from 'node:fs';
import { canAttribute } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { simulatedOf, type Simulation } from '#libs/simulation';
import { LastCompiled } from './last-compiled';
import type { CallOff } from './called-off';
import type { LiftedStart } from './lifted-start';
import { LiftedThreads } from './lifted-threads';
import { assertSame, DigestDiffers, type KeptDigest } from './home-coming/past';
import { recordRun } from './home-coming/record-run';
import type { PastRun } from './past-run';
import { recompute } from './recomputed';
import { LastStart } from './relief/last-start';
import { reliefOf } from './relief/relief-of';
import type { ReliefAsked } from './relief/relief-start';
import type { ReliefTable } from './relief/relief-table';
import type { TapesUnderWay } from './why/build';
import { roomFor } from './why/kept-tapes';
import { makeTapes, whyOf, type WhyAnswer, type WhyAsked } from './why/why-of';

export interface WhyStudy {
  readonly run: PastRun;
  readonly asked: WhyAsked & { readonly counterfactual: boolean };
  /** Of tapes of all runs; those of the runs asked about last stay. */
  readonly folder: string;
  readonly workers: number;
}

/** Tapes up to a day, before anybody asks why. */
export interface TapesStudy {
  readonly run: PastRun;
  readonly day: number;
  /** As in WhyStudy. */
  readonly folder: string;
  /** Days that are made by then stay, and are gone on from. */
  readonly calledOff: CallOff;
}

export interface ReliefStudy {
  readonly run: PastRun;
  /** `losses` undefined: none are kept, or not yet. */
  readonly asked: ReliefAsked;
  /** Whether there should be losses, as far as the rules allow it. */
  readonly accountsForLosses: boolean;
  readonly workers: number;
  readonly calledOff: CallOff;
}

/** A run that goes on: where the relief of its next day would start is made before anybody asks. */
interface FollowStudy {
  readonly run: PastRun;
  /** The last of its days that is done. */
  readonly day: number;
  readonly workers: number;
  readonly calledOff: CallOff;
}

export interface HomeComing {
  readonly run: PastRun;
  /** Of the archive. */
  readonly folder: string;
  readonly accountsForLosses: boolean;
  /** Every day is held against them. */
  readonly kept: readonly KeptDigest[];
}

export interface StudyJobs {
  readonly why: (study: WhyStudy) => Promise<WhyAnswer>;
  readonly tapes: (study: TapesStudy) => Promise<void>;
  readonly relief: (study: ReliefStudy) => Promise<ReliefTable>;
  readonly follow: (study: FollowStudy) => Promise<void>;
  /** @throws InputError STK_DIGEST_DIFFERS where a day is not as it was kept. @returns the digest */
  readonly archive: (home: HomeComing) => Promise<string>;
}

export function studyJobs(): StudyJobs {
  const compiler = new LastCompiled();
  const last: { tapes?: TapesUnderWay | undefined } = {};
  const lastStart = new LastStart();
  let lifted: LiftedThreads | undefined;
  /** None where there is one worker: that is this thread itself. They end with this one. */
  const threads = (workers: number): LiftedThreads | undefined =>
    workers === 1 ? undefined : (lifted ??= new LiftedThreads(workers));
  return {
    async why({ run, asked, folder, workers }) {
      const own = roomFor(folder, run.key, () => (last.tapes = undefined));
      const compiled = (): CompiledScenario => compiler.of(run);
      const { found, counterfactuals } = await whyOf(run, asked, {
        ...{ folder: own, compiled, last, workers, threads: threads(workers) },
      });
      return { ...found, counterfactuals: asked.counterfactual ? await counterfactuals() : null };
    },
    tapes({ run, day, folder, calledOff }) {
      const own = roomFor(folder, run.key, () => (last.tapes = undefined));
      return makeTapes(run, day, { folder: own, compiled: () => compiler.of(run), last }, calledOff);
    },
    relief({ run, asked, accountsForLosses, workers, calledOff }) {
      const compiled = compiler.of(run);
      if (accountsForLosses && asked.losses === undefined && canAttribute(compiled.chain.rules))
        throw notYet(asked.day);
      const nearest = asked.nearest ?? lastStart.before(asked.day, compiled.chain, run);
      const onStart = (simulation: Simulation): void => lastStart.keep(simulation, compiled.chain, run);
      const own = threads(workers);
      const spare = own?.startColumns(compiled.chain);
      return reliefOf(compiled, { ...asked, nearest, spare }, { workers, threads: own, calledOff, onStart });
    },
    async follow({ run, day, workers, calledOff }) {
      const compiled = compiler.of(run);
      const nearest = lastStart.before(day + 1, compiled.chain, run);
      const simulation = await recompute(compiled, { from: day + 1, to: day, nearest }, () => undefined);
      lastStart.keep(simulation, compiled.chain, run);
      const start = (): LiftedStart => ({
        ...{ day: day + 1, simulated: simulatedOf(compiled), before: simulation.snapshots() },
      });
      await threads(workers)?.readyFor(compiled.chain, start, calledOff);
    },
    async archive({ run, folder, accountsForLosses, kept }) {
      const recording = { shards: 1, folder, frames: false, losses: accountsForLosses };
      const compiled = compiler.of(run);
      try {
        const day = (_day: number, _fold: unknown, today: Parameters<typeof assertSame>[0]): void =>
          assertSame(today, kept);
        return (await recordRun({ ...run, compiled }, recording, { day })).digest;
      } catch (error) {
        rmSync(folder, { recursive: true, force: true });
        throw error instanceof DigestDiffers ? differs(run.name, error.day) : error;
      }
    },
  };
}

function notYet(day: number): InputError {
  const reason = `the losses of day ${day} are not accounted for yet.`;
  return new InputError({ code: 'STK_LOSSES_NOT_YET', path: 'day', reason, mend: 'Ask again in a few seconds.' });
}

function differs(name: string, day: number): InputError {
  const reason = `day ${day} of ${name} has another digest when it is computed here.`;
  const mend = 'Services of one version make the same days: see which ones run.';
  return new InputError({ code: 'STK_DIGEST_DIFFERS', path: 'run', reason, mend });
}

// What a study thread does, one question after another. It keeps the last chain that it compiled, the last tapes that it
// made, the state from which the last relief started, or the next would, with the shards opened for it, and the workers
// that followed it: the next question is mostly about the same run.
import { canAttribute } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { simulatedOf, type Simulation } from '#libs/simulation';
import { compiledOf, type CarriedScenario } from './carried';
import { LastCompiled, type CompiledOf } from './last-compiled';
import { CalledOff, isCalledOff, type CallOff } from './called-off';
import type { LiftedStart } from './lifted-start';
import { LiftedWorkers } from './lifted-workers';
import { comeHome, type HomeComing } from './home-coming/come-home';
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
  /** That relief is asked for as soon as its losses are known: what it is held against is made until then. */
  readonly isAskedFor?: boolean;
  readonly workers: number;
  readonly calledOff: CallOff;
}

/** What another thread has compiled for a run, before anything was decided in it. */
export interface Compiled {
  readonly of: CompiledOf;
  readonly carried: CarriedScenario;
}

export interface StudyJobs {
  readonly take: (compiled: Compiled) => Promise<void>;
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
  let workersKept: LiftedWorkers | undefined;
  /** This thread is one of them; the others end with it. */
  const liftedBy = (workers: number): LiftedWorkers => (workersKept ??= new LiftedWorkers(workers));
  return {
    take({ of, carried }) {
      compiler.take(of, compiledOf(carried));
      return Promise.resolve();
    },
    async why({ run, asked, folder, workers }) {
      const own = roomFor(folder, run.key, () => (last.tapes = undefined));
      const compiled = (): CompiledScenario => compiler.of(run);
      const { found, counterfactuals } = await whyOf(run, asked, {
        ...{ folder: own, compiled, last, lifted: liftedBy(workers) },
      });
      return { ...found, counterfactuals: asked.counterfactual ? await counterfactuals() : null };
    },
    tapes({ run, day, folder, calledOff }) {
      const own = roomFor(folder, run.key, () => (last.tapes = undefined));
      return makeTapes(run, day, { folder: own, compiled: () => compiler.of(run), last }, calledOff);
    },
    relief({ run, asked, accountsForLosses, workers, calledOff }) {
      if (isCalledOff(calledOff)) throw new CalledOff();
      const compiled = compiler.of(run);
      if (accountsForLosses && asked.losses === undefined && canAttribute(compiled.chain.rules))
        throw notYet(asked.day);
      const lifted = liftedBy(workers);
      const started = lifted.lastStart(compiled.chain);
      const spare = started?.columns;
      const nearest = asked.nearest ?? lastStart.before(asked.day, compiled.chain, run, started);
      const onStart = (simulation: Simulation): void => {
        lastStart.begin(asked.day, compiled.chain, run);
        lastStart.keep(simulation, compiled.chain, run);
      };
      return reliefOf(compiled, { ...asked, nearest, spare }, { lifted, calledOff, onStart });
    },
    async follow({ run, day, isAskedFor = false, workers, calledOff }) {
      const compiled = compiler.of(run);
      if (lastStart.isBeyond(day, compiled.chain, run)) return;
      const nearest = lastStart.before(day + 1, compiled.chain, run);
      const simulation = await recompute(compiled, { from: day + 1, to: day, nearest }, () => undefined);
      lastStart.keep(simulation, compiled.chain, run);
      const lifted = liftedBy(workers);
      const start = (): LiftedStart => {
        const before = simulation.snapshots(lifted.lastStart(compiled.chain)?.columns);
        lastStart.begin(day + 1, compiled.chain, run);
        return { day: day + 1, simulated: simulatedOf(compiled), before };
      };
      if (isAskedFor) await lifted.followAsItIs(start(), calledOff);
      else await lifted.readyFor(compiled.chain, start, calledOff);
    },
    archive: (home) => comeHome(home, compiler.of(home.run)),
  };
}

function notYet(day: number): InputError {
  const reason = `the losses of day ${day} are not accounted for yet.`;
  return new InputError({ code: 'STK_LOSSES_NOT_YET', path: 'day', reason, mend: 'Ask again in a few seconds.' });
}

// Makes the tapes of a run: computes it again and accounts for every day's losses. Asked for a later day, it goes on from
// where it stands.
import { archiveError } from '#libs/adapters';
import { actingGroups, canAttribute, rootCausesOf, TapeRecorder } from '#libs/analysis';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import { Simulation } from '#libs/simulation';
import { isCalledOff, type CallOff } from '../called-off';
import { CacheWriter, type CacheHead, type TapesOf } from './cache';

export interface TapedRun extends TapesOf {
  /** What the run is called where something is wrong. */
  readonly name: string;
}

export class TapesUnderWay {
  private constructor(
    readonly folder: string,
    readonly run: TapedRun,
    private readonly cache: CacheWriter,
    private readonly recorder: TapeRecorder,
    private readonly simulation: Simulation,
    private readonly sectorNames: CacheHead['sectorNames'],
  ) {}

  /** @param folder of the tapes; emptied. @throws InputError LOSS_NOT_ATTRIBUTED, ARC_CANNOT_WRITE */
  static begin(folder: string, compiled: CompiledScenario, run: TapedRun): TapesUnderWay {
    const { chain, schedule, spec } = compiled;
    refuseRules(run.name, chain.rules);
    const cache = openWriter(folder, run.name);
    const recorder = new TapeRecorder(chain, rootCausesOf(chain, actingGroups(schedule)));
    cache.add(recorder.eve());
    const simulation = new Simulation(compiled, { shards: 1 });
    const sectorNames = Object.fromEntries(
      Object.entries(spec.sectors).map(([id, { name }]) => [id, name ?? { en: id }]),
    );
    return new TapesUnderWay(folder, run, cache, recorder, simulation, sectorNames);
  }

  /** Makes the days that are missing up to `lastDay`, or until it is called off. @param progress told of each */
  async upTo(lastDay: number, progress: (day: number) => void, calledOff?: CallOff): Promise<void> {
    const { cache, recorder, simulation, sectorNames } = this;
    const { key, modelVersion } = this.run;
    while (simulation.after < lastDay && !isCalledOff(calledOff)) {
      await simulation.runTo(simulation.after + 2, ({ day, frames, levers }) => {
        cache.add(recorder.fold(day, frames, levers));
        progress(day);
      });
    }
    cache.finish({ key, modelVersion, lastDay: simulation.after, sectorNames, places: recorder.places() });
  }
}

function openWriter(folder: string, name: string): CacheWriter {
  try {
    return new CacheWriter(folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'error';
    const mend = 'Copy the archive to a folder that you may write to: what is computed is kept beside it.';
    throw archiveError('ARC_CANNOT_WRITE', name, `nothing can be kept in it (${code}).`, mend);
  }
}

function refuseRules(name: string, rules: Parameters<typeof canAttribute>[0]): void {
  if (canAttribute(rules)) return;
  throw new InputError({
    code: 'LOSS_NOT_ATTRIBUTED',
    place: { file: name },
    reason: 'losses are not attributed in the rhythm, or by the order split, of published models.',
    mend: 'Run the scenario with rhythm: daily and orders: {rule: plan}.',
  });
}

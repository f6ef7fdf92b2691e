// Asking for a run over the log: its texts are read and compiled before anything of it is kept, so a run that is there
// can be stepped. Whoever asks draws the name's end and reads the clock.
import { InputError, MAX_LOG_SHARDS } from '#libs/messages';
import { MODEL_VERSION } from '#libs/model';
import type { RunHead, RunManifest } from '#libs/runtime';
import {
  compileTexts,
  type CompiledScenario,
  type Intervention,
  type Override,
  type ScenarioTexts,
} from '#libs/scenario';

/** What a run is made from. */
export interface RunInputs {
  readonly texts: ScenarioTexts;
  readonly overrides: readonly Override[];
  readonly interventions: readonly Intervention[];
  readonly forkedFrom?: RunHead['forkedFrom'];
}

export interface RunRequest extends RunInputs {
  readonly shards: number;
  readonly accountsForLosses: boolean;
  readonly steppedBy: RunManifest['steppedBy'];
}

/** What is not of the scenario: who the run is, and since when. */
export interface RunNaming {
  /** End of the run's id, which begins with the scenario's and the seed. */
  readonly suffix: string;
  /** ISO 8601. */
  readonly createdAt: string;
  readonly idempotencyKey: string;
}

/** What the archive and the run store keep of a run's inputs. */
export function headOf(
  { texts, overrides, interventions, forkedFrom }: RunInputs,
  { spec }: Pick<CompiledScenario, 'spec'>,
): RunHead {
  return {
    scenario: { name: texts.name, text: texts.text },
    tables: texts.tables,
    overrides,
    interventions,
    forkedFrom,
    modelVersion: MODEL_VERSION,
    seed: spec.seed,
    days: spec.days,
    start: spec.start,
  };
}

/** @throws InputError RUN_BAD_SHARDS; SCN_..., CSV_..., CLI_BAD_SET as the command line would for the same texts */
export function manifestOf(
  request: RunRequest,
  { suffix, createdAt, idempotencyKey }: RunNaming,
  compile = compileTexts,
): RunManifest {
  const { texts, overrides, interventions, shards, accountsForLosses, steppedBy } = request;
  if (!Number.isInteger(shards) || shards < 1 || shards > MAX_LOG_SHARDS) {
    const mend = `Give a whole number from 1 to ${MAX_LOG_SHARDS}.`;
    throw new InputError({ code: 'RUN_BAD_SHARDS', path: 'shards', reason: `${shards} is not valid.`, mend });
  }
  const compiled = compile(texts, overrides, interventions);
  const head = headOf(request, compiled);
  const id = `${compiled.spec.id}-${head.seed}-${suffix}`;
  return { ...head, id, createdAt, shards, accountsForLosses, steppedBy, idempotencyKey };
}

/** The texts of a run that is kept. */
export function textsOf({ scenario, tables }: Pick<RunHead, 'scenario' | 'tables'>): ScenarioTexts {
  return { ...scenario, tables };
}

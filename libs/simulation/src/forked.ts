// A fork: the inputs of a run that shares another's past and goes on from a day with more decided. Whether the past is
// really the same shows when it is computed: a new series may reach back before the day.
import {
  addsSeries,
  compileTexts,
  intervene,
  interventionsFrom,
  type CompiledScenario,
  type Override,
} from '#libs/scenario';
import type { RunInputs } from './run-request';

export interface ForkParent extends RunInputs {
  readonly digest: string;
}

export interface Forked extends RunInputs {
  /** With the interventions laid over it. */
  readonly compiled: CompiledScenario;
  readonly forkedFrom: { readonly digest: string; readonly day: number };
}

/**
 * The parent's inputs with more decided from `day` on; new series are laid over its text.
 * @param settings as of `--set`
 * @throws InputError CLI_BAD_SET
 */
export function forkOf(parent: ForkParent, settings: readonly Override[], day: number): Forked {
  const { texts, digest } = parent;
  const compiled = compileTexts(texts, parent.overrides, parent.interventions);
  const added = settings.filter((setting) => addsSeries(compiled, setting));
  const decided = settings.filter((setting) => !added.includes(setting));
  const overrides = [...parent.overrides, ...added];
  const grown = added.length > 0 ? compileTexts(texts, overrides, parent.interventions) : compiled;
  const more = interventionsFrom(grown, decided, day);
  return {
    texts,
    overrides,
    interventions: [...parent.interventions, ...more],
    compiled: intervene(grown, more),
    forkedFrom: { digest, day },
  };
}

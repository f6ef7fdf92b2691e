// One evaluation: the scenario with the free numbers laid over it, run up to the last day that a target is about.
import { misfitOf, RunFold, type Misfit } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { type Override, compileTexts, type ScenarioTexts } from '#libs/scenario';
import { Simulation } from '#libs/simulation';

/** What an evaluation is told, as JSON: it runs in a process of its own, on the texts as they were when the fit began. */
export interface Trial {
  readonly texts: ScenarioTexts;
  /** By path. */
  readonly values: Readonly<Record<string, number>>;
}

/** @throws InputError FIT_NO_TARGET, FIT_NO_TOLERANCE, SCN_... */
export async function evaluate({ texts, values }: Trial): Promise<Misfit> {
  const overrides: Override[] = Object.entries(values).map(([path, value]) => ({ path, value: String(value) }));
  const whole = compileTexts(texts, overrides);
  const targets = whole.observations.filter(({ role }) => role === 'target');
  const refuse = (code: string, path: string, reason: string, mend: string): InputError =>
    new InputError({ code, place: { file: texts.name }, path, reason, mend });
  if (targets.length === 0)
    throw refuse('FIT_NO_TARGET', 'observations', 'nothing has the role target.', 'Give an observation role: target.');
  for (const { id, within } of targets) {
    if (within && Object.values(within).every((value) => value > 0)) continue;
    throw refuse(
      'FIT_NO_TOLERANCE',
      `observations.${id}`,
      'a target needs a tolerance.',
      'Write within: { points: 5 }.',
    );
  }
  const days = Math.min(whole.spec.days, Math.max(...targets.map(({ on }) => on)) + 1);
  const fold = new RunFold(whole);
  const simulation = new Simulation(whole, { shards: 1 });
  await simulation.runTo(days, ({ day, frames, levers }) => void fold.fold(day, frames, levers));
  return misfitOf(whole.observations, fold.observables);
}

// What is decided while a run goes on: from its day on an intervention's value stands in the track at its path, until
// the last day or until a later one. In the order of the list; of two that meet on one day the later in the list stands.
import { InputError } from '#libs/messages';
import { didYouMean, quoted } from './nearest';
import type { Track } from './series';

/** An intervention during a run: from `day` on the track at `path` has this value. */
export interface Intervention {
  readonly path: string;
  readonly day: number;
  readonly value: number;
}

/** The scenario as its levers are with the interventions: what steps, tells and counts a run reads this one. */
export function intervene<Compiled extends { readonly schedule: { readonly tracks: readonly Track[] } }>(
  compiled: Compiled,
  interventions: readonly Intervention[],
): Compiled {
  if (interventions.length === 0) return compiled;
  const { schedule } = compiled;
  return { ...compiled, schedule: { ...schedule, tracks: layOver(schedule.tracks, interventions) } };
}

/** @throws InputError SCN_UNKNOWN_LEVER, SCN_DATE_OUTSIDE, SCN_OUT_OF_RANGE */
export function layOver(tracks: readonly Track[], interventions: readonly Intervention[]): readonly Track[] {
  const laid = [...tracks];
  for (const { path, day, value } of interventions) {
    const index = laid.findIndex((track) => track.path === path);
    const fault = (code: string, reason: string, mend: string): InputError =>
      new InputError({ code, path, reason, mend });
    if (index < 0) {
      const known = laid.map((track) => track.path);
      throw fault('SCN_UNKNOWN_LEVER', `no lever ${quoted(path)}.`, didYouMean(path, known));
    }
    const { values, most } = laid[index];
    if (!(Number.isInteger(day) && day >= 0 && day < values.length)) {
      throw fault('SCN_DATE_OUTSIDE', `day ${day} lies outside the run.`, `Give a day from 0 to ${values.length - 1}.`);
    }
    if (!(value >= 0 && value <= most)) {
      throw fault('SCN_OUT_OF_RANGE', `${value} is not valid.`, `Give a number from 0 to ${most}.`);
    }
    laid[index] = { ...laid[index], values: values.slice().fill(value, day) };
  }
  return laid;
}

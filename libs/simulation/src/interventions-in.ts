// What may be decided in a run that is under way: what a fork may decide, except for series that the scenario does not
// have, for its text is settled.
import { InputError } from '#libs/messages';
import type { RunHead } from '#libs/runtime';
import { addsSeries, interventionsFrom, type Intervention, type Override } from '#libs/scenario';
import { compileHead } from './compiled-run';

/**
 * Checks settings against a run's own scenario.
 * @param settings as of `--set`
 * @param day from which they are to stand; dates in them are compared with it
 * @throws InputError CLI_BAD_SET; RUN_NEW_SERIES for a lever, curve or shock that the scenario does not have;
 *   RUN_NO_SUCH_DAY
 */
export function interventionsIn(run: RunHead, settings: readonly Override[], day: number): Intervention[] {
  if (!Number.isInteger(day) || day < 0 || day >= run.days) {
    const reason = `${day} is no day of the run.`;
    throw new InputError({ code: 'RUN_NO_SUCH_DAY', path: 'day', reason, mend: `Days go from 0 to ${run.days - 1}.` });
  }
  const compiled = compileHead(run);
  const added = settings.find((setting) => addsSeries(compiled, setting));
  if (added) {
    const reason = 'the scenario of the run has no such series, and a run under way takes no new ones.';
    throw new InputError({ code: 'RUN_NEW_SERIES', path: added.path, reason, mend: 'Fork the run, and set it there.' });
  }
  return interventionsFrom(compiled, settings, day);
}

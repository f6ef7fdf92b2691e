// `resumption run FILE -n 20`: one scenario under many seeds, as a band.
import { InputError } from '#libs/messages';
import { parseScenario, type Override } from '#libs/scenario';
import { bandSummary } from '../banded';
import type { Context } from '../context';
import { readScenario } from '../load-scenario';
import { runMembers } from '../members';
import { overridesOf, wholeNumber } from '../overrides';
import { MOST_WORKERS } from '#libs/studies';
import { drawBand } from '../terminal';
import type { RunOptions } from './run';

const MOST_MEMBERS = 1000;

/** @throws InputError for what a band cannot have, and of the first member that cannot be run */
export async function band(path: string, options: RunOptions, context: Context): Promise<void> {
  const count = wholeNumber('-n', options.members ?? '', { least: 2, most: MOST_MEMBERS });
  const workers = workersOf(options.workers);
  if (options.out !== undefined || options.frames) {
    const mend = 'Run one of its seeds alone to keep it.';
    throw new InputError({ code: 'CLI_NO_ARCHIVE', path: '-n', reason: 'a band keeps no archives.', mend });
  }
  const overrides = overridesOf(options);
  const texts = readScenario(path, overrides);
  const { spec } = parseScenario(texts.text, texts.name, overrides);
  const inputs = Array.from({ length: count }, (_, at) => {
    const seed: Override = { path: 'seed', value: String(spec.seed + at) };
    return { overrides: [...overrides, seed], interventions: [] };
  });
  const members = await runMembers(texts, inputs, workers, context);
  const summary = bandSummary(spec, members);
  if (options.json) context.out(`${JSON.stringify(summary)}\n`);
  else context.out(`${drawBand(summary, context)}\n`);
}

/** Worker threads; as many as cores where left out. @throws InputError CLI_BAD_NUMBER */
export function workersOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : wholeNumber('--workers', text, { least: 1, most: MOST_WORKERS });
}

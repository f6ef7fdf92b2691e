// `resumption fork DIR@DAY --set path=value`: a run that shares the past of an archive and goes on with other levers.
// The past is computed again from day 0 and compared day by day: what is told of later days (milestones and their
// causes, observations) needs every day before, so a snapshot alone would not do.
import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { readArchive, type ArchivedDigests } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { archivedTexts, refuseOtherModel } from '#libs/studies';
import { EXIT, type Context } from '../context';
import { overridesOf } from '../overrides';
import { dayOfRun, splitPlace } from '../place';
import { forkOf, hexOf, type SimulatedDay } from '#libs/simulation';
import { drawRun } from '../terminal';
import { runDates, wordsOf } from '#libs/words';
import { simulateRun } from './run';

export interface ForkOptions {
  readonly set?: readonly string[];
  readonly out?: string;
  readonly json?: boolean;
}

/** @returns the exit code: 3 when the past cannot be computed again as it was */
export async function fork(place: string, options: ForkOptions, context: Context): Promise<number> {
  const { folder, dayText } = splitPlace(place, 'fork');
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  const day = dayOfRun(archive, dayText);
  const settings = overridesOf({ set: options.set ?? [] });
  if (settings.length === 0) {
    const mend = 'Write --set levers.passes=120, for one.';
    throw new InputError({ code: 'CLI_NOTHING_SET', path: '--set', reason: 'nothing would differ.', mend });
  }
  const run = forkOf({ ...archive.manifest, texts: archivedTexts(archive) }, settings, day);
  const out = options.out ?? `${folder}-fork-${day}`;
  refuseSame(folder, out);
  const past = await archive.digests();
  try {
    const check = (today: SimulatedDay): void => {
      if (today.day < day) refuseOtherPast(today, past);
    };
    const summary = await simulateRun(run, { shards: 1, folder: out, frames: false, losses: true }, context, check);
    const { forkedFrom, interventions } = run;
    if (options.json) context.out(`${JSON.stringify({ ...summary, folder: out, forkedFrom, interventions })}\n`);
    else {
      const { language, width, color } = context;
      const words = wordsOf(language);
      const dates = runDates({ start: summary.start, days: summary.days, language });
      const sets = settings.map(({ path, value }) => `${path} = ${value}`).join(words.comma);
      context.out(`${words.forkOf(folder, dates.of(day), day)}${words.colon}${sets}\n${words.samePast(day)}\n\n`);
      const next = `resumption compare ${folder} ${out}`;
      context.out(`${drawRun(summary, { language, width, color, saved: out, next })}\n`);
    }
    return EXIT.ok;
  } catch (error) {
    if (!(error instanceof OtherPast)) throw error;
    context.err(`ARC_OTHER_PAST ${folder}: ${error.message}\n`);
    return EXIT.differs;
  }
}

/** The days before the fork are not those of the parent. */
class OtherPast extends Error {}

function refuseOtherPast({ day, digests }: SimulatedDay, past: readonly ArchivedDigests[]): void {
  for (const { stage, digest } of digests) {
    const was = past.at(day)?.stages[stage];
    const is = hexOf(digest);
    if (was?.state === is.state && was.flow === is.flow) continue;
    throw new OtherPast(
      `day ${day} of ${stage} is not as it was: what is set reaches back before the fork, or the archive was made otherwise (resumption replay tells).`,
    );
  }
}

/** A fork never takes the place of its parent. */
function refuseSame(folder: string, out: string): void {
  const real = (path: string): string => (existsSync(path) ? realpathSync(path) : resolve(path));
  if (real(folder) !== real(out)) return;
  const mend = 'Name another one with --out.';
  throw new InputError({ code: 'CLI_FOLDER_IN_USE', place: { file: out }, reason: 'this is the parent.', mend });
}

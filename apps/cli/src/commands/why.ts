// `resumption why DIR ENTERPRISE@DAY`: why an enterprise lost output on a day, as a tree that ends in root causes.
import { join } from 'node:path';
import { readArchive, WHY_CACHE } from '#libs/adapters';
import { InputError } from '#libs/messages';
import { MOST_WHY_DEPTH, pastOfArchive, refuseOtherModel, whyDay, whyOf } from '#libs/studies';
import type { Context } from '../context';
import { wholeNumber } from '../overrides';
import { drawCounterfactuals, drawWhy } from '../terminal';
import { wordsOf } from '#libs/words';

export interface WhyOptions {
  readonly depth?: string;
  readonly counterfactual?: boolean;
  readonly json?: boolean;
}

/** @throws InputError CLI_BAD_WHY, CLI_BAD_DAY, CLI_UNKNOWN_ENTERPRISE, ARC_... */
export async function why(folder: string, asked: string, options: WhyOptions, context: Context): Promise<void> {
  const depth = wholeNumber('--depth', options.depth ?? '3', { least: 1, most: MOST_WHY_DEPTH });
  const at = asked.lastIndexOf('@');
  if (at < 1) throw badQuestion(asked);
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  const run = pastOfArchive(folder, archive);
  const day = whyDay(asked.slice(at + 1), run);
  const words = wordsOf(context.language);
  let isBuilt = false;
  const { found, sectorNames, counterfactuals } = await whyOf(
    run,
    { enterprise: asked.slice(0, at), day, depth },
    {
      folder: join(folder, WHY_CACHE),
      progress: (done, all) => {
        isBuilt = true;
        if (context.isInteractive) context.err(`\r${words.whyBuilding(done, all)}`);
      },
    },
  );
  if (isBuilt && context.isInteractive) context.err('\r\u001b[2K');
  const isCompared = options.counterfactual !== false;
  if (options.json) {
    context.out(`${JSON.stringify({ ...found, counterfactuals: isCompared ? await counterfactuals() : null })}\n`);
    return;
  }
  const drawn = { ...found, start: run.start, days: run.days, sectorNames };
  context.out(`${drawWhy(drawn, context)}\n`);
  const compared = isCompared ? await counterfactuals() : null;
  if (compared) context.out(`\n${drawCounterfactuals(drawn, compared, context)}\n`);
}

function badQuestion(asked: string): InputError {
  return new InputError({
    code: 'CLI_BAD_WHY',
    path: asked.slice(0, 60),
    reason: 'this is no enterprise and day.',
    mend: 'Write the enterprise, @ and a day or date: alice@22, alice@2020-02-23.',
  });
}

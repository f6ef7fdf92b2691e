// `resumption why DIR ENTERPRISE@DAY`: why an enterprise lost output on a day, as a tree that ends in root causes.
import { readArchive } from '#libs/adapters';
import { whyTree } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { Calendar, didYouMean } from '#libs/scenario';
import { refuseOtherModel } from '../archived';
import type { Context } from '../context';
import { wholeNumber } from '../overrides';
import { drawCounterfactuals, drawWhy } from '../terminal';
import { buildCache } from '../why/build';
import { WhyCache } from '../why/cache';
import { counterfactualsOf, type Counterfactual } from '../why/counterfactual';
import { wordsOf } from '#libs/words';

export interface WhyOptions {
  readonly depth?: string;
  readonly counterfactual?: boolean;
  readonly json?: boolean;
}

const MOST_DEPTH = 12;

/** @throws InputError CLI_BAD_WHY, CLI_BAD_DAY, CLI_UNKNOWN_ENTERPRISE, ARC_... */
export async function why(folder: string, asked: string, options: WhyOptions, context: Context): Promise<void> {
  const depth = wholeNumber('--depth', options.depth ?? '3', { least: 1, most: MOST_DEPTH });
  const at = asked.lastIndexOf('@');
  if (at < 1) throw badQuestion(asked);
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  const { manifest } = archive;
  const calendar = new Calendar(manifest.start);
  const day = dayOf(asked.slice(at + 1), manifest.days, calendar);
  const id = asked.slice(0, at);
  const cache = await cacheOf(folder, { ...manifest, id, day }, context);
  const { places, head } = cache;
  const enterprise = enterpriseOf(id, places.enterprises);
  const tree = whyTree(cache, { enterprise, day, depth });
  const baseYuan = places.baseOutputYuan[enterprise];
  const outputYuan = cache.output(day, enterprise);
  cache.close();
  const sector = places.sectors[places.sector[enterprise]];
  const lostYuan = Math.max(0, baseYuan - outputYuan);
  const answer = {
    enterprise: id,
    sector,
    day,
    date: calendar.dateOf(day),
    baseYuan,
    outputYuan,
    lostYuan,
  };
  const found = lostYuan > LOSS_SNAP * baseYuan ? tree : null;
  const isCompared = found !== null && options.counterfactual !== false;
  const compare = (): Promise<Counterfactual[]> | null =>
    isCompared ? counterfactualsOf(archive, found, { enterprise, day }) : null;
  if (options.json) {
    context.out(`${JSON.stringify({ ...answer, tree: found, counterfactuals: await compare() })}\n`);
    return;
  }
  const drawn = { ...answer, tree: found, start: manifest.start, days: manifest.days, sectorNames: head.sectorNames };
  context.out(`${drawWhy(drawn, context)}\n`);
  const counterfactuals = await compare();
  if (counterfactuals) context.out(`\n${drawCounterfactuals(drawn, counterfactuals, context)}\n`);
}

/** Losses below this share of base output are rounding. */
const LOSS_SNAP = 1e-9;

/** The tapes up to the day, made where they are not there yet. */
async function cacheOf(
  folder: string,
  run: { digest: string; modelVersion: string; id: string; day: number },
  context: Context,
): Promise<WhyCache> {
  const { digest, modelVersion, id, day } = run;
  const known = WhyCache.open(folder, run, day);
  if (known) return known;
  const words = wordsOf(context.language);
  await buildCache(folder, {
    ...{ digest, modelVersion, lastDay: day },
    check: (enterprises) => void enterpriseOf(id, enterprises),
    progress: (done) => {
      if (context.isInteractive) context.err(`\r${words.whyBuilding(done + 1, day + 1)}`);
    },
  });
  if (context.isInteractive) context.err('\r\u001b[2K');
  const made = WhyCache.open(folder, run, day);
  if (!made) throw new Error(`the tapes of ${folder} cannot be read back`);
  return made;
}

function dayOf(text: string, days: number, calendar: Calendar): number {
  const day = calendar.dayOf(text);
  if (Number.isInteger(day) && day >= 0 && day < days) return day;
  throw new InputError({
    code: 'CLI_BAD_DAY',
    path: text.slice(0, 60),
    reason: 'this is no day of the run.',
    mend: `Write a day from 0 to ${days - 1}, or a date from ${calendar.dateOf(0)} to ${calendar.dateOf(days - 1)}.`,
  });
}

function enterpriseOf(id: string, ids: readonly string[]): number {
  const row = ids.indexOf(id);
  if (row >= 0) return row;
  // Of tens of thousands, those that begin alike are looked at first.
  const begins = id.slice(0, 3).toLowerCase();
  const alike = ids.filter((one) => one.toLowerCase().startsWith(begins));
  throw new InputError({
    code: 'CLI_UNKNOWN_ENTERPRISE',
    path: id.slice(0, 60),
    reason: 'there is no such enterprise in the run.',
    mend: didYouMean(id, alike.length > 0 ? alike : ids),
  });
}

function badQuestion(asked: string): InputError {
  return new InputError({
    code: 'CLI_BAD_WHY',
    path: asked.slice(0, 60),
    reason: 'this is no enterprise and day.',
    mend: 'Write the enterprise, @ and a day or date: alice@22, alice@2020-02-23.',
  });
}

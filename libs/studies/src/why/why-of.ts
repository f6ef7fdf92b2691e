// Why an enterprise lost output on a day of a run: the tree of causes, and what would have been without the largest ones.
import { whyTree, type WhyNode } from '#libs/analysis';
import { InputError } from '#libs/messages';
import { Calendar, didYouMean, type CompiledScenario } from '#libs/scenario';
import type { CallOff } from '../called-off';
import type { LiftedWorkers } from '../lifted-workers';
import { compilePast, type PastRun } from '../past-run';
import { TapesUnderWay } from './build';
import { WhyCache, type CacheHead } from './cache';
import { counterfactualsOf, type Counterfactual } from './counterfactual';

export const MOST_WHY_DEPTH = 12;
/** Losses below this share of base output are rounding. */
const LOSS_SNAP = 1e-9;

export interface WhyAsked {
  readonly enterprise: string;
  readonly day: number;
  readonly depth: number;
}

export interface WhyFound {
  readonly enterprise: string;
  readonly sector: string;
  readonly day: number;
  readonly date: string;
  readonly baseYuan: number;
  readonly outputYuan: number;
  readonly lostYuan: number;
  /** Null where nothing was lost. */
  readonly tree: WhyNode | null;
}

/** As `resumption why --json` prints it. */
export interface WhyAnswer extends WhyFound {
  readonly counterfactuals: readonly Counterfactual[] | null;
}

export interface WhyWork {
  /** Of the run's tapes. */
  readonly folder: string;
  /** The run compiled, where it is at hand; asked for only when it is needed. */
  readonly compiled?: () => CompiledScenario;
  /** Whoever asks again and again keeps the last run's tapes under way here, so that a later day costs its own days. */
  readonly last?: { tapes?: TapesUnderWay | undefined };
  readonly workers?: number | undefined;
  readonly lifted?: LiftedWorkers | undefined;
  /** Told of days done, out of all, when tapes have to be made. */
  readonly progress?: ((done: number, all: number) => void) | undefined;
}

/** The answers to one question, in the order in which they are there. */
export interface Why {
  readonly found: WhyFound;
  readonly sectorNames: CacheHead['sectorNames'];
  /** Computes the run again without the largest causes; null where nothing was lost. */
  readonly counterfactuals: () => Promise<Counterfactual[] | null>;
}

/** @throws InputError CLI_UNKNOWN_ENTERPRISE, CLI_BAD_DAY, LOSS_NOT_ATTRIBUTED, ARC_CANNOT_WRITE */
export async function whyOf(run: PastRun, asked: WhyAsked, work: WhyWork): Promise<Why> {
  const { enterprise: id, day, depth } = asked;
  const calendar = new Calendar(run.start);
  if (day < 0 || day >= run.days) throw badDay(String(day), run.days, calendar);
  let compiledOnce: CompiledScenario | undefined;
  const compiled = (): CompiledScenario => (compiledOnce ??= work.compiled?.() ?? compilePast(run));
  const cache = await cacheOf(run, asked, compiled, work);
  try {
    const { places, head } = cache;
    const enterprise = enterpriseOf(id, places.enterprises);
    const tree = whyTree(cache, { enterprise, day, depth });
    const baseYuan = places.baseOutputYuan[enterprise];
    const outputYuan = cache.output(day, enterprise);
    const lostYuan = Math.max(0, baseYuan - outputYuan);
    const found = lostYuan > LOSS_SNAP * baseYuan ? tree : null;
    const sector = places.sectors[places.sector[enterprise]];
    return {
      found: {
        ...{ enterprise: id, sector, day, date: calendar.dateOf(day), baseYuan, outputYuan, lostYuan },
        tree: found,
      },
      sectorNames: head.sectorNames,
      counterfactuals: async () =>
        found && counterfactualsOf(compiled(), found, { enterprise, day, workers: work.workers, lifted: work.lifted }),
    };
  } finally {
    cache.close();
  }
}

/** Makes the tapes up to a day before anybody asks. @throws InputError LOSS_NOT_ATTRIBUTED, ARC_CANNOT_WRITE */
export async function makeTapes(run: PastRun, day: number, work: WhyWork, calledOff?: CallOff): Promise<void> {
  if (WhyCache.open(work.folder, run, day) !== undefined) return;
  const compiled = work.compiled ?? ((): CompiledScenario => compilePast(run));
  await madeUpTo(run, day, compiled, work, calledOff);
}

/** The tapes up to the day, made where they are not there yet. */
async function cacheOf(
  run: PastRun,
  { enterprise, day }: WhyAsked,
  compiled: () => CompiledScenario,
  work: WhyWork,
): Promise<WhyCache> {
  const known = WhyCache.open(work.folder, run, day);
  if (known) return known;
  enterpriseOf(enterprise, compiled().chain.enterprises.ids);
  await madeUpTo(run, day, compiled, work);
  const made = WhyCache.open(work.folder, run, day);
  if (!made) throw new Error(`the tapes of ${run.name} cannot be read back`);
  return made;
}

async function madeUpTo(
  run: PastRun,
  day: number,
  compiled: () => CompiledScenario,
  { folder, last = {}, progress }: WhyWork,
  calledOff?: CallOff,
): Promise<void> {
  const begun = isOf(last.tapes, folder, run) ? last.tapes : undefined;
  // One that fails on its way is not gone on with.
  last.tapes = undefined;
  const tapes = begun ?? TapesUnderWay.begin(folder, compiled(), run);
  await tapes.upTo(day, (done) => progress?.(done + 1, day + 1), calledOff);
  last.tapes = tapes;
}

function isOf(tapes: TapesUnderWay | undefined, folder: string, run: PastRun): boolean {
  return tapes?.folder === folder && tapes.run.key === run.key && WhyCache.open(folder, run, 0) !== undefined;
}

/** A day by number or date. @throws InputError CLI_BAD_DAY */
export function whyDay(text: string, { start, days }: Pick<PastRun, 'start' | 'days'>): number {
  const calendar = new Calendar(start);
  const day = calendar.dayOf(text);
  if (Number.isInteger(day) && day >= 0 && day < days) return day;
  throw badDay(text, days, calendar);
}

function badDay(text: string, days: number, calendar: Calendar): InputError {
  return new InputError({
    code: 'CLI_BAD_DAY',
    path: text.slice(0, 60),
    reason: 'this is no day of the run.',
    mend: `Write a day from 0 to ${days - 1}, or a date from ${calendar.dateOf(0)} to ${calendar.dateOf(days - 1)}.`,
  });
}

function enterpriseOf(id: string, ids: readonly string[]): number {
  const row = ids.indexOf(id);
  if (row >= 0) return row;
  // Of tens of thousands, those that begin alike are looked at alone: as many letters alike as there are any.
  const begun = [3, 2, 1, 0].map((letters) => id.slice(0, letters).toLowerCase());
  const alike = begun.map((letters) => ids.filter((one) => one.toLowerCase().startsWith(letters)));
  const nearest = alike.find((some) => some.length > 0) ?? ids;
  throw new InputError({
    code: 'CLI_UNKNOWN_ENTERPRISE',
    path: id.slice(0, 60),
    reason: 'there is no such enterprise in the run.',
    mend: didYouMean(id, nearest),
  });
}

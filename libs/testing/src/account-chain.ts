// Runs a chain of a property and accounts for its losses.
import type { Frame } from '#libs/kernel';
import type { Levers } from '#libs/model';
import { LossAccounts, rootCausesOf, type DayLosses } from '#libs/analysis';
import { assembleChain } from '#libs/scenario';
import { everythingActs, openMarket } from './any-textile';
import { draftOf, groupShape, type ChainSketch } from './draft-of';
import { runChain, type ChainDayEnd } from './run-chain';

interface AccountedChain {
  readonly sketch: ChainSketch;
  readonly days: number;
  readonly shards?: number;
  /** Makes the start depart from the baseline. */
  readonly start?: (draft: ReturnType<typeof draftOf>) => void;
  /** Changes the day's levers; a group is a row of the sketch. */
  readonly change?: (levers: Levers, day: number) => void;
  /** Order in which a day's frames arrive. */
  readonly arrange?: (frames: readonly Frame[]) => readonly Frame[];
  readonly onDay?: (accounts: LossAccounts, losses: DayLosses, end: ChainDayEnd) => void;
}

export function accountChain({ sketch, days, shards, start, change, arrange, onDay }: AccountedChain): LossAccounts {
  const draft = draftOf(sketch);
  start?.(draft);
  const chain = assembleChain(draft);
  const accounts = new LossAccounts(chain, rootCausesOf(chain, everythingActs));
  let today: Levers | undefined;
  runChain({
    ...{ chain, days, shards: shards ?? 1, shape: groupShape(sketch) },
    change: (levers, day) => {
      openMarket(chain, levers);
      change?.(levers, day);
      today = levers;
    },
    onDay: (end) => {
      if (!today) throw new Error('no levers');
      const losses = accounts.fold(end.day, arrange ? arrange(end.frames) : end.frames, today);
      onDay?.(accounts, losses, end);
    },
  });
  return accounts;
}

/** Output lost inside the chain on the day accounted for last. */
export function lostYuan({ chain, books }: LossAccounts): number {
  const { baseOutputYuan, sector } = chain.enterprises;
  return baseOutputYuan.reduce((all, base, i) => {
    const ratio = books.board.outputYuan[i] / base;
    return all + (1 - ratio > 1e-9 && !chain.sectors[sector[i]].outside ? (1 - ratio) * base : 0);
  }, 0);
}

/** How far, relatively, a day's attributed losses are from what is lost. */
export function misattributed(accounts: LossAccounts, { grossYuan }: DayLosses): number {
  const lost = lostYuan(accounts);
  const sum = grossYuan.reduce((all, yuan) => all + yuan, 0);
  return lost === 0 ? sum : Math.abs(sum / lost - 1);
}

/** How far the shares of any touched composition are from 1. */
export function unwhole({ books }: LossAccounts): number {
  const { compositions } = books.carriers;
  const { touched } = compositions;
  let worst = 0;
  for (let row = 0; row < touched.length; row++) {
    if (touched[row] === 0) continue;
    const sum = compositions.sharesOf(row).reduce((all, share) => all + share, 0);
    worst = Math.max(worst, Math.abs(sum - 1));
  }
  return worst;
}

/** Yuan of a day's losses by the sector that loses, the cause and its origin; sectors by position. */
export function attributed(
  { causes }: LossAccounts,
  { grossYuan }: DayLosses,
): { hit: number; cause: string; origin: number; yuan: number }[] {
  return Array.from(grossYuan, (yuan, at) => {
    const { cause, sector } = causes.list[at % causes.count];
    return { hit: Math.floor(at / causes.count), cause, origin: sector, yuan };
  }).filter(({ yuan }) => yuan !== 0);
}

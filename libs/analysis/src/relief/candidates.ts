// Which relaxations are worth a run. By the accounts of the day: every (cause, sector) that can be lifted and has at least
// 2 % of the day's loss in value added. Where a run kept no accounts, by what binds: every (sector, constraint of its own)
// that holds down at least 2 % of it, final demand where that falls short, the roads where goods wait, and outside sellers
// that cannot make their base.
import { BINDING_CONSTRAINTS, type BindingConstraint, type LossCause } from '#libs/messages';
import type { Frame } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { DayBoard } from '../day-board';
import { LIFTABLE, type Lift, type LiftableCause } from './lift';

const LEAST_SHARE = 0.02;

/** The cause that is lifted where a constraint binds; inputs are somebody else's. */
const CAUSE_OF: Partial<Record<BindingConstraint, LiftableCause>> = {
  demand: 'final-demand',
  gate: 'gate',
  capacity: 'capacity',
  utility: 'utility',
  labour: 'labour',
  masks: 'masks',
  closure: 'closure',
};

/** A root cause's loss of a day in value added; `origin` is a sector's id, or none's for the roads. */
interface LossOfDay {
  readonly cause: LossCause | undefined;
  readonly origin: string;
  readonly lostYuan: number;
}

/** @returns largest loss first */
export function liftsByLosses({ sectors }: Chain, losses: readonly LossOfDay[]): Lift[] {
  const byLift = new Map<string, { lift: Lift; lostYuan: number }>();
  let all = 0;
  for (const { cause, origin, lostYuan } of losses) {
    all += lostYuan;
    const lift = cause && liftOf({ sectors }, cause, origin);
    if (!lift) continue;
    const key = `${cause} ${origin}`;
    byLift.set(key, { lift, lostYuan: lostYuan + (byLift.get(key)?.lostYuan ?? 0) });
  }
  return [...byLift.values()]
    .filter(({ lostYuan }) => all > 0 && lostYuan >= LEAST_SHARE * all)
    .sort((a, b) => b.lostYuan - a.lostYuan)
    .map(({ lift }) => lift);
}

/** What removes a root cause; undefined where nothing does: how a run starts, what stock is aimed at. */
export function liftOf({ sectors }: Pick<Chain, 'sectors'>, cause: LossCause, origin: string | null): Lift | undefined {
  if (!isLiftable(cause)) return undefined;
  const sector = sectors.findIndex(({ id }) => id === origin);
  return { cause, sector: sector < 0 ? null : sector };
}

function isLiftable(cause: LossCause): cause is LiftableCause {
  return Object.hasOwn(LIFTABLE, cause);
}

/** @param frames of the day. @returns in the order of sectors and constraints, the roads last */
export function liftsByConstraints(chain: Chain, frames: readonly Frame[]): Lift[] {
  const board = new DayBoard(chain);
  board.read(frames);
  const kinds = BINDING_CONSTRAINTS.length;
  const lost = new Float64Array(chain.sectors.length * kinds);
  let all = 0;
  const { sector, baseOutputYuan, valueAddedYuan, count } = chain.enterprises;
  for (let i = 0; i < count; i++) {
    const missing = 1 - board.outputYuan[i] / baseOutputYuan[i];
    if (missing <= 0) continue;
    const { outside } = chain.sectors[sector[i]];
    const weight = outside ? baseOutputYuan[i] : valueAddedYuan[i];
    lost[sector[i] * kinds + board.bound[i]] += missing * weight;
    if (!outside) all += missing * weight;
  }
  const lifts = chain.sectors.flatMap(({ outside }, s) =>
    BINDING_CONSTRAINTS.flatMap((bound, at): Lift[] => {
      const cause = CAUSE_OF[bound];
      if (cause === undefined || lost[s * kinds + at] < LEAST_SHARE * all || all === 0) return [];
      if (!outside) return [{ cause, sector: s }];
      return bound === 'capacity' ? [{ cause: 'external-input', sector: s }] : [];
    }),
  );
  return isAnythingWaiting(frames) ? [...lifts, { cause: 'transport', sector: null }] : lifts;
}

function isAnythingWaiting(frames: readonly Frame[]): boolean {
  return frames.some(({ route, columns }) => {
    if (route.from.stage !== 'logistics' || route.channel !== 'reports') return false;
    return columns[route.columns.indexOf('waitingTonnes')].some((tonnes) => tonnes > 0);
  });
}

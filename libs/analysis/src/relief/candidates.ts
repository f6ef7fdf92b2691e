// Which relaxations are worth a run: every (sector, constraint of its own) that holds down at least 2 % of the value added
// that the chain loses on the day, final demand where that falls short, the roads where goods wait, and outside sellers
// that cannot make their base.
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import type { Frame } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { DayBoard } from '../day-board';
import type { Lift, LiftableCause } from './lift';

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

/** @param frames of the day. @returns in the order of sectors and constraints, the roads last */
export function liftsOf(chain: Chain, frames: readonly Frame[]): Lift[] {
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

// The stage of support: the government's service desk. It reads what enterprises reported yesterday and allots what
// reaches them tomorrow: workers, approvals, masks, and the closure of places.
import type { DayContext, Inbox, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { supportRoutes } from '../routes';
import { reviewApplications } from './approvals';
import { CLIENT_REPORTS, hasDesk } from './clients';
import { allotMasks } from './mask-pool';
import { openDesk } from './open';
import { closePlaces } from './risk';
import { DESK_REPORTS, PLACE_REPORTS, SupportState } from './state';
import { bringWorkersBack } from './workers-return';

export const support: Stage<Chain, Levers, SupportState> = {
  name: 'support',
  reads: ['reports'],
  writes: ['allocations', 'reports'],
  open(chain, shard) {
    const state = new SupportState(chain, shard);
    openDesk(state);
    return state;
  },
  routes: (chain, shard) => supportRoutes(chain, shard, [DESK_REPORTS, PLACE_REPORTS]),
  step,
};

function step({ day, chain, levers, random, inbox, state }: DayContext<Chain, Levers, SupportState>): void {
  if (!hasDesk(chain)) return;
  receiveReports(state, inbox);
  bringWorkersBack(state, levers.support, day);
  reviewApplications(state, levers, day);
  allotMasks(state, levers.support);
  closePlaces(state, levers, random, day);
}

function receiveReports(state: SupportState, inbox: Inbox): void {
  CLIENT_REPORTS.forEach((name, column) => inbox.scatter('reports', column, state[name]));
}

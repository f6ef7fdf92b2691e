// The stage of logistics: every shipment by road goes through a dock, a corridor and the ring of days.
import type { DayContext, Stage } from '#libs/kernel';
import type { Chain } from '../chain';
import type { Levers } from '../levers';
import { logisticsRoutes } from '../routes';
import { receiveConsignments, release, shareRoads } from './dock';
import { openDocks } from './open';
import { hasPassOffice, issuePasses, OFFICE_REPORTS } from './pass-office';
import { setRoadCapacity } from './road-capacity';
import { CORRIDOR_REPORTS, LogisticsState } from './state';
import { travel } from './travel';

export const logistics: Stage<Chain, Levers, LogisticsState> = {
  name: 'logistics',
  reads: ['consignments'],
  writes: ['deliveries', 'reports'],
  open(chain, shard) {
    const state = new LogisticsState(chain, shard);
    openDocks(state);
    return state;
  },
  routes: (chain, shard) =>
    logisticsRoutes(chain, shard, hasPassOffice(chain) ? [...CORRIDOR_REPORTS, ...OFFICE_REPORTS] : CORRIDOR_REPORTS),
  step,
};

function step({ day, levers, inbox, state }: DayContext<Chain, Levers, LogisticsState>): void {
  receiveConsignments(state, inbox);
  if (state.office) issuePasses(state.office, levers, day);
  setRoadCapacity(state, levers);
  shareRoads(state);
  release(state);
  travel(state, levers, day);
}

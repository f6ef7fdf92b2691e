// From today's demand to what is left of it: the middle of every enterprise's day, in the order of the model's phases.
import type { Levers } from '../levers';
import { setCapacity } from './capacity';
import { bookOrders, wantOutput } from './demand';
import { addUpStocks, limitByInputs } from './input-limit';
import { overtimeAfter, overtimeBefore } from './overtime';
import { produce } from './produce';
import { ration } from './ration';
import { tellCapacity } from './tell-capacity';
import { useInputs } from './use';
import type { EnterpriseState } from './state';

/** Needs today's orders, final demand and gates of the day; `adjust` is a stage's own limit on capacity. */
export function makeAndShip(state: EnterpriseState, levers: Levers, adjust?: (state: EnterpriseState) => void): void {
  const { overtime, rhythm } = state.part.chain.rules;
  bookOrders(state);
  overtimeBefore(state, overtime);
  setCapacity(state, levers);
  adjust?.(state);
  wantOutput(state, levers);
  if (rhythm !== 'daily') addUpStocks(state); // Else today's deliveries have just been added up with the stock.
  limitByInputs(state);
  produce(state);
  ration(state);
  useInputs(state);
  overtimeAfter(state, overtime);
  tellCapacity(state);
}

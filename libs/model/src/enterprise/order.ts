// The order rule of the scenario. Days on which enterprises do not order send orders of zero.
import type { EnterpriseState } from './state';
import { orderByArio } from './order-ario';
import { orderByPlan, type PlanKinds } from './order-plan';
import { orderByRealised } from './order-realised';
import type { Chain, LinkKind } from '../chain';

const planKinds = new WeakMap<Chain, PlanKinds>();

export function placeOrders(state: EnterpriseState): void {
  const { chain } = state.part;
  const { orders } = chain.rules;
  switch (orders.rule) {
    case 'plan':
      return orderByPlan(state, orders, planKindsOf(chain));
    case 'realised':
      return orderByRealised(state, orders, chain.linkKinds);
    case 'ario':
      return orderByArio(state, orders, chain.linkKinds);
    default:
      return orders satisfies never;
  }
}

function planKindsOf(chain: Chain): PlanKinds {
  let kinds = planKinds.get(chain);
  if (!kinds) {
    const column = (value: (kind: LinkKind) => number): Float64Array => Float64Array.from(chain.linkKinds, value);
    kinds = {
      targetDays: column((kind) => kind.coverDays + kind.pipelineDays),
      restoreRate: column((kind) => (kind.unlimited ? 0 : 1 / kind.restoreDays)),
    };
    planKinds.set(chain, kinds);
  }
  return kinds;
}

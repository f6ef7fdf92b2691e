// Whom the service desk serves: enterprises with staff that is counted, or with a gate, of any stage. Both ends of the
// channels `reports` and `allocations` number them alike, in the chain's order. Risk closes places (parks and halls), so
// where it is modelled every enterprise inside the chain is told whether its place is closed.
import type { Chain } from '../chain';

/** What a client tells the desk each day, in this order. */
export const CLIENT_REPORTS = ['outputYuan', 'onPostHeads', 'maskedHeads', 'masksAsked', 'isApplying'] as const;

/** What the desk tells a client, in this order; one column of arrivals follows for each origin with quarantine. */
export const ALLOCATIONS = ['isClosed', 'isApproved', 'masksGranted', 'freeHeads'] as const;

/** Columns of the frame `allocations`, in its order. */
export function allocationColumns({ workers }: Chain): string[] {
  const origins = workers?.origins ?? [];
  return [...ALLOCATIONS, ...origins.map((_, origin) => quarantineColumn(origin))];
}

export function quarantineColumn(origin: number): string {
  return `quarantinedHeads${origin}`;
}

/** Whether the desk has anything to do in a chain. */
export function hasDesk({ workers, gates, masks, risk }: Chain): boolean {
  return Boolean(workers ?? gates ?? masks ?? risk);
}

const lists = new WeakMap<Chain, Int32Array>();

/** Enterprises that the desk serves, ascending. */
export function clientsOf(chain: Chain): Int32Array {
  let list = lists.get(chain);
  if (!list) {
    list = hasDesk(chain) ? findClients(chain) : new Int32Array(0);
    lists.set(chain, list);
  }
  return list;
}

function findClients({ enterprises, sectors, workers, gates, risk }: Chain): Int32Array {
  const found: number[] = [];
  for (let i = 0; i < enterprises.count; i++) {
    const hasStaff = workers !== undefined && workers.staffHeads[i] > 0;
    const hasGate = gates !== undefined && gates.readyDay[i] >= 0;
    const canClose = risk !== undefined && !sectors[enterprises.sector[i]].outside;
    if (hasStaff || hasGate || canClose) found.push(i);
  }
  return Int32Array.from(found);
}

/** Clients of a run of enterprises: positions [from, to) in the list. */
export function clientRange(clients: Int32Array, first: number, end: number): { from: number; to: number } {
  return { from: lowerBound(clients, first), to: lowerBound(clients, end) };
}

function lowerBound(sorted: Int32Array, value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle] < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

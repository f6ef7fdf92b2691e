// The panel in which something is decided: in the run itself, or in a fork of it. It stands in the address.
import { choose, usePlace } from './place';

export type Decision = 'intervene' | 'fork';

export function useDecision(): Decision | undefined {
  const { decide } = usePlace().choices;
  return decide === 'intervene' || decide === 'fork' ? decide : undefined;
}

export function openDecision(decision: Decision | null): void {
  choose({ decide: decision, ...(decision === null ? { lever: null } : {}) });
}

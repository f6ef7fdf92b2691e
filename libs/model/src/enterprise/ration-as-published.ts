import type { EnterpriseState } from './state';

export function fillAsPublished(state: EnterpriseState, row: number): void {
  void state; void row;
  throw new Error('not built');
}

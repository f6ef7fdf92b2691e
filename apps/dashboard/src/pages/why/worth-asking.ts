// Of enterprises that lost, the one whose loss says most about others.
import type { EnterpriseDay } from '#libs/api';

/** The most interesting question first: held by somebody else, told by name, at work at all; else whoever lost most. */
export function worthAsking(rows: readonly EnterpriseDay[]): string | undefined {
  const losers = rows.filter(({ ratio }) => ratio < 0.995);
  const rank = ({ bound, isNotable, ratio }: EnterpriseDay): number =>
    (bound === 'input' ? 4 : 0) + (isNotable ? 2 : 0) + (ratio > 0.05 ? 1 : 0);
  const [first, ...rest] = losers;
  return first && rest.reduce((best, one) => (rank(one) > rank(best) ? one : best), first).id;
}

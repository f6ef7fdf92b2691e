// Which enterprises are asked for: in the address.
import { ENTERPRISE_SORTS } from '#libs/api';
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';

export type EnterpriseSort = (typeof ENTERPRISE_SORTS)[number];

export interface Filters {
  readonly sector: string | undefined;
  readonly bound: BindingConstraint | undefined;
  readonly search: string | undefined;
  readonly sort: EnterpriseSort;
}

/** What the address asks for; what it cannot mean is left out. */
export function filtersOf(choices: Readonly<Record<string, string>>): Filters {
  const { sector, bound, search, sort } = choices as Partial<Record<string, string>>;
  return {
    sector: sector === '' ? undefined : sector,
    bound: BINDING_CONSTRAINTS.find((one) => one === bound),
    search: search === '' ? undefined : search,
    sort: ENTERPRISE_SORTS.find((one) => one === sort) ?? 'lost',
  };
}

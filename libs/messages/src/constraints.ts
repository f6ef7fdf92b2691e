// What can hold an enterprise down on a day. The position in the list is the number that columns carry.

export const BINDING_CONSTRAINTS = [
  'none',
  'demand',
  'gate',
  'capacity',
  'utility',
  'input',
  'finished-stock-full',
  'labour',
  'masks',
  'closure',
] as const;
export type BindingConstraint = (typeof BINDING_CONSTRAINTS)[number];

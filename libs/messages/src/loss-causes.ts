// What a loss can be traced back to in the end. The position in the list is the number that columns carry: append only.

export const LOSS_CAUSES = [
  'capacity',
  'gate',
  'utility',
  'transport',
  'final-demand',
  'external-input',
  'initial',
  'finished-target',
  'labour',
  'masks',
  'closure',
] as const;
export type LossCause = (typeof LOSS_CAUSES)[number];

// Who sends what to whom. The order of the lists is part of the digest: append only.

export const STAGES = ['plants', 'logistics', 'markets', 'exporters', 'support'] as const;
export type StageName = (typeof STAGES)[number];

/** Who reads frames: a stage, or `recovery`, which folds everybody's reports. */
export type Receiver = StageName | 'recovery';

export const CHANNELS = ['orders', 'consignments', 'deliveries', 'reports', 'allocations'] as const;
export type Channel = (typeof CHANNELS)[number];

/** One logical writer: a shard of a stage. */
export interface Source {
  readonly stage: StageName;
  readonly shard: number;
}

/** Position of a stage in STAGES, the stage's number in digests and in random streams. */
export function stageIndex(stage: StageName): number {
  return STAGES.indexOf(stage);
}

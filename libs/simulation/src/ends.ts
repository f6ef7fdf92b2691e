// Digests of a day out of the day-ends of its writers.
import { addDigests, type DayDigest } from '#libs/kernel';
import { STAGES, writerKey, type StageName } from '#libs/messages';
import type { WholeDay } from '#libs/runtime';

export interface StageDigests {
  readonly day: DayDigest;
  /** Shards added up, in the order of STAGES. */
  readonly stages: readonly { readonly stage: StageName; readonly digest: DayDigest }[];
}

/** Each writer's digest once, although it stands on every one of its streams. */
export function digestsByStage(ends: WholeDay['ends']): StageDigests {
  const writers = new Map(ends.map(({ writer, mark }) => [writerKey(writer), { writer, mark }]));
  const stages = STAGES.map((stage) => {
    const parts = [...writers.values()].filter(({ writer }) => writer.name === stage);
    const digests = parts.map(({ mark }): DayDigest => ({
      state: BigInt(`0x${mark.state}`),
      flow: BigInt(`0x${mark.flow}`),
    }));
    return { stage, digest: addDigests(digests) };
  });
  return { day: addDigests(stages.map(({ digest }) => digest)), stages };
}

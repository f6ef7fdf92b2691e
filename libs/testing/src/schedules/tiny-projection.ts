// Recovery's fold of the tiny chain: a number for all that was reported, and the digests of the days kept in the store.
import { addDigests, formatDigest, type Hash64 } from '#libs/kernel';
import type { Command } from '#libs/messages';
import type { MetricStore, Projection, RunManifest, WholeDay } from '#libs/runtime';
import { reportedOf, runPlainly } from './tiny-model';

export interface TinyProjectionOptions {
  readonly metrics: MetricStore;
  readonly hash: Hash64;
  readonly retry: <T>(action: () => Promise<T>) => Promise<T>;
}

export class TinyProjection implements Projection {
  #reported = 0;

  constructor(
    private readonly manifest: RunManifest,
    private readonly options: TinyProjectionOptions,
  ) {}

  async catchUp(day: number, commands: readonly Command[]): Promise<void> {
    const { hash, metrics, retry } = this.options;
    const kept = await retry(() => metrics.digests(this.manifest.id));
    for (const [at, { digest, reported }] of runPlainly(hash, commands, day + 1).entries()) {
      const { state, flow } = kept[at];
      if (formatDigest(digest.state) !== state || formatDigest(digest.flow) !== flow)
        throw new Error(`day ${at} has another digest when it is simulated again`);
      this.#reported = foldOf(this.#reported, reported);
    }
  }

  async project({ day, frames, ends }: WholeDay): Promise<void> {
    const { metrics, retry } = this.options;
    this.#reported = foldOf(this.#reported, reportedOf(frames));
    // Where everything is read, a writer has several ends of a day, all with the same digests.
    const byWriter = new Map(ends.map(({ writer, mark }) => [`${writer.name}/${writer.shard}`, mark]));
    const digests = [...byWriter.values()].map(({ state, flow }) => {
      return { state: BigInt(`0x${state}`), flow: BigInt(`0x${flow}`) };
    });
    const digest = addDigests(digests);
    await retry(() =>
      metrics.project({
        ...{ run: this.manifest.id, day, date: '2020-02-10', stages: [], rates: {}, enterprises: {} },
        ...{ milestones: [], milestonesCounted: 0, field: new Uint8Array(0) },
        ...{ state: formatDigest(digest.state), flow: formatDigest(digest.flow) },
      }),
    );
  }

  async finish(): Promise<void> {
    const { metrics, retry } = this.options;
    await retry(() => metrics.summarise(this.manifest.id, String(this.#reported)));
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** @returns the fold with another day in it */
export function foldOf(reported: number, day: number): number {
  return (reported * 31 + day) % 1_000_000_007;
}

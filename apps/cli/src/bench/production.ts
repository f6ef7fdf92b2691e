// The digest of production over days: both versions of the core must yield the same numbers, to the last bit.
import { formatDigest, type Hash64, type StageShard } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';

export class ProductionLog {
  #digest = 0n;

  /** @param days days that count; later ones are ignored */
  constructor(
    private readonly hash: Hash64,
    readonly days: number,
  ) {}

  /** Adds a day of the core: every stage that makes something. */
  add(day: number, shards: readonly StageShard<Chain, Levers>[]): void {
    for (const { source, state } of shards) {
      if (source.stage !== 'logistics' && source.stage !== 'support')
        this.addColumn(day, state.block.column('outputYuan'));
    }
  }

  addColumn(day: number, outputYuan: Float64Array): void {
    if (day >= this.days) return;
    const { buffer, byteOffset, byteLength } = outputYuan;
    this.#digest = this.hash(new Uint8Array(buffer, byteOffset, byteLength), this.#digest);
  }

  get digest(): string {
    return formatDigest(this.#digest);
  }
}

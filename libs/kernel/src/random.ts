// Counter-based random numbers: a draw is a hash of (seed, stream, entity, day, draw), so no generator has a state and
// no order of calls can change a result. The mixer is the 32-bit finaliser of MurmurHash3, chained over the five words.

const TWO_32 = 4294967296;

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function absorb(h: number, word: number): number {
  return mix(Math.imul(h, 0x9e3779b1) + mix(word + 0x7f4a7c15));
}

/** The draws of one run. `stream` names a purpose, `entity` an enterprise or link, `day` and `draw` the occasion. */
export class Random {
  readonly #low: number;
  readonly #high: number;

  /** @param seed a whole number, 0 .. 2^53 - 1 */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`no seed: ${seed}`);
    this.#low = (seed % TWO_32) | 0;
    this.#high = Math.floor(seed / TWO_32) | 0;
  }

  /** A number in [0, 1), uniform on multiples of 2^-53. */
  uniform(stream: number, entity: number, day = 0, draw = 0): number {
    const h = absorb(absorb(absorb(absorb(absorb(this.#low, this.#high), stream), entity), day), draw);
    const high = absorb(h, 0x243f6a88) >>> 5;
    const low = absorb(h, 0x13198a2e) >>> 6;
    return (high * 67108864 + low) / 9007199254740992;
  }
}

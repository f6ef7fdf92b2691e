// Counter-based random numbers: a draw is a hash of (seed, stream, entity, day, draw), so no generator has a state and
// no order of calls can change a result. The mixer is the 32-bit finaliser of MurmurHash3, chained over the five words.

const TWO_26 = 67108864;
const TWO_32 = 4294967296;
const TWO_53 = 9007199254740992;

function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function absorb(h: number, word: number): number {
  return mix((Math.imul(h, 0x9e3779b1) + mix((word + 0x7f4a7c15) | 0)) | 0);
}

/** The draws of one run. `stream` names a purpose, `entity` an enterprise or link, `day` and `draw` the occasion. */
export class Random {
  readonly #low: number;
  readonly #high: number;
  readonly #words = new Uint32Array(2);

  /** @param seed a whole number, 0 .. 2^53 - 1 */
  constructor(seed: number) {
    if (!Number.isSafeInteger(seed) || seed < 0) throw new RangeError(`no seed: ${seed}`);
    this.#low = (seed % TWO_32) | 0;
    this.#high = Math.floor(seed / TWO_32) | 0;
  }

  /** A number in [0, 1), uniform on multiples of 2^-53. */
  uniform(stream: number, entity: number, day = 0, draw = 0): number {
    this.#draw(stream, entity, day, draw);
    return (this.#words[0] * TWO_26 + this.#words[1]) / TWO_53;
  }

  /** Whether that draw lies below a chance. In a loop: a number that a function returns costs memory, a yes or no none. */
  isBelow(chance: number, stream: number, entity: number, day = 0): boolean {
    this.#draw(stream, entity, day, 0);
    return (this.#words[0] * TWO_26 + this.#words[1]) / TWO_53 < chance;
  }

  /** 27 and 26 bits. */
  #draw(stream: number, entity: number, day: number, draw: number): void {
    const h = absorb(absorb(absorb(absorb(absorb(this.#low, this.#high), stream), entity), day), draw);
    this.#words[0] = absorb(h, 0x243f6a88) >>> 5;
    this.#words[1] = absorb(h, 0x13198a2e) >>> 6;
  }
}

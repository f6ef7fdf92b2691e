// Every chance of a schedule comes from one seed, drawn in one order: the same seed is the same schedule.

export class Draws {
  #state: number;

  /** @param seed a whole number */
  constructor(seed: number) {
    // Neighbouring seeds must not begin alike.
    this.#state = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
    for (let i = 0; i < 4; i++) this.ratio();
  }

  /** In [0, 1): mulberry32. */
  ratio(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number in [0, end). */
  below(end: number): number {
    return Math.floor(this.ratio() * end);
  }

  /** In [least, most). */
  between(least: number, most: number): number {
    return least + this.ratio() * (most - least);
  }

  chance(ratio: number): boolean {
    return this.ratio() < ratio;
  }

  /** @param choices at least one */
  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)];
  }
}

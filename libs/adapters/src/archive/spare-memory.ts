// Memory used again: a snapshot's planes take megabytes each time, and collecting them costs more than filling them.

export class SpareMemory {
  #spare: Uint8Array[] = [];

  /** At least so many bytes, with anything in them. */
  take(bytes: number): Uint8Array {
    const at = this.#spare.findIndex((memory) => memory.length >= bytes && memory.length <= 2 * bytes);
    return at < 0 ? new Uint8Array(bytes) : this.#spare.splice(at, 1)[0];
  }

  /** Gives back what `take` gave; a part of it stands for the whole. */
  give(memory: Uint8Array): void {
    this.#spare.push(new Uint8Array(memory.buffer));
  }
}

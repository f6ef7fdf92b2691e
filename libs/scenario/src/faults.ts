// Several faults of one input, told together: whoever mends one of them wants to know of the others.
import { InputError, MOST_FAULTS, type InputFault } from '#libs/messages';

export class Faults {
  readonly #found: InputFault[] = [];

  /**
   * Reads a part of the input; what is wrong with it is told by `settle`.
   * @returns undefined where something is wrong
   * @throws InputError of all that was found, once that is enough
   */
  read<Part>(part: () => Part): Part | undefined {
    try {
      return part();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#found.push(error.fault);
      if (this.#found.length === MOST_FAULTS) this.settle();
      return undefined;
    }
  }

  /** @throws InputError of all that was found */
  settle(): void {
    if (this.#found.length > 0) throw InputError.of(this.#found);
  }
}

/** Reads one item after the other. @throws InputError of all that are wrong */
export function readEach<Item, Part>(items: Iterable<Item>, read: (item: Item) => Part): Part[] {
  const faults = new Faults();
  const parts: Part[] = [];
  for (const item of items) faults.read(() => void parts.push(read(item)));
  faults.settle();
  return parts;
}

// A stage shard's whole memory: typed columns in one block of bytes, so that a snapshot is one copy.
// `state` columns are what the next day needs; `flow` columns are what the day sends; `report` columns tell the day.
import type { Axis } from './blocks';

export type ColumnRole = 'state' | 'flow' | 'report';

export interface ColumnSpec {
  readonly name: string;
  readonly role: ColumnRole;
  readonly axis: Axis;
}

export class ColumnBlock {
  readonly #bytes: ArrayBuffer;
  readonly columns: readonly Float64Array[];

  constructor(readonly specs: readonly ColumnSpec[]) {
    const rows = specs.reduce((sum, spec) => sum + spec.axis.length, 0);
    this.#bytes = new ArrayBuffer(rows * 8);
    let offset = 0;
    this.columns = specs.map((spec) => {
      const column = new Float64Array(this.#bytes, offset, spec.axis.length);
      offset += spec.axis.length * 8;
      return column;
    });
  }

  /** The column of that name. @throws Error when the block has none */
  column(name: string): Float64Array {
    const index = this.specs.findIndex((spec) => spec.name === name);
    if (index < 0) throw new Error(`no column ${name}`);
    return this.columns[index];
  }

  get byteLength(): number {
    return this.#bytes.byteLength;
  }

  /** A copy of every column, in the order of `specs`. */
  snapshot(): Uint8Array {
    return new Uint8Array(this.#bytes.slice(0));
  }

  /** Puts back what `snapshot` gave. @throws RangeError when the sizes differ */
  restore(bytes: Uint8Array): void {
    if (bytes.byteLength !== this.byteLength) {
      throw new RangeError(`snapshot of ${bytes.byteLength} bytes for a block of ${this.byteLength}`);
    }
    new Uint8Array(this.#bytes).set(bytes);
  }
}

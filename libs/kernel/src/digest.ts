// Digests of a day: sum mod 2^64 over (block, column) of hash(the column's bytes in that block, seed of the pair), over
// state and flow columns; reports decide nothing, and what a later day reads is state. A sum over whole blocks does not
// depend on how blocks are dealt out to shards. Rows stand in the owner's canonical order, never in the order of frames,
// which every sharding cuts differently.
import { BLOCKS, blocksOf, type Shard } from './blocks';
import type { ColumnBlock } from './column-block';

/** xxh64 of bytes under a seed; an argument, because its WebAssembly form starts asynchronously. */
export type Hash64 = (bytes: Uint8Array, seed: bigint) => bigint;

export interface DayDigest {
  /** Of the state columns after the day. */
  readonly state: bigint;
  /** Of what the day sent. */
  readonly flow: bigint;
}

interface Piece {
  readonly bytes: Uint8Array;
  readonly seed: bigint;
  readonly isState: boolean;
}

/** Digests one block of columns again and again; the views and seeds are made once. */
export class Digester {
  readonly #pieces: readonly Piece[];

  constructor(
    block: ColumnBlock,
    stage: number,
    shard: Shard,
    private readonly hash: Hash64,
  ) {
    const { first } = blocksOf(shard);
    this.#pieces = block.specs.flatMap((spec, column) => {
      if (spec.role === 'report') return [];
      const values = block.columns[column];
      return Array.from({ length: spec.axis.starts.length - 1 }, (_, b) => ({
        bytes: bytesOf(values, spec.axis.starts[b], spec.axis.starts[b + 1]),
        seed: BigInt((stage * BLOCKS + first + b) * 256 + column),
        isState: spec.role === 'state',
      })).filter((piece) => piece.bytes.length > 0);
    });
  }

  today(): DayDigest {
    let state = 0n;
    let flow = 0n;
    for (const piece of this.#pieces) {
      const value = this.hash(piece.bytes, piece.seed);
      if (piece.isState) state = BigInt.asUintN(64, state + value);
      else flow = BigInt.asUintN(64, flow + value);
    }
    return { state, flow };
  }
}

function bytesOf(column: Float64Array, start: number, end: number): Uint8Array {
  return new Uint8Array(column.buffer, column.byteOffset + start * 8, (end - start) * 8);
}

/** Adds the digests of shards or stages. */
export function addDigests(parts: Iterable<DayDigest>): DayDigest {
  let state = 0n;
  let flow = 0n;
  for (const part of parts) {
    state = BigInt.asUintN(64, state + part.state);
    flow = BigInt.asUintN(64, flow + part.flow);
  }
  return { state, flow };
}

/** The run's one digest: the hash over its days' (state, flow) sums in order, as 16 hexadecimal digits. */
export function runDigest(days: readonly DayDigest[], hash: Hash64): string {
  const words = new BigUint64Array(days.flatMap((day) => [day.state, day.flow]));
  return formatDigest(hash(new Uint8Array(words.buffer), 0n));
}

/** 16 hexadecimal digits. */
export function formatDigest(value: bigint): string {
  return value.toString(16).padStart(16, '0');
}

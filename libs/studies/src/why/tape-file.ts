// One day's tape as a file that is read a few bytes at a time: counts, starts, then the long columns. Little-endian.
import { closeSync, openSync, readSync, renameSync, writeFileSync } from 'node:fs';
import { datedShares, shareRow, type DatedShares, type DayTape, type TapeRun, type WhyPlaces } from '#libs/analysis';

/** Counts at the head of a file: entries of the tape, entries of compositions. */
const HEAD_BYTES = 16;

/** Writes a file whole or not at all. */
export function writeTape(path: string, tape: DayTape): void {
  const head = new Float64Array([tape.refs.length, tape.shares.length]);
  const columns = [
    ...[head, tape.outputYuan, tape.enterpriseStarts, tape.dockStarts, tape.releaseStarts, tape.shipmentStarts],
    ...[tape.shareStarts, tape.refs, tape.weights, tape.shares, tape.shareDays, tape.shareCauses],
  ];
  writeFileSync(`${path}.part`, Buffer.concat(columns.map(bytesOf)));
  renameSync(`${path}.part`, path);
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Buffer {
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}

type Part = Parameters<TapeReader['run']>[0];

/** Reads one day's file. */
export class TapeReader {
  readonly #file: number;
  readonly #outputAt = HEAD_BYTES;
  readonly #startsAt: Record<Part | 'share', number>;
  readonly #refsAt: number;
  readonly #weightsAt: number;
  readonly #sharesAt: number;
  readonly #daysAt: number;
  readonly #causesAt: number;

  /** @throws Error ENOENT */
  constructor(
    path: string,
    private readonly places: WhyPlaces,
  ) {
    this.#file = openSync(path, 'r');
    const [entries, shares] = new Float64Array(this.#read(0, HEAD_BYTES).buffer);
    const { enterprises, corridors, groupSegment, buyer } = places;
    let at = HEAD_BYTES + 8 * enterprises.length;
    const take = (bytes: number): number => (at += bytes) - bytes;
    const starts = (count: number): number => take(4 * (count + 1));
    this.#startsAt = {
      enterprise: starts(enterprises.length),
      dock: starts(corridors.length),
      release: starts(groupSegment.length),
      shipment: starts(groupSegment.length),
      share: starts(enterprises.length + buyer.length + corridors.length),
    };
    this.#refsAt = take(4 * entries);
    this.#weightsAt = take(4 * entries);
    this.#sharesAt = take(2 * shares);
    this.#daysAt = take(2 * shares);
    this.#causesAt = take(shares);
  }

  output(enterprise: number): number {
    return new Float64Array(this.#read(this.#outputAt + 8 * enterprise, 8).buffer)[0];
  }

  run(part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): TapeRun {
    const [from, to] = this.#span(part, which);
    return {
      refs: new Int32Array(this.#read(this.#refsAt + 4 * from, 4 * (to - from)).buffer),
      weights: new Float32Array(this.#read(this.#weightsAt + 4 * from, 4 * (to - from)).buffer),
    };
  }

  shares(of: 'unmet' | 'orders' | 'dock', which: number): DatedShares {
    const [from, to] = this.#span('share', shareRow(this.places, of, which));
    const count = to - from;
    return datedShares(
      this.#read(this.#causesAt + from, count),
      new Uint16Array(this.#read(this.#sharesAt + 2 * from, 2 * count).buffer),
      new Uint16Array(this.#read(this.#daysAt + 2 * from, 2 * count).buffer),
    );
  }

  close(): void {
    closeSync(this.#file);
  }

  #span(of: Part | 'share', which: number): Int32Array {
    return new Int32Array(this.#read(this.#startsAt[of] + 4 * which, 8).buffer);
  }

  #read(at: number, bytes: number): Uint8Array<ArrayBuffer> {
    const into = new Uint8Array(bytes);
    if (readSync(this.#file, into, 0, bytes, at) !== bytes) throw new RangeError('a tape ends early');
    return into;
  }
}

// Numbers as planes of bytes: all first bytes, then all second bytes, ... Signs and exponents of neighbours are alike
// and squeeze well once they stand side by side; the last bytes of a mantissa are noise wherever they stand. It is
// Parquet's BYTE_STREAM_SPLIT. Bytes count from the lowest, as on every machine that Node runs on.

/** Writes 8 planes to `into` at `at`; with `base`, of the bits that differ from `base`, which is as long as `values`. */
export function splitDoubles(values: Float64Array, into: Uint8Array, at: number, base?: Float64Array): void {
  const n = values.length;
  const bits = wordsOf(values);
  const baseBits = base && wordsOf(base);
  for (let i = 0; i < n; i++) {
    let low = bits[2 * i];
    let high = bits[2 * i + 1];
    if (baseBits) {
      low ^= baseBits[2 * i];
      high ^= baseBits[2 * i + 1];
    }
    into[at + i] = low;
    into[at + n + i] = low >>> 8;
    into[at + 2 * n + i] = low >>> 16;
    into[at + 3 * n + i] = low >>> 24;
    into[at + 4 * n + i] = high;
    into[at + 5 * n + i] = high >>> 8;
    into[at + 6 * n + i] = high >>> 16;
    into[at + 7 * n + i] = high >>> 24;
  }
}

/** The way back: `length` numbers from the 8 planes at `at`. */
export function joinDoubles(planes: Uint8Array, at: number, length: number, base?: Float64Array): Float64Array {
  const n = length;
  const values = new Float64Array(n);
  const bits = wordsOf(values);
  const baseBits = base && wordsOf(base);
  for (let i = 0; i < n; i++) {
    const p = at + i;
    const low = planes[p] | (planes[p + n] << 8) | (planes[p + 2 * n] << 16) | (planes[p + 3 * n] << 24);
    const high = planes[p + 4 * n] | (planes[p + 5 * n] << 8) | (planes[p + 6 * n] << 16) | (planes[p + 7 * n] << 24);
    bits[2 * i] = baseBits ? low ^ baseBits[2 * i] : low;
    bits[2 * i + 1] = baseBits ? high ^ baseBits[2 * i + 1] : high;
  }
  return values;
}

/** 4 planes of 32-bit numbers. */
export function splitFloats(values: Float32Array): Uint8Array {
  const n = values.length;
  const bits = new Uint32Array(values.buffer, values.byteOffset, n);
  const planes = new Uint8Array(4 * n);
  for (let i = 0; i < n; i++) {
    const word = bits[i];
    planes[i] = word;
    planes[n + i] = word >>> 8;
    planes[2 * n + i] = word >>> 16;
    planes[3 * n + i] = word >>> 24;
  }
  return planes;
}

function wordsOf(values: Float64Array): Uint32Array {
  return new Uint32Array(values.buffer, values.byteOffset, values.length * 2);
}

// kafkajs 2.2.4 copies what it sends some nine times: every level of a request is written into a zero-filled buffer that
// grows by doubling. A day is megabytes, and what those buffers leave for the garbage collector costs more than the copies.
// Here large pieces are kept by reference until somebody asks for the whole, and joined then, once. The bytes on the wire
// are the same. The version is pinned, so what is reached into cannot change unseen.
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a part of the package without types.
const Encoder = require('kafkajs/src/protocol/encoder') as { prototype: Rope };

interface Rope {
  /** What was written after the last large piece: `offset` bytes of `buf`. */
  buf: Buffer;
  offset: number;
  /** Whole pieces before it, and their length; undefined: none. */
  pieces?: Buffer[] | undefined;
  piecesLength?: number;
  ensureAvailable(length: number): void;
  writeInt32(value: number): Rope;
  writeBufferInternal(buffer: Buffer): void;
  readonly buffer: Buffer;
}

/** Pieces from this size on are not copied. */
const LARGE_BYTES = 8192;
const TAIL_BYTES = 512;

const { prototype } = Encoder;
const copied = Object.getOwnPropertyDescriptor(prototype, 'writeBufferInternal')?.value as (buffer: Buffer) => void;
const bytesWritten = Object.getOwnPropertyDescriptor(prototype, 'writeBytes')?.value as (value: unknown) => Rope;

prototype.writeBufferInternal = function keepLarge(this: Rope, buffer: Buffer): void {
  if (buffer.length < LARGE_BYTES) return copied.call(this, buffer);
  const tail = this.buf.subarray(0, this.offset);
  this.pieces = [...(this.pieces ?? []), ...(tail.length > 0 ? [tail] : []), buffer];
  this.piecesLength = (this.piecesLength ?? 0) + tail.length + buffer.length;
  this.buf = Buffer.alloc(TAIL_BYTES);
  this.offset = 0;
};

Object.defineProperties(prototype, {
  buffer: {
    get(this: Rope): Buffer {
      if (this.pieces) {
        const whole = Buffer.concat([...this.pieces, this.buf.subarray(0, this.offset)]);
        this.pieces = undefined;
        this.piecesLength = 0;
        this.buf = whole;
        this.offset = whole.length;
      }
      return this.buf.subarray(0, this.offset);
    },
  },
  size: {
    value(this: Rope): number {
      return (this.piecesLength ?? 0) + this.offset;
    },
  },
  writeBytes: {
    value(this: Rope, value: unknown): Rope {
      if (!Buffer.isBuffer(value) || value.length < LARGE_BYTES) return bytesWritten.call(this, value);
      // As kafkajs writes them, without making room for what is kept by reference.
      this.writeInt32(value.length);
      this.writeBufferInternal(value);
      return this;
    },
  },
  writeEncoder: {
    value(this: Rope, value: Rope): Rope {
      for (const piece of value.pieces ?? []) this.writeBufferInternal(piece);
      this.writeBufferInternal(value.buf.subarray(0, value.offset));
      return this;
    },
  },
  writeEncoderArray: {
    value(this: Rope & { writeEncoder(value: Rope): Rope }, values: readonly Rope[]): Rope {
      for (const value of values) this.writeEncoder(value);
      return this;
    },
  },
});

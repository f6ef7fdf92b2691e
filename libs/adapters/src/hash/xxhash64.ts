// xxh64 by WebAssembly. It starts asynchronously, so the kernel takes the hash as an argument.
import type { Hash64 } from '#libs/kernel';
import xxhash from 'xxhash-wasm';

/**
 * Bytes that fit into the one page that WebAssembly starts with, beside the hash's own state. More would make its
 * memory grow; that detaches a buffer, and V8 then checks every typed array at every access until the process ends:
 * the model's loops become 1.3 to 1.6 times slower (measured on Node 20).
 */
const MAX_BYTES = 65_536 - 1024;

let loading: Promise<Hash64> | undefined;

/** The hash of digests: xxh64 of bytes under a 64-bit seed. One a thread: each instance would be compiled anew. */
export function loadHash64(): Promise<Hash64> {
  return (loading ??= load());
}

async function load(): Promise<Hash64> {
  const xxh = await xxhash();
  return (bytes, seed) => {
    if (bytes.length <= MAX_BYTES) return xxh.h64Raw(bytes, seed);
    const whole = xxh.create64(seed);
    for (let at = 0; at < bytes.length; at += MAX_BYTES) whole.update(bytes.subarray(at, at + MAX_BYTES));
    return whole.digest();
  };
}

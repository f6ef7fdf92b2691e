import xxhash from 'xxhash-wasm';
import { loadHash64 } from './xxhash64';

describe('the hash of digests', () => {
  it('is xxh64', async () => {
    const hash = await loadHash64();
    expect(hash(new Uint8Array(0), 0n)).toBe(0xef46db3751d8e999n);
  });

  it('gives of bytes that it takes in parts what it gives of the whole', async () => {
    const [hash, { h64Raw }] = await Promise.all([loadHash64(), xxhash()]);
    const bytes = Uint8Array.from({ length: 200_003 }, (_, i) => (i * 7919) >>> 3);
    for (const length of [31, 64_512, 64_513, 65_536, 200_003]) {
      expect(hash(bytes.subarray(0, length), 42n)).toBe(h64Raw(bytes.subarray(0, length), 42n));
    }
  });
});

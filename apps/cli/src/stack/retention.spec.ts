import type { RunSize } from '#libs/adapters';
import { beyond, bytesOf } from './retention';

const size = (run: string, bytes: number, status: RunSize['status'] = 'ended'): RunSize => ({
  ...{ run, bytes, status, createdAt: '2020-02-25T08:00:00.000Z' },
});
const RUNS = [size('a', 10), size('b', 20, 'running'), size('c', 30, 'failed'), size('d', 40)];
const removed = (keepBytes: number): string[] => beyond(RUNS, keepBytes).map(({ run }) => run);

describe('runs of 100 bytes in all', () => {
  it('stay where that many may be kept', () => {
    expect(removed(100)).toEqual([]);
  });

  it('go from the oldest on, no more of them than need be', () => {
    expect(removed(99)).toEqual(['a']);
    expect(removed(89)).toEqual(['a', 'c']);
  });

  it('all go but those that go on where nothing may be kept', () => {
    expect(removed(0)).toEqual(['a', 'c', 'd']);
  });
});

describe('a size', () => {
  it.each([
    ['5GB', 5e9],
    ['1.5 mb', 1.5e6],
    ['12', 12],
    ['0', 0],
  ])('is read from %s', (text, bytes) => {
    expect(bytesOf('--keep-bytes', text)).toBe(bytes);
  });

  it.each(['', '-1', '5 apples', '1e9', '5GiB'])('is not read from %p', (text) => {
    expect(() => bytesOf('--keep-bytes', text)).toThrow('CLI_BAD_NUMBER');
  });
});

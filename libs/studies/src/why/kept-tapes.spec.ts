import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { roomFor } from './kept-tapes';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'resumption-tapes-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Tapes of a run that were asked for at that second. */
function kept(key: string, second: number): string {
  const own = join(folder, key);
  mkdirSync(own);
  writeFileSync(join(own, 'day-0000.bin'), 'x');
  utimesSync(own, second, second);
  return own;
}

describe('tapes of more runs than are kept', () => {
  it('make room: those asked for longest ago go', () => {
    const folders = Array.from({ length: 9 }, (_, at) => kept(`run-${at}`, 1000 + at));
    let removed = 0;
    expect(roomFor(folder, 'new', () => removed++)).toBe(join(folder, 'new'));
    expect(folders.map((one) => existsSync(one))).toEqual([false, false, ...Array<boolean>(7).fill(true)]);
    expect(removed).toBe(2);
  });

  it('leave those that are asked for again', () => {
    const [first, second] = Array.from({ length: 8 }, (_, at) => kept(`run-${at}`, 1000 + at));
    roomFor(folder, 'run-0', () => undefined);
    roomFor(folder, 'new', () => undefined);
    expect([existsSync(first), existsSync(second)]).toEqual([true, false]);
  });
});

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tarOf } from './tar';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'resumption-tar-'))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function bytesOf(source: string, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of tarOf(source, name)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Writes files below `in`, and gives what the system's tar makes of the tar file. */
async function unpacked(files: Record<string, Buffer>, name: string): Promise<(path: string) => Buffer> {
  const [from, to] = [join(folder, 'in'), join(folder, 'out')];
  for (const [path, bytes] of Object.entries(files)) {
    mkdirSync(join(from, path, '..'), { recursive: true });
    writeFileSync(join(from, path), bytes);
  }
  mkdirSync(to);
  writeFileSync(join(folder, 'file.tar'), await bytesOf(from, name));
  execFileSync('tar', ['-xf', join(folder, 'file.tar'), '-C', to]);
  return (path) => readFileSync(join(to, name, path));
}

describe('a folder as a tar file', () => {
  it('is unpacked by tar as it was: empty files, whole blocks, folders', async () => {
    const files = {
      'empty.txt': Buffer.alloc(0),
      'block.bin': Buffer.alloc(512, 7),
      'snapshots/0010-plants.bin': Buffer.alloc(200_001, 3),
      'tables/表.csv': Buffer.from('a,b\n1,2\n'),
    };
    const read = await unpacked(files, 'keqiao-1-abc');
    for (const [path, bytes] of Object.entries(files)) expect(read(path).equals(bytes)).toBe(true);
  });

  it('cuts a long path at a slash', async () => {
    const path = `snapshots/${'x'.repeat(80)}.bin`;
    expect((await unpacked({ [path]: Buffer.from('long') }, 'n'.repeat(60)))(path).toString()).toBe('long');
  });

  it('is the same bytes for the same folder', async () => {
    writeFileSync(join(folder, 'b'), 'b');
    writeFileSync(join(folder, 'a'), 'a');
    const first = await bytesOf(folder, 'run');
    expect(first.equals(await bytesOf(folder, 'run'))).toBe(true);
    expect(first.length % 512).toBe(0);
  });

  it('refuses a path that the format cannot hold', async () => {
    writeFileSync(join(folder, 'y'.repeat(120)), '');
    await expect(bytesOf(folder, 'run')).rejects.toThrow('too long');
  });
});

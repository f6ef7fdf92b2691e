// A folder as a tar file, read while it is sent: POSIX ustar, one header of 512 bytes before each file, sizes in octal.
// Times and owners are left out, so that the same folder gives the same bytes.
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const BLOCK = 512;
const MOST_NAME = 100;
const MOST_PREFIX = 155;
const CHECKSUM_AT = 148;

/** @param name of the folder inside the file. @throws Error where a path is too long for the format, or a file changes */
export async function* tarOf(folder: string, name: string): AsyncGenerator<Buffer> {
  for (const path of await filesIn(folder)) {
    const { size } = await stat(join(folder, path));
    yield headerOf(`${name}/${path}`, size);
    let left = size;
    for await (const chunk of createReadStream(join(folder, path)) as AsyncIterable<Buffer>) {
      left -= chunk.length;
      yield chunk;
    }
    if (left !== 0) throw new Error(`${path} has changed while it was read`);
    yield Buffer.alloc((BLOCK - (size % BLOCK)) % BLOCK);
  }
  yield Buffer.alloc(2 * BLOCK);
}

/** Files below a folder, sorted, with / between. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

function headerOf(path: string, size: number): Buffer {
  const [prefix, name] = split(path);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, digits: number): string => `${value.toString(8).padStart(digits, '0')}\0`;
  header.write(name, 0);
  header.write(octal(0o644, 7), 100);
  header.write(octal(0, 7), 108);
  header.write(octal(0, 7), 116);
  header.write(octal(size, 11), 124);
  header.write(octal(0, 11), 136);
  header.write('0', 156);
  header.write('ustar\x0000', 257);
  header.write(prefix, 345);
  // The sum is taken with blanks in its own place.
  header.fill(' ', CHECKSUM_AT, CHECKSUM_AT + 8);
  const sum = header.reduce((all, byte) => all + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, CHECKSUM_AT);
  return header;
}

/** A path as a prefix and a name, cut at a slash. */
function split(path: string): [prefix: string, name: string] {
  const isShort = (text: string, most: number): boolean => Buffer.byteLength(text) <= most;
  if (isShort(path, MOST_NAME)) return ['', path];
  for (let at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (isShort(prefix, MOST_PREFIX) && isShort(name, MOST_NAME)) return [prefix, name];
  }
  throw new Error(`${path} is too long for a tar file`);
}

// One file of an archive being written: appended in order, hashed on the way, on the disk for good once closed.
import type { StageName } from '#libs/messages';
import { createHash } from 'node:crypto';
import { mkdir, open, type FileHandle } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileEntry, FilePart } from './manifest';

export interface FileSubject {
  readonly day?: number;
  readonly stage?: StageName;
}

export class ArchiveFile {
  readonly #hash = createHash('sha256');
  readonly #parts: FilePart[] = [];
  #bytes = 0;
  #tail: Promise<void> = Promise.resolve();

  private constructor(
    private readonly handle: FileHandle,
    readonly name: string,
    private readonly subject: FileSubject,
  ) {}

  static async open(folder: string, name: string, subject: FileSubject = {}): Promise<ArchiveFile> {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    return new ArchiveFile(await open(path, 'w'), name, subject);
  }

  /** Writes behind what was appended before. @param day makes the bytes a part of its own, so that damage names the day */
  append(bytes: Uint8Array, day?: number): Promise<void> {
    this.#hash.update(bytes);
    this.#bytes += bytes.length;
    if (day !== undefined) this.#parts.push({ day, bytes: bytes.length, sha256: sha256(bytes) });
    this.#tail = this.#tail.then(() => this.handle.appendFile(bytes));
    return this.#tail;
  }

  /** Waits for the disk. */
  async close(): Promise<FileEntry> {
    try {
      await this.#tail;
      await this.handle.sync();
    } finally {
      await this.handle.close();
    }
    const parts = this.#parts.length > 0 ? { parts: this.#parts } : {};
    return { name: this.name, bytes: this.#bytes, sha256: this.#hash.digest('hex'), ...this.subject, ...parts };
  }

  /** Closes the file of a run that failed. */
  async abandon(): Promise<void> {
    await this.#tail.catch(() => undefined);
    await this.handle.close().catch(() => undefined);
  }
}

/** Writes a whole file. */
export async function writeArchiveFile(
  folder: string,
  name: string,
  pieces: readonly Uint8Array[],
  subject: FileSubject = {},
): Promise<FileEntry> {
  const file = await ArchiveFile.open(folder, name, subject);
  for (const piece of pieces) file.append(piece).catch(() => undefined); // `close` throws it.
  return file.close();
}

export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

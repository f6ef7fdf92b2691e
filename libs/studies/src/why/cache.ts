// Tapes of a run's days, kept in a folder that the caller names (an archive's lie inside it): made when `why` first asks
// for a day, good for any enterprise and any earlier day. They vouch for nothing and may be deleted at any time.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DatedShares, DayTape, TapeRun, WhyPlaces, WhySource } from '#libs/analysis';
import { TapeReader, writeTape } from './tape-file';

const VERSION = 2;

/** Which run the tapes were made from. */
export interface TapesOf {
  /** Runs of one key have the same days. */
  readonly key: string;
  readonly modelVersion: string;
}

/** What names and places the tapes are about. */
export interface CacheHead extends TapesOf {
  readonly version: number;
  /** Last day that is kept; every one before it is, too. */
  readonly lastDay: number;
  readonly sectorNames: Readonly<Record<string, { readonly en: string; readonly zh?: string | undefined }>>;
  readonly places: WhyPlaces;
}

/** The tapes of a run, read as they are asked for. */
export class WhyCache implements WhySource {
  readonly #readers = new Map<number, TapeReader>();

  private constructor(
    private readonly folder: string,
    readonly head: CacheHead,
  ) {}

  /** The cache in a folder if it is that run's and reaches the day. */
  static open(folder: string, run: TapesOf, day: number): WhyCache | undefined {
    try {
      const head = JSON.parse(readFileSync(join(folder, 'head.json'), 'utf8')) as CacheHead;
      const isOurs = head.version === VERSION && head.key === run.key && head.modelVersion === run.modelVersion;
      return isOurs && head.lastDay >= day ? new WhyCache(folder, head) : undefined;
    } catch {
      return undefined; // None, or one that cannot be read: it is made again.
    }
  }

  get places(): WhyPlaces {
    return this.head.places;
  }

  output(day: number, enterprise: number): number {
    return this.#reader(day).output(enterprise);
  }

  run(day: number, part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): TapeRun {
    return this.#reader(day).run(part, which);
  }

  shares(day: number, of: 'unmet' | 'orders' | 'dock', which: number): DatedShares {
    return this.#reader(day).shares(of, which);
  }

  close(): void {
    for (const reader of this.#readers.values()) reader.close();
    this.#readers.clear();
  }

  #reader(day: number): TapeReader {
    let reader = this.#readers.get(day);
    if (!reader) {
      reader = new TapeReader(join(this.folder, nameOf(day)), this.places);
      this.#readers.set(day, reader);
    }
    return reader;
  }
}

/** Writes a cache from the eve on; it counts from the moment its head is written. */
export class CacheWriter {
  readonly #folder: string;

  /** Empties what was there. @throws Error where nothing can be written */
  constructor(folder: string) {
    this.#folder = folder;
    if (existsSync(folder)) rmSync(folder, { recursive: true });
    mkdirSync(folder);
  }

  add(tape: DayTape): void {
    writeTape(join(this.#folder, nameOf(tape.day)), tape);
  }

  finish(head: Omit<CacheHead, 'version'>): void {
    const path = join(this.#folder, 'head.json');
    writeFileSync(`${path}.part`, JSON.stringify({ version: VERSION, ...head } satisfies CacheHead));
    renameSync(`${path}.part`, path);
  }
}

function nameOf(day: number): string {
  return day < 0 ? 'eve.bin' : `day-${String(day).padStart(4, '0')}.bin`;
}

// Days that were computed here, held against those that recovery has kept.
import type { SimulatedDay } from '#libs/simulation';
import { hexOf } from '#libs/simulation';

export interface KeptDigest {
  readonly day: number;
  readonly state: string;
  readonly flow: string;
}

/** A day is not as it was kept. */
export class DigestDiffers extends Error {
  constructor(readonly day: number) {
    super(`day ${day} has another digest`);
  }
}

/** @throws DigestDiffers also where the day is not kept */
export function assertSame({ day, digest }: SimulatedDay, kept: readonly KeptDigest[]): void {
  const was = kept.at(day);
  const is = hexOf(digest);
  if (was?.day !== day || was.state !== is.state || was.flow !== is.flow) throw new DigestDiffers(day);
}

/** The first of so many days on which two lists differ; undefined where none does. */
export function firstDifference(a: readonly KeptDigest[], b: readonly KeptDigest[], days: number): number | undefined {
  for (let day = 0; day < days; day++) {
    const [left, right] = [a.at(day), b.at(day)];
    if (!left || !right || left.state !== right.state || left.flow !== right.flow) return day;
  }
  return undefined;
}

// Which runs go when only so many bytes are to be kept: the oldest that are over, one after the other.
import type { RunSize } from '#libs/adapters';
import { InputError } from '#libs/messages';

/** @param sizes oldest first. @returns the ids to remove, oldest first; a run that goes on is never among them */
export function beyond(sizes: readonly RunSize[], keepBytes: number): RunSize[] {
  let kept = sizes.reduce((sum, { bytes }) => sum + bytes, 0);
  return sizes.filter(({ status, bytes }) => {
    if (kept <= keepBytes || status === 'running') return false;
    kept -= bytes;
    return true;
  });
}

const UNITS: Readonly<Record<string, number>> = { b: 1, kb: 1e3, mb: 1e6, gb: 1e9, tb: 1e12 };

/** `5GB`, `500 MB`, `0`. @throws InputError CLI_BAD_NUMBER */
export function bytesOf(name: string, text: string): number {
  const match = /^(\d+(?:\.\d+)?)\s*([kmgt]?b)?$/i.exec(text.trim());
  const value = match ? Number(match[1]) * UNITS[(match[2] ?? 'b').toLowerCase()] : NaN;
  if (Number.isFinite(value)) return value;
  const reason = `${JSON.stringify(text.slice(0, 60))} is no size.`;
  throw new InputError({ code: 'CLI_BAD_NUMBER', path: name, reason, mend: 'Write 5GB, 500MB or 0.' });
}

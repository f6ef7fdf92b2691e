// A run of the stores as an archive: it is computed again, and every day held against its kept digest.
import { rmSync } from 'node:fs';
import { InputError } from '#libs/messages';
import type { CompiledScenario } from '#libs/scenario';
import type { PastRun } from '../past-run';
import { assertSame, DigestDiffers, type KeptDigest } from './past';
import { recordRun } from './record-run';

export interface HomeComing {
  readonly run: PastRun;
  /** Of the archive. */
  readonly folder: string;
  readonly accountsForLosses: boolean;
  /** Every day is held against them. */
  readonly kept: readonly KeptDigest[];
}

/** @throws InputError STK_DIGEST_DIFFERS, and nothing of the folder stays. @returns the digest */
export async function comeHome(
  { run, folder, accountsForLosses, kept }: HomeComing,
  compiled: CompiledScenario,
): Promise<string> {
  const recording = { shards: 1, folder, frames: false, losses: accountsForLosses };
  try {
    const day = (_day: number, _fold: unknown, today: Parameters<typeof assertSame>[0]): void =>
      assertSame(today, kept);
    return (await recordRun({ ...run, compiled }, recording, { day })).digest;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error instanceof DigestDiffers ? differs(run.name, error.day) : error;
  }
}

function differs(name: string, day: number): InputError {
  const reason = `day ${day} of ${name} has another digest when it is computed here.`;
  const mend = 'Services of one version make the same days: see which ones run.';
  return new InputError({ code: 'STK_DIGEST_DIFFERS', path: 'run', reason, mend });
}

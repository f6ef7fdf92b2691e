// Where PostgreSQL keeps its data below a folder of ours. It refuses to run as root: started by root, it runs as a user who
// cannot pass e.g. /root. Then its data lie below the folder of temporary files, which everybody can pass, under a name
// made from that of the folder.
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const OTHERS_MAY_PASS = 0o001;

/** @param folder absolute */
export function postgresFolder(folder: string): string {
  if (process.getuid?.() !== 0 || everybodyPasses(folder)) return join(folder, 'postgres');
  return join(tmpdir(), `resumption-stack-${createHash('sha256').update(folder).digest('hex').slice(0, 12)}`);
}

function everybodyPasses(folder: string): boolean {
  // A folder that is still to be made will be passable: so all that counts is what is there.
  const mode = statSync(folder, { throwIfNoEntry: false })?.mode;
  if (mode !== undefined && (mode & OTHERS_MAY_PASS) === 0) return false;
  return folder === dirname(folder) || everybodyPasses(dirname(folder));
}

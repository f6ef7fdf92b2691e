// `resumption relief DIR@DAY`: the bottleneck by relief.
import { readArchive } from '#libs/adapters';
import { archivedRelief, refuseOtherModel } from '#libs/studies';
import type { Context } from '../context';
import { dayOfRun, splitPlace } from '../place';
import { drawMembersDone, drawRelief } from '../terminal';
import { workersOf } from './band';

export interface ReliefOptions {
  readonly workers?: string;
  readonly json?: boolean;
}

export async function relief(place: string, options: ReliefOptions, context: Context): Promise<void> {
  const workers = workersOf(options.workers);
  const { folder, dayText } = splitPlace(place, 'relief');
  const archive = await readArchive(folder);
  refuseOtherModel(folder, archive);
  const day = dayOfRun(archive, dayText);
  const onDone = (done: number, all: number): void => {
    if (context.isInteractive) context.err(`\r${drawMembersDone(done, all, context)}`);
  };
  const table = await archivedRelief(archive, day, { workers, onDone });
  if (context.isInteractive) context.err('\r\u001b[2K');
  context.out(options.json ? `${JSON.stringify(table)}\n` : `${drawRelief(table, context)}\n`);
}

// `resumption relief DIR@DAY`: the bottleneck by relief.
import { readArchive } from '#libs/adapters';
import { compileArchived, refuseOtherModel, reliefOf } from '#libs/studies';
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
  const rows = await archive.losses();
  const losses = rows?.filter((row) => row['day'] === day);
  const nearest = await archive.snapshot(day - 1);
  const onDone = (done: number, all: number): void => {
    if (context.isInteractive) context.err(`\r${drawMembersDone(done, all, context)}`);
  };
  const table = await reliefOf(compileArchived(archive), { day, losses, nearest }, { workers, onDone });
  if (context.isInteractive) context.err('\r\u001b[2K');
  context.out(options.json ? `${JSON.stringify(table)}\n` : `${drawRelief(table, context)}\n`);
}

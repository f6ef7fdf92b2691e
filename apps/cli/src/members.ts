// Many runs of one scenario in worker threads, with progress.
import { join } from 'node:path';
import type { Context } from './context';
import { type ScenarioTexts } from '#libs/scenario';
import type { Member, MemberInput } from './member';
import { runJobs } from '#libs/studies';
import { drawMembersDone } from './terminal';

/** @returns members in the order of the inputs. @throws the first error of a member */
export async function runMembers(
  texts: ScenarioTexts,
  inputs: readonly MemberInput[],
  workers: number | undefined,
  context: Context,
): Promise<Member[]> {
  const tell = (done: number): void => {
    if (context.isInteractive) context.err(`\r${drawMembersDone(done, inputs.length, context)}`);
  };
  tell(0);
  try {
    const main = join(__dirname, 'member-main.js');
    return await runJobs<Member>('member', inputs, { main, shared: texts, workers, onDone: tell });
  } finally {
    if (context.isInteractive) context.err('\r\u001b[2K');
  }
}

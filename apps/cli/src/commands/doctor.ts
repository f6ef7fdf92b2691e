// `resumption doctor`: whether a stack can be started on this machine, and what is missing.
import { lackingOf, lookAtPrerequisites } from '#libs/adapters';
import { EXIT, type Context } from '../context';
import { drawPrerequisites } from '../terminal/doctor';

/** @returns the exit code: 2 when something is missing that a stack needs */
export async function doctor(options: { json?: boolean }, context: Context): Promise<number> {
  const prerequisites = await lookAtPrerequisites();
  const missing = lackingOf(prerequisites).length;
  if (options.json) context.out(`${JSON.stringify({ canStart: missing === 0, prerequisites })}\n`);
  else context.out(`${drawPrerequisites(prerequisites, missing, context)}\n`);
  return missing === 0 ? EXIT.ok : EXIT.invalid;
}

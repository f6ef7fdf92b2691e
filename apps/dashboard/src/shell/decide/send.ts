// Sends what was decided: a fork is a run of its own and is gone to, with its parent beside it; a command says from which
// day it stands.
import type { Accepted, Lever } from '#libs/api';
import { ask } from '../../api/client';
import { go } from '../../state/place';
import type { RunScope } from '../../state/scope';
import { settingText, type Step } from './amount';

/** What a fork is told of a lever: the market's opening is a date. */
function settingOf(lever: Lever, steps: readonly Step[]): { path: string; value: string } {
  const isOpening = lever.acts === 'market.opens' && steps.length === 1;
  const value = isOpening && (steps[0].value ?? 0) > 0 ? String(steps[0].day) : isOpening ? 'null' : settingText(steps);
  return { path: lever.path, value };
}

/** @throws Refused; TypeError where the gateway cannot be reached */
export async function sendFork(
  { run, speed }: RunScope,
  day: number,
  lever: Lever,
  steps: readonly Step[],
): Promise<void> {
  const body = { day, set: [settingOf(lever, steps)], daysPerSecond: run.status === 'running' ? speed : null };
  const fork = await ask('forkRun', { params: { run: run.id }, body });
  go('live', { run: fork.id, with: run.id, day: null, decide: null, lever: null });
}

/** @throws as `sendFork` */
export function sendCommand({ run }: RunScope, day: number, lever: Lever, value: number): Promise<Accepted> {
  return ask('intervene', { params: { run: run.id }, body: { path: lever.path, value, day } });
}

// What is said when a run does not move.
import { InputError } from '#libs/messages';
import type { RunManifest, RunRow } from '#libs/runtime';
import type { Words } from '#libs/words';
import type { Stack } from './stack';
import type { StackState } from './state';
import { waitedFor } from './waited-for';

const MS_PER_S = 1000;

export function stillText(
  stack: Pick<Stack, 'state'>,
  manifest: Pick<RunManifest, 'days'>,
  row: RunRow,
  stillMs: number,
  words: Words,
): string {
  const dayText = (day: number): string => (day < 0 ? words.beforeFirstDay : String(day));
  const moved = words.nothingMoved(
    String(Math.round(stillMs / MS_PER_S)),
    dayText(row.projectedDay),
    dayText(row.openedDay),
  );
  const waited = waitedFor(row, manifest, servicesOf(stack), words);
  return `${moved} ${words.waitingFor}${words.colon}${waited.join(words.comma)}`;
}

/** None where the stack has gone away meanwhile, which the stores will tell. */
function servicesOf(stack: Pick<Stack, 'state'>): StackState['services'] {
  try {
    return stack.state().services;
  } catch (error) {
    if (error instanceof InputError) return [];
    throw error;
  }
}

// Who a run that does not move waits for, as far as that can be seen from outside: what is missing on the log, services
// that are not running, services that are behind, or else whose turn it is.
import type { RunManifest, RunRow } from '#libs/runtime';
import type { Words } from '#libs/words';
import type { StackState } from './state';

const CONTROL = 'control';
/** It only reads. */
const GATEWAY = 'gateway';

export function waitedFor(
  row: RunRow,
  { days }: Pick<RunManifest, 'days'>,
  services: StackState['services'],
  words: Words,
): string[] {
  const away = services
    .filter(({ name, pid }) => pid === null && name !== GATEWAY)
    .map(({ name }) => words.isNotRunning(name));
  if (row.gap !== null) return [words.isMissing(row.gap), ...away];
  if (away.length > 0) return away;
  if (row.projectedDay >= days - 1) return [words.recoverySumsUp];
  if (row.openedDay <= row.projectedDay) return [words.controlOpensNone];
  const behind = services.flatMap(({ name, day }) =>
    name !== CONTROL && typeof day === 'number' && day < row.openedDay ? [{ name, day }] : [],
  );
  const least = Math.min(...behind.map(({ day }) => day));
  const last = behind.filter(({ day }) => day === least);
  return last.length > 0 ? last.map(({ name, day }) => words.isAtDay(name, String(day))) : [words.stagesOrRecovery];
}

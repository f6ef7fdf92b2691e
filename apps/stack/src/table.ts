// Who runs where, for people.
import { join } from 'node:path';
import type { StackLayout } from './layout';
import { GATEWAY } from './roster';
import type { ProcessState, StackState } from './state-file';

/** Every process of a stack, servers first. */
export const processesOf = (state: StackState): readonly ProcessState[] => [...state.servers, ...state.services];

/** A line a process. */
export function drawProcesses(processes: readonly ProcessState[]): string {
  const rows = processes.map(({ name, pid, port, restarts, day }) =>
    [name, pid ?? 'away', port, restarts, day ?? '–'].map(String),
  );
  const lines = [['name', 'pid', 'port', 'restarts', 'day'], ...rows];
  const widths = lines[0].map((_, at) => Math.max(...lines.map((line) => line[at].length)));
  return lines
    .map((line) => line.map((text, at) => (at === 0 ? text.padEnd(widths[at]) : text.padStart(widths[at]))).join('  '))
    .join('\n');
}

/** The addresses that clients need. */
export function drawAddresses(state: StackState, { folder, gateway }: StackLayout): string {
  const page = state.services.find(({ name }) => name === GATEWAY);
  return [
    `kafka     ${state.kafka.join(', ')}`,
    `postgres  ${state.postgresUrl}`,
    `redis     ${state.redisUrl}`,
    `folder    ${folder}`,
    ...(page ? [`page      http://127.0.0.1:${page.port}`, `          its key is in ${join(gateway, 'key')}`] : []),
  ].join('\n');
}

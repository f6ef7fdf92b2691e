// Everything that is kept of one run in memory.
import type { Command, Milestone } from '#libs/messages';
import type { Beginning, Columns, ProjectedDay, RunManifest, RunRow, ShardSnapshot } from '#libs/runtime';

type KeptDay = Omit<ProjectedDay, 'milestones'>;

export interface MemoryRun {
  readonly manifest: RunManifest;
  row: RunRow;
  readonly commands: { readonly command: Command; readonly key: string; readonly by: string }[];
  /** By shard and day. */
  readonly snapshots: Map<string, ShardSnapshot>;
  readonly days: KeptDay[];
  readonly milestones: Milestone[];
  /** By day, in the order in which they came. */
  readonly losses: Map<number, Columns>;
  summary: string | undefined;
}

export function newRun(manifest: RunManifest, beginning: Beginning): MemoryRun {
  const row: RunRow = {
    ...{ id: manifest.id, status: 'running', failure: null, attempt: 1, startDay: -1, openedDay: -1 },
    ...{ mode: 'playing', stepTo: -1, daysPerSecond: null, projectedDay: -1, gap: null, digest: null },
    ...beginning,
  };
  return {
    ...{ manifest, row, commands: [], snapshots: new Map<string, ShardSnapshot>() },
    ...{ days: [], milestones: [], losses: new Map<number, Columns>(), summary: undefined },
  };
}

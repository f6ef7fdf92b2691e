// Which runs one most likely wants to compare, before one has chosen.
import type { Run } from '#libs/api';

type Chosen = Pick<Run, 'id' | 'forkedFrom'>;

/** The one that was come from with its parent; else the newest fork with its parent; else the two newest. */
export function likely(runs: readonly Chosen[], given: readonly string[]): readonly string[] {
  const known = given.filter((id) => runs.some((run) => run.id === id));
  if (known.length > 1) return known;
  const fork = runs.find((run) => (known.length === 0 || run.id === known[0]) && parentOf(run, runs) !== undefined);
  if (fork) return [parentOf(fork, runs) ?? '', fork.id];
  const child = runs.find((run) => known.length === 1 && parentOf(run, runs) === known[0]);
  if (child) return [known[0], child.id];
  return known.length === 1
    ? known
    : runs
        .slice(0, 2)
        .map(({ id }) => id)
        .reverse();
}

const parentOf = ({ forkedFrom }: Chosen, runs: readonly Chosen[]): string | undefined =>
  runs.find(({ id }) => id === forkedFrom?.run)?.id;

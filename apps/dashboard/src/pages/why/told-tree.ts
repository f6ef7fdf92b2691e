// The whole tree as rows: for the table, and for a file.
import type { WhyNode } from './tree';

export interface TreeRow {
  readonly level: number;
  readonly node: WhyNode;
  /** Of the whole loss. */
  readonly share: number;
}

/** Parents before their children, the largest child first. */
export function rowsOf(node: WhyNode, level = 0, share = 1): TreeRow[] {
  return [{ level, node, share }, ...node.children.flatMap((child) => rowsOf(child, level + 1, share * child.share))];
}

/** @param dateOf ISO date of a day */
export function csvOf(rows: readonly TreeRow[], dateOf: (day: number) => string): string {
  const lines = rows.map(({ level, node, share }) =>
    [
      level,
      node.of,
      node.id ?? '',
      node.sector ?? '',
      node.cause ?? '',
      node.count,
      share,
      dateOf(node.fromDay),
      dateOf(node.toDay),
    ]
      .map(quoted)
      .join(','),
  );
  return ['level,of,id,sector,cause,count,share,from,to', ...lines, ''].join('\n');
}

function quoted(value: string | number): string {
  const text = String(value);
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** ISO date of a day of a run that starts on a date. */
export function isoDate(start: string, day: number): string {
  return new Date(Date.parse(`${start}T00:00:00Z`) + day * 86_400_000).toISOString().slice(0, 10);
}

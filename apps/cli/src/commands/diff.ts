// `resumption diff DIR DIR`: the first day on which two runs differ, and there the source, column and enterprise.
import { readArchive } from '#libs/adapters';
import type { StageSnapshot } from '#libs/kernel';
import { columnLabels, type Chain } from '#libs/model';
import { EXIT, type Context } from '../context';
import { firstDifferingDay, recomputeDays } from '#libs/studies';

interface Difference {
  readonly day: number;
  readonly source: string;
  readonly column: string;
  readonly entity: readonly string[];
  readonly a: number;
  readonly b: number;
  /** Rows of the column that differ. */
  readonly rows: number;
}

export async function diff(
  folderA: string,
  folderB: string,
  options: { json?: boolean },
  context: Context,
): Promise<number> {
  const [a, b] = await Promise.all([readArchive(folderA), readArchive(folderB)]);
  const [digestsA, digestsB] = await Promise.all([a.digests(), b.digests()]);
  const shared = Math.min(digestsA.length, digestsB.length);
  const day = firstDifferingDay(digestsA, digestsB);
  const say = (fact: object, text: string): void =>
    context.out(options.json ? `${JSON.stringify(fact)}\n` : `${text}\n`);
  if (day === shared) {
    if (digestsA.length === digestsB.length) {
      say({ differs: false, days: shared }, `The runs are the same: ${shared} days, digest ${a.manifest.digest}`);
      return EXIT.ok;
    }
    say({ differs: true, day, source: null }, `The runs are the same for ${shared} days; then one of them ends.`);
    return EXIT.differs;
  }
  const found = await locate(folderA, folderB, day);
  if (typeof found === 'string')
    say({ differs: true, day, source: null, reason: found }, `The runs differ from day ${day} on: ${found}`);
  else {
    say(
      { differs: true, ...found },
      `The runs differ from day ${day} on: ${found.source}, ${found.column}, ${found.entity.join(' -> ')}: ${found.a} against ${found.b} (${found.rows} rows of this column differ)`,
    );
  }
  return EXIT.differs;
}

async function locate(folderA: string, folderB: string, day: number): Promise<Difference | string> {
  const range = { from: day, to: day };
  const a = await recomputeDays(folderA, range, () => undefined);
  const b = await recomputeDays(folderB, range, () => undefined);
  const [idsA, idsB] = [a.compiled.chain.enterprises.ids, b.compiled.chain.enterprises.ids];
  if (idsA.length !== idsB.length || a.compiled.chain.links.count !== b.compiled.chain.links.count) {
    return `the chains are not the same (${idsA.length} and ${idsB.length} enterprises, ${a.compiled.chain.links.count} and ${b.compiled.chain.links.count} links)`;
  }
  return (
    firstDifference(a.compiled.chain, day, a.simulation.snapshots(), b.simulation.snapshots()) ??
    'the recomputed days are the same; replay both with --verify'
  );
}

/** Of all columns that differ, the one with the fewest rows: nearest to where it began. */
function firstDifference(
  chain: Chain,
  day: number,
  a: readonly StageSnapshot[],
  b: readonly StageSnapshot[],
): Difference | undefined {
  let nearest: Difference | undefined;
  for (const [s, { stage, columns }] of a.entries()) {
    for (const [c, { name, values }] of columns.entries()) {
      const others = b[s].columns[c].values;
      const row = values.findIndex((value, at) => value !== others[at]);
      if (row < 0) continue;
      const rows = values.reduce((count, value, at) => count + (value === others[at] ? 0 : 1), 0);
      if (nearest && nearest.rows <= rows) continue;
      nearest = {
        day,
        source: stage,
        column: name,
        entity: columnLabels(chain, stage, name)(row),
        a: values[row],
        b: others[row],
        rows,
      };
    }
  }
  return nearest;
}

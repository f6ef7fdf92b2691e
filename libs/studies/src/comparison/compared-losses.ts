// What runs lost by root cause: nothing where a run accounts for none.
import { LOSS_CAUSES, type LossCause } from '#libs/messages';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** One root cause; yuan of value added by run, null where the run did not account for losses. */
export interface ComparedLoss {
  readonly cause: LossCause;
  /** Where it arose; null on the roads. */
  readonly sector: string | null;
  readonly lostYuan: readonly (number | null)[];
}

const ROADS = 'roads';

/** Root causes of the days that all runs have, the largest in any run first. */
export function compareLosses(tables: readonly (Rows | undefined)[], days: number): ComparedLoss[] {
  const byRun = tables.map((rows) => (rows ? sumOf(rows, days) : undefined));
  const keys = [...new Set(byRun.flatMap((sums) => [...(sums?.keys() ?? [])]))];
  const largest = (key: string): number => Math.max(...byRun.map((sums) => sums?.get(key) ?? 0));
  return keys
    .sort((a, b) => largest(b) - largest(a) || (a < b ? -1 : 1))
    .flatMap((key): ComparedLoss[] => {
      const [name, origin] = key.split(' ');
      const cause = LOSS_CAUSES.find((one) => one === name);
      const lostYuan = byRun.map((sums) => (sums ? (sums.get(key) ?? 0) : null));
      return cause ? [{ cause, sector: origin === ROADS ? null : origin, lostYuan }] : [];
    });
}

/** By "cause origin". */
function sumOf(rows: Rows, days: number): Map<string, number> {
  const sums = new Map<string, number>();
  for (const row of rows) {
    if (Number(row['day']) >= days) continue;
    const key = `${String(row['cause'])} ${String(row['origin'])}`;
    sums.set(key, (sums.get(key) ?? 0) + Number(row['lostValueAddedYuan']));
  }
  return sums;
}

// A store of days that tells, as metrics, what it keeps of the newest run: how far each sector could produce, and what it
// has lost to which root cause.
import type { ServiceMetrics } from '#libs/adapters';
import type { Columns } from '#libs/runtime';
import type { ProjectedStore } from '#libs/simulation';

/** A county of one's own may have many sectors; later ones have no series. */
const MOST_SECTORS = 64;

/** @returns the store itself, otherwise unchanged */
export function toldStore(store: ProjectedStore, metrics: ServiceMetrics): ProjectedStore {
  // Losses of a day are kept anew after a restart of the fold: they count once.
  let counted = { run: '', day: -1 };
  return {
    async project(day) {
      const isKept = await store.project(day);
      const newest = metrics.ofNewest(day.run);
      if (!isKept || !newest) return isKept;
      const ids = textOf(day.rates.id);
      const ratios = numbersOf(day.rates.capacityRecovery);
      const scopes = textOf(day.rates.scope);
      const sectors = [...scopes.keys()].filter((at) => scopes[at] === 'sector').slice(0, MOST_SECTORS);
      for (const at of sectors) newest.capacityRecoveryRatio.set({ sector: ids[at] }, ratios[at]);
      return isKept;
    },
    async projectLosses(run, day, losses) {
      await store.projectLosses(run, day, losses);
      const newest = metrics.ofNewest(run);
      if (!newest || (counted.run === run && day <= counted.day)) return;
      counted = { run, day };
      const [sectors, causes] = [textOf(losses.sector), textOf(losses.cause)];
      const told = new Set<string>();
      for (const [at, yuan] of numbersOf(losses.lostYuan).entries()) {
        if (told.size < MOST_SECTORS) told.add(sectors[at]);
        if (told.has(sectors[at])) newest.lostOutputYuan.inc({ sector: sectors[at], cause: causes[at] }, yuan);
      }
    },
    summarise: (run, summary) => store.summarise(run, summary),
    digests: (run) => store.digests(run),
  };
}

function textOf(column: Columns[string]): readonly string[] {
  if (column instanceof Float64Array) throw new TypeError('a column of numbers has no words');
  return 'codes' in column ? Array.from(column.codes, (code) => column.names[code]) : column;
}

function numbersOf(column: Columns[string]): Float64Array {
  if (!(column instanceof Float64Array)) throw new TypeError('a column of words has no numbers');
  return column;
}

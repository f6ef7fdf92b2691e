// How large a chain may get. Checked from the counts alone, before a single enterprise is drawn.
import { MAX_ENTERPRISES, MAX_LINKS } from './limits';
import type { ScenarioFile } from './scenario-file';
import type { EnterpriseRow, LinkRow } from './csv';

/** Sectors are compared with each other, zones make pairs, dated series have a value for each day. */
const MAX_ENTRIES = {
  sectors: 200,
  zones: 200,
  products: 500,
  curves: 1000,
  levers: 1000,
  shocks: 1000,
  observations: 1000,
} as const;

/** Exporters x ages of their overdue contracts: 160 MB. */
const MAX_AGES = 20_000_000;

/** @throws InputError SCN_TOO_MANY */
export function refuseTooMany(
  file: ScenarioFile,
  enterprises: readonly EnterpriseRow[],
  links: readonly LinkRow[],
): void {
  for (const [key, most] of Object.entries(MAX_ENTRIES)) {
    const count = Object.keys(file.spec[key as keyof typeof MAX_ENTRIES]).length;
    if (count > most) throw file.error('SCN_TOO_MANY', [key], `${count} entries.`, `At most ${most}.`);
  }
  const counts = refuseEnterprises(file, enterprises);
  refuseAges(file, counts);
  refuseLinks(file, counts, links.length);
}

/** Enterprises of each sector. */
function refuseEnterprises(file: ScenarioFile, rows: readonly EnterpriseRow[]): Map<string, number> {
  const { sectors, enterprises } = file.spec;
  const counts = new Map(Object.keys(sectors).map((id) => [id, 0]));
  const add = (sector: string): unknown => counts.set(sector, (counts.get(sector) ?? 0) + 1);
  Object.values(enterprises).forEach(({ sector }) => add(sector));
  rows.forEach(({ sector }) => add(sector));
  let total = Object.keys(enterprises).length + rows.length;
  for (const [sectorId, { populations }] of Object.entries(sectors)) {
    for (const [id, { count }] of Object.entries(populations)) {
      total += count;
      counts.set(sectorId, (counts.get(sectorId) ?? 0) + count);
      if (total > MAX_ENTERPRISES) {
        const mend = `A chain has at most ${MAX_ENTERPRISES}; lower the counts.`;
        throw file.error(
          'SCN_TOO_MANY',
          ['sectors', sectorId, 'populations', id, 'count'],
          `${total} enterprises up to here.`,
          mend,
        );
      }
    }
  }
  return counts;
}

/** Overdue contracts are kept by exporter and age. */
function refuseAges(file: ScenarioFile, counts: ReadonlyMap<string, number>): void {
  const { sectors, exports } = file.spec;
  const ages = (exports.cancelAfterDays ?? 0) + 1;
  let exporters = 0;
  for (const [id, { stage }] of Object.entries(sectors)) exporters += stage === 'exporters' ? (counts.get(id) ?? 0) : 0;
  if (exporters * ages <= MAX_AGES) return;
  const mend = `At most ${MAX_AGES}: cancel earlier, or lower the counts of exporters.`;
  throw file.error('SCN_TOO_MANY', ['exports', 'cancelAfterDays'], `${exporters} exporters x ${ages} ages.`, mend);
}

function refuseLinks(file: ScenarioFile, counts: ReadonlyMap<string, number>, rows: number): void {
  let total = rows;
  for (const [sectorId, { buys }] of Object.entries(file.spec.sectors)) {
    for (const [product, { from }] of Object.entries(buys)) {
      for (const [sellerId, { partners }] of Object.entries(from)) {
        const [few, many] = [counts.get(sectorId) ?? 0, counts.get(sellerId) ?? 0].sort((a, b) => a - b);
        total += many * Math.min(partners, few) + few;
        if (total > MAX_LINKS) {
          const path = ['sectors', sectorId, 'buys', product, 'from', sellerId, 'partners'];
          const mend = `A chain has at most ${MAX_LINKS}; lower partners or counts.`;
          throw file.error('SCN_TOO_MANY', path, `${total} links up to here.`, mend);
        }
      }
    }
  }
}

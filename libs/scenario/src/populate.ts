// Enterprises from populations, names and CSV rows: sizes lognormal and cut at 8 x mean, places by weight. Every draw is
// keyed by the enterprise's row, so adding a sector at the end moves nobody else.
import type { Random } from '#libs/kernel';
import type { InputError } from '#libs/messages';
import { STREAMS } from '#libs/model';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import { CrowdBuilder, type Crowd } from './crowd';
import type { EnterpriseRow } from './csv';
import { readEach } from './faults';
import { didYouMean, quoted } from './nearest';
import { drawParks } from './parks';
import type { Path, ScenarioFile } from './scenario-file';
import type { ScenarioSpec } from './schema/scenario';

const LARGEST_SIZE = 8;

interface Places {
  readonly sectorIds: readonly string[];
  readonly zoneIds: readonly string[];
  /** Where an enterprise without a zone stands: the zone of the greatest weight. */
  readonly firstZone: number;
}

/** All enterprises. @throws InputError SCN_UNKNOWN_..., SCN_DUPLICATE_ID, SCN_NO_WEIGHT, CSV_... */
export function populate(file: ScenarioFile, random: Random, csv: readonly EnterpriseRow[]): Crowd {
  const { spec } = file;
  const places = placesOf(file);
  const populations = populationsOf(file);
  const named = Object.keys(spec.enterprises).length;
  const count = populations.reduce((sum, one) => sum + one.count, named + csv.length);
  const crowd = new CrowdBuilder(count);
  populations.forEach((one, index) => addPopulation(file, crowd, random, places, one, index));
  readEach(Object.keys(spec.enterprises), (id) => addNamed(file, crowd, places, id));
  readEach(csv, (row) => addCsvRow(file, crowd, places, row));
  crowd.park.set(drawParks(spec, crowd.sector, random));
  const firstCsv = count - csv.length;
  const errorAt = (row: number, code: string, reason: string, mend: string): InputError => {
    if (row >= firstCsv) return csv[row - firstCsv].error(code, 'id', reason, mend);
    const population = crowd.population[row];
    return file.error(
      code,
      population < 0 ? ['enterprises', crowd.ids[row]] : populations[population].path,
      reason,
      mend,
    );
  };
  return Object.assign(crowd, { populationIds: populations.map(({ id }) => id), errorAt });
}

function placesOf(file: ScenarioFile): Places {
  const { sectors, zones } = file.spec;
  const weights = Object.values(zones).map(({ weight }) => weight);
  if (weights.length === 0) throw file.error('SCN_NO_ZONE', ['zones'], 'there is no zone.', 'Name one, or drop zones.');
  return {
    sectorIds: Object.keys(sectors),
    zoneIds: Object.keys(zones),
    firstZone: weights.indexOf(Math.max(...weights)),
  };
}

type Population = ScenarioSpec['sectors'][string]['populations'][string] & {
  readonly id: string;
  readonly sector: number;
  readonly finishedDays: number;
  readonly path: Path;
};

function populationsOf(file: ScenarioFile): Population[] {
  const populations = Object.entries(file.spec.sectors).flatMap(([sectorId, { populations, finishedDays }], sector) =>
    Object.entries(populations).map(([id, population]) => {
      return { ...population, id, sector, finishedDays, path: ['sectors', sectorId, 'populations', id] };
    }),
  );
  refuseSharedIds(file, populations);
  return populations;
}

function addPopulation(
  file: ScenarioFile,
  crowd: CrowdBuilder,
  random: Random,
  { zoneIds }: Places,
  one: Population,
  index: number,
): void {
  const zones = zoneWeights(file, zoneIds, one.zones, [...one.path, 'zones']);
  const width = String(one.count).length;
  for (let i = 1; i <= one.count; i++) {
    const next = crowd.ids.length;
    const zone = pickWeighted(zones, random.uniform(STREAMS.place, next));
    const size = one.staff * lognormal(random, next, one.sigma);
    const row = crowd.add(`${one.id}-${String(i).padStart(width, '0')}`, one.sector, zone, size);
    crowd.population[row] = index;
    crowd.finishedDays[row] = one.finishedDays;
    crowd.isNotable[row] = one.notable ? 1 : 0;
  }
}

/** Populations number their enterprises by their own id, so two of one id would make the same enterprises. */
function refuseSharedIds(file: ScenarioFile, populations: readonly { id: string; path: Path }[]): void {
  const seen = new Map<string, Path>();
  for (const { id, path } of populations) {
    const other = seen.get(id);
    if (other) {
      const reason = `there is another population ${quoted(id)}, in sector ${quoted(String(other[1]))}.`;
      throw file.error('SCN_DUPLICATE_ID', path, reason, 'Give it another id: its enterprises are numbered by it.');
    }
    seen.set(id, path);
  }
}

function addNamed(
  file: ScenarioFile,
  crowd: CrowdBuilder,
  { sectorIds, zoneIds, firstZone }: Places,
  id: string,
): void {
  const { sectors, enterprises } = file.spec;
  const named = enterprises[id];
  const path = ['enterprises', id];
  if (crowd.rowOfId.has(id)) {
    const reason = `a population has an enterprise ${quoted(id)} too.`;
    throw file.error('SCN_DUPLICATE_ID', path, reason, 'Give it another id.');
  }
  const sector = indexOf(file, sectorIds, named.sector, [...path, 'sector'], 'sector');
  const zone = named.zone === undefined ? firstZone : indexOf(file, zoneIds, named.zone, [...path, 'zone'], 'zone');
  const populations = Object.values(sectors[named.sector].populations);
  const staff = populations.reduce((most, population) => Math.max(most, population.staff), 0) || 10;
  const row = crowd.add(id, sector, zone, named.size * staff);
  crowd.isNotable[row] = 1;
  crowd.finishedDays[row] = named.finishedDays ?? sectors[named.sector].finishedDays;
}

function addCsvRow(
  file: ScenarioFile,
  crowd: CrowdBuilder,
  { sectorIds, zoneIds, firstZone }: Places,
  row: EnterpriseRow,
): void {
  if (crowd.rowOfId.has(row.id)) {
    throw row.error('CSV_DUPLICATE_ID', 'id', `there is another enterprise ${quoted(row.id)}.`, 'Give each id once.');
  }
  const sector = sectorIds.indexOf(row.sector);
  if (sector < 0)
    throw row.error(
      'CSV_UNKNOWN_SECTOR',
      'sector',
      `no sector ${quoted(row.sector)}.`,
      didYouMean(row.sector, sectorIds),
    );
  const zone = row.zone === undefined ? firstZone : zoneIds.indexOf(row.zone);
  if (zone < 0)
    throw row.error(
      'CSV_UNKNOWN_ZONE',
      'zone',
      `no zone ${quoted(row.zone ?? '')}.`,
      didYouMean(row.zone ?? '', zoneIds),
    );
  const at = crowd.add(row.id, sector, zone, row.staff);
  crowd.isNotable[at] = row.isNotable ? 1 : 0;
  crowd.finishedDays[at] = row.finishedDays ?? file.spec.sectors[row.sector].finishedDays;
  crowd.finalYuan[at] = row.finalYuanPerDay ?? NaN;
  crowd.stockRatio[at] = row.stockRatio ?? NaN;
}

function indexOf(file: ScenarioFile, ids: readonly string[], id: string, path: Path, what: string): number {
  const index = ids.indexOf(id);
  if (index < 0)
    throw file.error(`SCN_UNKNOWN_${what.toUpperCase()}`, path, `no ${what} ${quoted(id)}.`, didYouMean(id, ids));
  return index;
}

/** Running sums of weights, ending in 1. */
function zoneWeights(
  file: ScenarioFile,
  zoneIds: readonly string[],
  own: Record<string, number> | undefined,
  path: Path,
): Float64Array {
  for (const zone of Object.keys(own ?? {})) indexOf(file, zoneIds, zone, [...path, zone], 'zone');
  const weights = zoneIds.map((id) => (own ? (own[id] ?? 0) : file.spec.zones[id].weight));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0))
    throw file.error('SCN_NO_WEIGHT', own ? path : ['zones'], 'all weights are 0.', 'Give one zone a weight above 0.');
  let sum = 0;
  return Float64Array.from(weights, (weight) => (sum += weight / total));
}

function pickWeighted(sums: Float64Array, draw: number): number {
  for (let i = 0; i < sums.length - 1; i++) if (draw < sums[i]) return i;
  return sums.length - 1;
}

/** Lognormal with mean 1, by Marsaglia's polar method. */
function lognormal(random: Random, row: number, sigma: number): number {
  if (sigma === 0) return 1;
  for (let draw = 0; ; draw += 2) {
    const u = 2 * random.uniform(STREAMS.size, row, 0, draw) - 1;
    const v = 2 * random.uniform(STREAMS.size, row, 0, draw + 1) - 1;
    const s = u * u + v * v;
    if (s === 0 || s >= 1) continue;
    const normal = u * Math.sqrt((-2 * ln(s)) / s);
    return Math.min(LARGEST_SIZE, exp(sigma * normal - (sigma * sigma) / 2));
  }
}

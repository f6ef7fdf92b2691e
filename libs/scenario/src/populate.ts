// Enterprises from populations, names and CSV rows: sizes lognormal and cut at 8 x mean, places by weight. Every draw is
// keyed by the enterprise's row, so adding a sector at the end moves nobody else.
import type { Random } from '#libs/kernel';
import { STREAMS } from '#libs/model';
import exp from '@stdlib/math-base-special-exp';
import ln from '@stdlib/math-base-special-ln';
import type { EnterpriseRow } from './csv';
import { didYouMean } from './nearest';
import type { ScenarioFile } from './scenario-file';
import type { ScenarioSpec } from './schema/scenario';

const LARGEST_SIZE = 8;

export interface Crowd {
  readonly ids: string[];
  readonly sector: number[];
  readonly population: number[];
  readonly zone: number[];
  readonly park: number[];
  readonly isNotable: number[];
  /** Weight inside the sector. */
  readonly size: number[];
  readonly finishedDays: number[];
  /** Overrides of the sector's or file's defaults; NaN where none. */
  readonly finalYuan: number[];
  readonly stockRatio: number[];
  readonly populationIds: string[];
  readonly rowOfId: Map<string, number>;
}

/** Parks by number: park-001 and on. */
export function parkIds({ parks }: ScenarioSpec): string[] {
  const width = String(parks.count).length;
  return Array.from({ length: parks.count }, (_, i) => `park-${String(i + 1).padStart(width, '0')}`);
}

/** All enterprises, sector by sector: populations, then the named ones, then CSV rows. */
export function populate(file: ScenarioFile, random: Random, csv: readonly EnterpriseRow[]): Crowd {
  const crowd: Crowd = {
    ids: [],
    sector: [],
    population: [],
    zone: [],
    park: [],
    isNotable: [],
    size: [],
    finishedDays: [],
    finalYuan: [],
    stockRatio: [],
    populationIds: [],
    rowOfId: new Map(),
  };
  const { spec } = file;
  const sectorIds = Object.keys(spec.sectors);
  const zoneIds = Object.keys(spec.zones);
  sectorIds.forEach((sectorId, sector) => {
    const { populations, finishedDays } = spec.sectors[sectorId];
    for (const [id, population] of Object.entries(populations)) {
      const at = crowd.populationIds.push(id) - 1;
      const zones = zoneWeights(file, zoneIds, population.zones, ['sectors', sectorId, 'populations', id, 'zones']);
      const width = String(population.count).length;
      for (let i = 1; i <= population.count; i++) {
        const row = crowd.ids.length;
        add(crowd, {
          id: `${id}-${String(i).padStart(width, '0')}`,
          sector,
          population: at,
          finishedDays,
          zone: pickWeighted(zones, random.uniform(STREAMS.place, row)),
          park: Math.floor(random.uniform(STREAMS.place, row, 0, 1) * spec.parks.count),
          isNotable: population.notable,
          size: population.staff * lognormal(random, row, population.sigma),
        });
      }
    }
  });
  addNamed(file, crowd, sectorIds, zoneIds);
  csv.forEach((row) => addCsvRow(file, crowd, sectorIds, zoneIds, row));
  return crowd;
}

interface Newcomer {
  id: string;
  sector: number;
  population: number;
  zone: number;
  park: number;
  isNotable: boolean;
  size: number;
  finishedDays: number;
  finalYuan?: number | undefined;
  stockRatio?: number | undefined;
}

function add(crowd: Crowd, one: Newcomer): void {
  crowd.rowOfId.set(one.id, crowd.ids.length);
  crowd.ids.push(one.id);
  crowd.sector.push(one.sector);
  crowd.population.push(one.population);
  crowd.zone.push(one.zone);
  crowd.park.push(one.park);
  crowd.isNotable.push(one.isNotable ? 1 : 0);
  crowd.size.push(one.size);
  crowd.finishedDays.push(one.finishedDays);
  crowd.finalYuan.push(one.finalYuan ?? NaN);
  crowd.stockRatio.push(one.stockRatio ?? NaN);
}

function addNamed(file: ScenarioFile, crowd: Crowd, sectorIds: string[], zoneIds: string[]): void {
  const { spec } = file;
  for (const [id, named] of Object.entries(spec.enterprises)) {
    const path = ['enterprises', id];
    if (crowd.rowOfId.has(id)) {
      throw file.error('SCN_DUPLICATE_ID', path, `there is another enterprise "${id}".`, 'Give it another id.');
    }
    const sector = indexOf(file, sectorIds, named.sector, [...path, 'sector'], 'SECTOR');
    const populations = Object.values(spec.sectors[named.sector].populations);
    const staff = populations.reduce((most, population) => Math.max(most, population.staff), 0) || 10;
    add(crowd, {
      id,
      sector,
      population: -1,
      park: 0,
      isNotable: true,
      zone:
        named.zone === undefined
          ? firstZone(file, zoneIds)
          : indexOf(file, zoneIds, named.zone, [...path, 'zone'], 'ZONE'),
      size: named.size * staff,
      finishedDays: named.finishedDays ?? spec.sectors[named.sector].finishedDays,
    });
  }
}

function addCsvRow(file: ScenarioFile, crowd: Crowd, sectorIds: string[], zoneIds: string[], row: EnterpriseRow): void {
  if (crowd.rowOfId.has(row.id))
    throw row.error('CSV_DUPLICATE_ID', 'id', `there is another enterprise "${row.id}".`, 'Give each id once.');
  const sector = sectorIds.indexOf(row.sector);
  if (sector < 0)
    throw row.error('CSV_UNKNOWN_SECTOR', 'sector', `no sector "${row.sector}".`, didYouMean(row.sector, sectorIds));
  const zone = row.zone === undefined ? firstZone(file, zoneIds) : zoneIds.indexOf(row.zone);
  if (zone < 0)
    throw row.error('CSV_UNKNOWN_ZONE', 'zone', `no zone "${row.zone}".`, didYouMean(row.zone ?? '', zoneIds));
  add(crowd, {
    id: row.id,
    sector,
    population: -1,
    zone,
    park: 0,
    isNotable: row.isNotable,
    size: row.staff,
    finishedDays: row.finishedDays ?? file.spec.sectors[row.sector].finishedDays,
    finalYuan: row.finalYuanPerDay,
    stockRatio: row.stockRatio,
  });
}

function indexOf(file: ScenarioFile, ids: readonly string[], id: string, path: string[], what: string): number {
  const index = ids.indexOf(id);
  if (index < 0)
    throw file.error(`SCN_UNKNOWN_${what}`, path, `no ${what.toLowerCase()} "${id}".`, didYouMean(id, ids));
  return index;
}

/** Where an enterprise without a zone stands: the zone of the greatest weight. */
function firstZone(file: ScenarioFile, zoneIds: readonly string[]): number {
  const weights = zoneIds.map((id) => file.spec.zones[id].weight);
  return weights.indexOf(Math.max(...weights));
}

/** Running sums of weights, ending in 1. */
function zoneWeights(
  file: ScenarioFile,
  zoneIds: readonly string[],
  own: Record<string, number> | undefined,
  path: string[],
): Float64Array {
  for (const zone of Object.keys(own ?? {})) indexOf(file, zoneIds, zone, [...path, zone], 'ZONE');
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

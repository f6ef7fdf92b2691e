// Corridors: one for each pair of zones between which goods go by road, of the zones' road (of two, the slower one).
import { firstSights, lookUp } from '#libs/kernel';
import { didYouMean, quoted } from './nearest';
import type { ScenarioFile } from './scenario-file';
import type { DraftCorridor } from './draft';
import type { RoadSpec } from './schema/scenario';

export interface Road {
  readonly id: string;
  readonly leadDays: number;
  readonly capacity: number;
  readonly checkpoint: NonNullable<RoadSpec['checkpoint']> | undefined;
}

/** Finds and numbers corridors as links ask for them. */
export class RoadMap {
  readonly corridors: DraftCorridor[] = [];
  readonly roadOf: Road[] = [];
  /** Corridor of each ordered pair of zones, or -1. */
  readonly #byPair: Int32Array;
  readonly #roads: readonly Road[];
  readonly #zoneRoad: readonly Road[];
  readonly #zoneIds: readonly string[];

  /** @throws InputError SCN_UNKNOWN_ROAD */
  constructor(file: ScenarioFile) {
    const { zones, roads } = file.spec;
    const specs = Object.entries(roads).filter(([id]) => id !== 'floors') as [string, Omit<Road, 'id'>][];
    const defaults: Road = { id: 'inside', leadDays: 2, capacity: 1.5, checkpoint: undefined };
    this.#roads =
      specs.length > 0 ? specs.map(([id, spec]) => ({ ...spec, id, checkpoint: spec.checkpoint })) : [defaults];
    this.#zoneIds = Object.keys(zones);
    this.#byPair = new Int32Array(this.#zoneIds.length * this.#zoneIds.length).fill(-1);
    this.#zoneRoad = this.#zoneIds.map((id) => {
      const road = this.#roads.find((one) => one.id === zones[id].road);
      if (!road) {
        const names = this.#roads.map((one) => one.id);
        throw file.error(
          'SCN_UNKNOWN_ROAD',
          ['zones', id, 'road'],
          `no road ${quoted(zones[id].road)}.`,
          didYouMean(zones[id].road, names),
        );
      }
      return road;
    });
  }

  get roadIds(): string[] {
    return this.#roads.map(({ id }) => id);
  }

  /** Writes the corridor of each link: the one between the zones of its ends, either way, opened with the first link. */
  fillCorridors(corridor: Int32Array, suppliers: Int32Array, buyers: Int32Array, zone: Int32Array): void {
    const pairs = pairsOf(suppliers, buyers, zone, this.#zoneIds.length);
    for (const pair of firstSights(pairs, this.#byPair.length)) if (this.#byPair[pair] < 0) this.#open(pair);
    lookUp(corridor, pairs, this.#byPair);
  }

  #open(pair: number): void {
    const zones = this.#zoneIds.length;
    const [from, to] = [Math.floor(pair / zones), pair % zones];
    this.#byPair[pair] = this.#add(Math.min(from, to), Math.max(from, to));
    this.#byPair[to * zones + from] = this.#byPair[pair];
  }

  #add(a: number, b: number): number {
    const [first, second] = [this.#zoneRoad[a], this.#zoneRoad[b]];
    const road = second.leadDays > first.leadDays ? second : first;
    this.corridors.push({
      id: `${this.#zoneIds[a]}~${this.#zoneIds[b]}`,
      capacity: { timesBase: road.capacity },
      freeShare: road.checkpoint?.freeShare ?? 1,
      tonnesPerPass: (road.checkpoint?.tripsPerDay ?? 0) * (road.checkpoint?.tonnesPerTrip ?? 0),
      checkpointDays: road.checkpoint?.addsDays ?? 0,
      officeDays: road.checkpoint?.officeDays ?? 0,
      road: road.id,
    });
    return this.roadOf.push(road) - 1;
  }
}

/** Zones of both ends of each link, as one number. */
function pairsOf(suppliers: Int32Array, buyers: Int32Array, zone: Int32Array, zones: number): Int32Array {
  const pairs = new Int32Array(suppliers.length);
  for (let i = 0; i < pairs.length; i++) pairs[i] = zone[suppliers[i]] * zones + zone[buyers[i]];
  return pairs;
}

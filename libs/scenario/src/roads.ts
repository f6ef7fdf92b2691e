// Corridors: one for each pair of zones between which goods go by road, of the zones' road (of two, the slower one).
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

  /** Corridor between two zones, either way. */
  corridorOf(from: number, to: number): number {
    const zones = this.#zoneIds.length;
    const pair = from * zones + to;
    if (this.#byPair[pair] < 0) {
      this.#byPair[pair] = this.#add(Math.min(from, to), Math.max(from, to));
      this.#byPair[to * zones + from] = this.#byPair[pair];
    }
    return this.#byPair[pair];
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

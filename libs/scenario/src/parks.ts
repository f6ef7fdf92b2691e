// Where enterprises stand: plants and exporters in a park, shops in a market hall where the file counts any, else in a
// park like everybody. Each draws its place by itself, evenly.
import type { Random } from '#libs/kernel';
import { STREAMS } from '#libs/model';
import type { ScenarioSpec } from './schema/scenario';

/** Parks by number, park-001 and on, and then halls. */
export function parkIds({ parks: { count, halls } }: ScenarioSpec): string[] {
  return [...numbered('park', count), ...numbered('hall', halls)];
}

function numbered(kind: string, count: number): string[] {
  const width = String(count).length;
  return Array.from({ length: count }, (_, i) => `${kind}-${String(i + 1).padStart(width, '0')}`);
}

/** Position in `parkIds` of each row. @param sector of each row */
export function drawParks({ parks, sectors }: ScenarioSpec, sector: Int32Array, random: Random): Int32Array {
  const { count, halls } = parks;
  const isShop = Object.values(sectors).map(({ stage }) => stage === 'markets' && halls > 0);
  return sector.map((at, row) => {
    const draw = random.uniform(STREAMS.place, row, 0, 1);
    return isShop[at] ? count + Math.floor(draw * halls) : Math.floor(draw * count);
  });
}

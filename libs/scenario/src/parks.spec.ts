// Parks and halls: who stands where.
import { compileScenario, parseScenario } from './index';
import { RESUMING } from './resuming.fixture';

const MARKET = `
  shops:
    stage: markets
    product: cloth
    baseYuanPerDay: 90000
    buys: { cloth: { perOutput: 0.5, from: { dyeing: {} } } }
    populations: { shop: { count: 60 } }
enterprises:`;

/** How many shops, and how many others, stand in each place. */
function placesOf(parks: string): { readonly shops: Record<string, number>; readonly others: Record<string, number> } {
  const text = RESUMING.replace('parks: { count: 4 }', parks).replace('\nenterprises:', MARKET);
  const { chain } = compileScenario(parseScenario(text, 'county.yaml'));
  const { park, stageStarts, count } = chain.enterprises;
  const shops: Record<string, number> = {};
  const others: Record<string, number> = {};
  for (let i = 0; i < count; i++) {
    const into = i >= stageStarts.markets && i < stageStarts.exporters ? shops : others;
    const id = chain.parks[park[i]];
    into[id] = (into[id] ?? 0) + 1;
  }
  return { shops, others };
}

describe('four parks and two halls', () => {
  const { shops, others } = placesOf('parks: { count: 4, halls: 2 }');

  it('have shops in the halls alone, some in each', () =>
    expect(Object.keys(shops).sort()).toEqual(['hall-1', 'hall-2']));
  it('have everybody else in the parks', () =>
    expect(Object.keys(others).sort()).toEqual(['park-1', 'park-2', 'park-3', 'park-4']));
});

describe('four parks without a hall', () => {
  it('have shops among the others', () => {
    expect(Object.keys(placesOf('parks: { count: 4 }').shops).sort()).toEqual(['park-1', 'park-2', 'park-3', 'park-4']);
  });
});

describe('enterprises with a name of their own', () => {
  it('do not all stand in the first park', () => {
    const { chain } = compileScenario(parseScenario(RESUMING.replace('count: 4', 'count: 50'), 'county.yaml'));
    const parkOf = (id: string): number => chain.enterprises.park[chain.enterprises.ids.indexOf(id)];
    expect(new Set(['alice', 'berta', 'carla'].map(parkOf)).size).toBeGreaterThan(1);
  });
});

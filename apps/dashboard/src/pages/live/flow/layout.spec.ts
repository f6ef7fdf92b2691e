import type { Chain } from '#libs/api';
import { flowLayout } from './layout';

const sector = (id: string, baseYuan: number): Chain['sectors'][number] => ({
  ...{ id, name: { en: id }, stage: 'plants', enterprises: 1 },
  ...{ baseYuan, baseValueAddedYuan: baseYuan, baseFinalYuan: 0 },
});
const flow = (from: string, to: string, baseYuan: number): Chain['flows'][number] => ({ from, to, baseYuan, days: 2 });
const chain: Chain = {
  ...{ enterprises: 6, links: 6, zones: [], observations: [] },
  sectors: [
    sector('heat', 15),
    sector('weaving', 163),
    sector('aux', 22),
    sector('dyeing', 250),
    sector('market', 321),
  ],
  outside: [{ id: 'outside-yarn', name: { en: 'yarn' }, baseYuan: 32 }],
  flows: [
    ...[flow('heat', 'dyeing', 11), flow('weaving', 'dyeing', 144), flow('aux', 'dyeing', 20)],
    ...[flow('dyeing', 'market', 208), flow('outside-yarn', 'weaving', 32)],
  ],
};
const frame = { width: 1000, top: 100, most: 90, tail: 100 };

describe('the flow of a chain', () => {
  const { nodes, pipes, stubs, columns } = flowLayout(chain, frame);
  const node = (id: string): (typeof nodes)[number] => nodes.find((one) => one.id === id) ?? nodes[0];
  it('stands in as many columns as its longest way has sectors', () => {
    expect(columns).toBe(3);
    expect(node('market').column).toBe(2);
    expect(node('weaving').column).toBe(0);
  });
  it('has the largest sector of each column on its main line, the others below', () => {
    expect(
      nodes
        .filter(({ isMain }) => isMain)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(['dyeing', 'market', 'weaving']);
    expect(node('aux').y).toBeGreaterThan(node('weaving').y);
  });
  it('draws heights to one scale', () => {
    expect(node('market').height).toBeCloseTo(90);
    expect(node('dyeing').height).toBeCloseTo((250 / 321) * 90);
  });
  it('keeps pipes of a node inside it, none over another', () => {
    const into = pipes.filter(({ to }) => to === 'dyeing').sort((one, other) => one.end.y - other.end.y);
    into.slice(1).forEach((pipe, at) => {
      expect(pipe.end.y - pipe.height / 2).toBeGreaterThanOrEqual(into[at].end.y + into[at].height / 2 - 1e-9);
    });
  });
  it('draws what comes from outside as a stub', () => {
    expect(stubs.map(({ id }) => id)).toEqual(['weaving']);
  });
});

describe('a chain with a circle', () => {
  it('is drawn all the same', () => {
    const circle = { ...chain, flows: [...chain.flows, flow('market', 'weaving', 5)] };
    expect(flowLayout(circle, frame).nodes).toHaveLength(5);
  });
});

import { lackingOf, lookAtPrerequisites, PREREQUISITES, type Prerequisite } from './prerequisites';

const there: Prerequisite = { name: 'redis', version: '7.0', isThere: true, isNeeded: true, install: '' };

describe('a stack', () => {
  it('can start with what it needs, whatever else is missing', () => {
    expect(lackingOf([there, { ...there, name: 'docker', isThere: false, isNeeded: false }])).toEqual([]);
  });

  it('cannot start without something that it needs', () => {
    const old: Prerequisite = { ...there, name: 'java', version: '11.0.2', isThere: false };
    expect(lackingOf([there, old])).toEqual([old]);
  });
});

describe('a machine without the jars of Kafka', () => {
  it('needs Maven, and is told about everything in one order', async () => {
    const found = await lookAtPrerequisites('/nowhere');
    expect(found.map(({ name }) => name)).toEqual(PREREQUISITES);
    const of = (name: string) => found.find((one) => one.name === name);
    expect(of('node')).toMatchObject({ version: process.versions.node, isThere: true });
    expect(of('kafka')).toMatchObject({ version: null, isThere: false, isNeeded: false });
    expect(of('maven')).toMatchObject({ isNeeded: true });
    expect(found.every(({ install }) => install.length > 0)).toBe(true);
  });
});

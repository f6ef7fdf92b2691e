import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { compileTexts } from '#libs/scenario';
import { Simulation, type SimulatedDay } from './simulation';

const name = 'seeds/keqiao/mini.yaml';
const text = readFileSync(resolve(__dirname, '../../..', name), 'utf8');
const compiled = compileTexts({ name, text, tables: [] }, []);

describe('a run without a hash', () => {
  it('runs its days without digests, and refuses to name one of its own', async () => {
    const digests: SimulatedDay['digest'][] = [];
    const simulation = new Simulation(compiled, { shards: 2 });
    await simulation.runTo(3, ({ digest }) => void digests.push(digest));
    expect(digests).toEqual([1, 2, 3].map(() => ({ state: 0n, flow: 0n })));
    expect(() => simulation.digest()).toThrow('a run without a hash has no digests');
  });
});

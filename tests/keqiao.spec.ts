// Keqiao in full: the digest that this version of the model gives, and how far the story is from what was observed.
import { resumption } from './command';

interface Run {
  readonly digest: string;
  readonly enterprises: number;
  readonly rates: readonly {
    readonly returnToPost: number | null;
    readonly capacityRecovery: number;
    readonly resumption: number;
  }[];
  readonly observations: readonly { readonly id: string; readonly within: boolean | null }[];
  readonly curves: readonly unknown[];
}

const runOf = (...words: string[]): Run => JSON.parse(resumption('run', ...words, '--no-archive', '--json').out) as Run;

describe('Keqiao with imposed curves', () => {
  const run = runOf('seeds/keqiao/scenario.yaml');

  it('has the digest of this model version', () => {
    expect(run.digest).toBe('67cb4c9e53025d38');
    expect(runOf('seeds/keqiao/mini.yaml').digest).toBe('e5564dc15d882e35');
    expect(runOf('seeds/keqiao/dyeing-at-40.yaml').digest).toBe('d6c2324533e21f48');
  });

  it('opens the shops within 5 points and turns over within 5 % of what was observed', () => {
    const within = Object.fromEntries(run.observations.map(({ id, within: is }) => [id, is]));
    expect(within).toMatchObject({ 'K19-shops': true, 'K19-turnover': true });
  });

  it('starts shut, ends above 95 %, and names what is imposed', () => {
    expect(run.rates[0].capacityRecovery).toBeLessThan(0.1);
    expect(run.rates[59].capacityRecovery).toBeGreaterThan(0.95);
    expect(run.rates.every(({ returnToPost }) => returnToPost === null)).toBe(true);
    expect(run.curves.length).toBeGreaterThan(5);
  });
});

// What each lever is worth.
import { resumption } from './command';

interface Row {
  readonly path: string;
  readonly staysAt: number | null;
  readonly digest: string;
  readonly day80: number | null;
  readonly lostValueAddedYuan: number;
  readonly target: number;
  readonly costYuan: number | null;
}

const mini = (...words: string[]) => {
  const costs = ['--set', 'levers.passes.cost={yuanPerUnitDay: 50}'];
  return resumption('levers', 'seeds/keqiao/mini.yaml', ...costs, ...words);
};

describe('the levers of Keqiao in small, each left out in turn', () => {
  let table: { base: Row; levers: Row[]; target: { id: string } };
  const of = (path: string): Row => {
    const row = table.levers.find((one) => one.path === path);
    if (!row) throw new Error(`no row ${path}`);
    return row;
  };

  beforeAll(() => (table = JSON.parse(mini('--json').out) as typeof table));

  it('are the levers, the market and the curves, in the order of the file', () => {
    const sections = table.levers.map(({ path }) => path.split('.')[0]);
    expect([...new Set(sections)]).toEqual(['levers', 'market', 'curves']);
    expect(table.levers.slice(0, 4).map(({ path }) => path)).toEqual([
      'levers.white-list',
      'levers.health-code',
      'levers.trains',
      'levers.charter',
    ]);
  });

  it('stay where they are without being used', () => {
    const stays = { 'levers.checkpoint': 1, 'levers.passes': 0, 'levers.charter': 0, 'curves.demand': 0.4 };
    for (const [path, value] of Object.entries(stays)) expect(of(path).staysAt).toBe(value);
  });

  it('cost what the run as it is pays for them', () => {
    // 2 passes for 3 days, 3 for 3, 5 for 45, at 50 yuan a day.
    expect(of('levers.passes').costYuan).toBe(50 * (2 * 3 + 3 * 3 + 5 * 45));
    expect(of('levers.checkpoint').costYuan).toBeNull();
  });

  it('change the first check when they go, since there is no target', () => {
    expect(table.target.id).toBe('K4');
    expect(of('levers.passes').target).toBeLessThan(table.base.target);
    expect(of('market.opens').day80).toBeNull();
    expect(of('market.opens').lostValueAddedYuan).toBeGreaterThan(table.base.lostValueAddedYuan);
  });

  it('are the runs that one would make by hand', () => {
    const words = ['run', 'seeds/keqiao/mini.yaml', '--no-archive', '--json'];
    const digestOf = (...set: string[]): string =>
      (JSON.parse(resumption(...words, ...set).out) as { digest: string }).digest;
    expect(table.base.digest).toBe(digestOf());
    expect(of('levers.passes').digest).toBe(digestOf('--set', 'levers.passes=null'));
    expect(of('levers.filing').digest).toBe(digestOf('--set', 'levers.filing=null'));
  });
});

describe('the table of levers', () => {
  it('is drawn in both languages', () => {
    expect(mini('--days', '25').out).toMatch(/levers\.passes +0/);
    expect(resumption('--lang', 'zh', 'levers', 'seeds/keqiao/mini.yaml', '--days', '25').out).toContain('停在');
  });
});

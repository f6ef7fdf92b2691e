import { widthOf } from './columns';
import { drawScreening, type ScreenedChain, type ScreenedEnterprise } from './screening';

const enterprise = (rank: number, more: Partial<ScreenedEnterprise> = {}): ScreenedEnterprise => ({
  rank,
  enterprise: `heat-${rank}`,
  sector: 'heat',
  sectorName: { en: 'Heat', zh: '热电' },
  outside: false,
  indexRatio: 0.412 / rank,
  othersBelowHalf: 1234,
  ...more,
});

const chain = (ranking: readonly ScreenedEnterprise[]): ScreenedChain => ({
  scenario: { id: 'made-up', name: { en: 'Made up', zh: '虚构' } },
  seed: 7,
  enterprises: 33_866,
  links: 168_391,
  ranking,
});

const draw = (
  of: ScreenedChain,
  { language = 'en', width = 80, color = false }: Partial<Parameters<typeof drawScreening>[1]> = {},
): string => drawScreening(of, { language, width, color });

const long = 'an-enterprise-whose-name-is-longer-than-any-row-of-any-terminal-that-there-ever-was-or-will-be';
const RANKINGS: Readonly<Record<string, readonly ScreenedEnterprise[]>> = {
  'one enterprise': [enterprise(1)],
  'one without effect': [enterprise(1, { indexRatio: 0, othersBelowHalf: 0 })],
  'long names and large counts': [
    enterprise(1, {
      enterprise: long,
      sectorName: { en: long, zh: '一个名字长得放不下的环节及其一切上下游配套' },
      indexRatio: 1,
      outside: true,
      othersBelowHalf: 1_234_567,
    }),
  ],
  'a thousand': Array.from({ length: 1000 }, (_, index) => enterprise(index + 1, { outside: index % 2 === 1 })),
};

describe.each(Object.entries(RANKINGS))('the picture of a ranking of %s', (_, ranking) => {
  it('has no row wider than the terminal, and no NaN', () => {
    for (const language of ['en', 'zh'] as const) {
      for (const width of [80, 93, 100]) {
        const rows = draw(chain(ranking), { language, width }).split('\n');
        expect(rows.filter((row) => widthOf(row) > width)).toEqual([]);
        expect(rows.join()).not.toMatch(/NaN|undefined|Infinity/);
      }
    }
  });
});

describe('the picture of a ranking', () => {
  const of = chain([enterprise(1), enterprise(2), enterprise(100, { enterprise: 'seller', outside: true })]);

  it('opens with the chain, then with the finding', () => {
    expect(draw(of).split('\n').slice(0, 3)).toEqual([
      'Made up  33,866 enterprises  168,391 links  seed 7',
      '',
      "If heat-1 closes, 41\u2009% of the chain's output stops",
    ]);
  });

  it('gives every enterprise a bar of its share, the smallest one too', () => {
    const bars = draw(of)
      .split('\n')
      .slice(5, 8)
      .map((row) => row.replaceAll(/[^█]/g, '').length);
    expect(bars[1]).toBe(Math.round(bars[0] / 2));
    expect(bars[2]).toBe(1);
  });

  it('marks sellers outside and says what the mark means, only where there is one', () => {
    expect(draw(of)).toMatch(/^100 {2}seller\* /m);
    expect(draw(of)).toContain('* outside the chain');
    expect(draw(chain([enterprise(1)]))).not.toContain('outside the chain');
  });

  it('differs with colours only in the colours', () => {
    // eslint-disable-next-line no-control-regex -- the colour codes are what is looked for.
    expect(draw(of, { color: true }).replace(/\u001B\[[\d;]*m/g, '')).toBe(draw(of));
  });
});

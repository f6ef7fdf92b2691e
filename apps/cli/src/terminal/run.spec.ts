import type { ObservedAgainstSimulated, RunSummary } from '#libs/analysis';
import { keqiao, keqiaoObservations, keqiaoSectors, shocked, undisturbed } from './made-up-runs.fixture';
import { madeUpRun } from './made-up-run.fixture';
import { widthOf } from './columns';
import { drawRun, SCREEN_ROWS, type RunDrawing } from './run';

const LANGUAGES = ['en', 'zh'] as const;
const THIN = '\u2009';

const draw = (summary: RunSummary, options: Partial<RunDrawing> = {}): string =>
  drawRun(summary, { language: 'en', width: 80, color: false, saved: 'runs/made-up-7', ...options });
const rowsOf = (drawing: string): string[] => drawing.split('\n');
const rowWith = (drawing: string, text: string): string =>
  rowsOf(drawing).find((row) => row.includes(text)) ?? `no row with ${text}`;

const longNames = (): RunSummary => {
  const run = keqiao({
    scenario: {
      id: 'x',
      name: {
        en: 'A county whose name is longer than a whole row of any terminal can be, and then some',
        zh: '一个名字长得任何终端一行都放不下的县区供应链复工复产情景推演方案第二十七次修订稿征求意见版本',
      },
    },
  });
  return {
    ...run,
    sectors: run.sectors.map((sector) => ({
      ...sector,
      name: { en: `${sector.name.en} and everything near it`, zh: `${sector.name.zh}及其一切上下游配套环节` },
    })),
    enterprises: 123_456_789,
    links: 9_876_543_210,
  };
};

const manySectors = (): RunSummary =>
  madeUpRun(
    60,
    Array.from({ length: 57 }, (_, index) => ({
      ...keqiaoSectors[index % 8],
      id: `s${index}`,
      name: { en: `Sector ${index}`, zh: `行业${index}` },
    })),
    {
      observations: Array.from({ length: 40 }, (_, index) => ({ ...keqiaoObservations[index % 10], id: `O${index}` })),
      warnings: Array.from({ length: 30 }, (_, index) => ({
        code: 'W',
        text: `warning ${index}: ${'something to know '.repeat(9)}`,
      })),
      recoverability: { steady: true, recovered: false, afterDays: 1, capacityRecovery: 0.31 },
    },
  );

/** Keqiao with its losses attributed: dyeing's capacity from day 19 on, before it exporters' gates. */
const attributed = (): RunSummary => {
  const run = keqiao();
  const yuan = [3.52e9, 3e9, 2.81e9, 1.36e9, 0.38e9, 0.3e9, 0.2e9, 0.1e9];
  const total = yuan.reduce((sum, value) => sum + value, 0);
  const of = [
    { cause: 'gate', sector: 'market' },
    { cause: 'gate', sector: 'exporters' },
    { cause: 'capacity', sector: 'dyeing' },
    { cause: 'gate', sector: 'weaving' },
    { cause: 'transport', sector: null },
    { cause: 'initial', sector: 'dyeing' },
    { cause: 'final-demand', sector: 'market' },
    { cause: 'external-input', sector: 'outside-pta' },
  ] as const;
  return {
    ...run,
    losses: yuan.map((value, k) => ({ ...of[k], yuan: value, share: value / total })),
    bottleneck: run.rates.map(({ day }) => ({ day, ...of[day < 19 ? 1 : 2], share: 0.58 })),
  };
};

const RUNS: Readonly<Record<string, () => RunSummary>> = {
  'a chain that starts shut': keqiao,
  'a chain that starts shut, without observations': () => keqiao({ observations: [] }),
  'a chain whose losses are attributed': attributed,
  'a shock in the middle': shocked,
  'an undisturbed chain': undisturbed,
  'a run of one day': () => undisturbed(1),
  'a run of one day, shut': () => madeUpRun(1, keqiaoSectors, { observations: keqiaoObservations }),
  'a run of two days': () => shocked(2),
  'a year': () => shocked(365, { start: '2019-11-15' }),
  'ten years': () => shocked(3650),
  'names longer than a row': longNames,
  '57 sectors, 40 observations, 30 warnings': manySectors,
  'no sector at all': () => madeUpRun(5, []),
  'figures that are no numbers': () => ({
    ...keqiao(),
    lostYuan: { valueAdded: NaN, finalDemand: Infinity },
    recoverability: { steady: false, recovered: false, afterDays: 730, capacityRecovery: NaN },
  }),
};

describe.each(Object.entries(RUNS))('%s', (_, make) => {
  const drawings = LANGUAGES.flatMap((language) =>
    [80, 93, 100].map((width) => ({ language, width, text: draw(make(), { language, width }) })),
  );

  it('fits one screen in both languages', () => {
    for (const { text } of drawings) expect(rowsOf(text).length).toBeLessThanOrEqual(SCREEN_ROWS);
  });

  it('has no row wider than the terminal', () => {
    for (const { text, width } of drawings)
      for (const row of rowsOf(text)) expect({ row, isWide: widthOf(row) > width }).toEqual({ row, isWide: false });
  });

  it('shows no NaN, undefined, Infinity or null', () => {
    for (const { text } of drawings) expect(text).not.toMatch(/NaN|undefined|Infinity|null/);
  });

  it('is the same for the same run, and with colours only the colours differ', () => {
    for (const language of LANGUAGES) {
      const plain = draw(make(), { language });
      expect(draw(make(), { language })).toBe(plain);
      // eslint-disable-next-line no-control-regex -- the colour codes are what is looked for.
      expect(draw(make(), { language, color: true }).replace(/\u001B\[[\d;]*m/g, '')).toBe(plain);
    }
  });

  it('says once that staff on post is not modelled', () => {
    expect(draw(make()).split('not modelled')).toHaveLength(2);
  });
});

describe('a chain that starts shut', () => {
  const drawing = draw(keqiao());

  it('opens with the scenario, then with where it is stuck on the day of the last target', () => {
    expect(rowsOf(drawing)[0]).toBe('Keqiao  33,740 enterprises  165,925 links  1 Feb – 31 Mar 2020  seed 7');
    expect(rowsOf(drawing)[2]).toBe(
      `STUCK AT  ▲ Dyeing · capacity, since 25 Feb: 35${THIN}% of the value lost on 1 Mar`,
    );
  });

  it('says which curves are imposed, and from where', () => {
    for (const { path, source } of keqiao().curves.slice(0, 3)) {
      expect(drawing).toContain(path.slice('curves.'.length));
      expect(drawing).toContain(source ?? '');
    }
    expect(drawing).toContain('Imposed, not caused:');
  });

  it('marks the bottleneck without colour', () => {
    expect(rowWith(drawing, '▲ Dyeing     ')).toContain(`83${THIN}%  29 Feb  not cleared › capacity`);
  });

  it('tells the order in which sectors come back, with the day of 80 %', () => {
    expect(drawing).toContain('1 Heat 14 Feb  2 Fibre 21 Feb  3 Weaving 25 Feb  4 Market 25 Feb');
    expect(drawing).toContain('7 Dyeing 29 Feb  8 Made-up 2 Mar');
  });

  it('sets the number of a sector under its date on the chart', () => {
    const [axis, marks] = [
      rowsOf(drawing).findIndex((row) => row.includes('└')),
      rowsOf(drawing).findIndex((row) => row.startsWith(`  80${THIN}%`)),
    ];
    const firstOfMarch = rowsOf(drawing)[axis].indexOf('╂');
    const fifteenth = rowsOf(drawing)[axis + 1].indexOf('15 Feb');
    expect(rowsOf(drawing)[marks][firstOfMarch + 1]).toBe('8');
    expect(fifteenth - rowsOf(drawing)[marks].indexOf('1')).toBe(1);
  });

  it('puts observed beside simulated, and how far apart they are', () => {
    expect(rowWith(drawing, 'K4   ')).toMatch(/capacity, 1 Mar +fitted +≥ 92\u2009% +90\u2009% {2}✗ −2\.0 points$/);
    expect(rowWith(drawing, 'K19-turnover')).toMatch(/fitted +¥2\.50 bn +¥2\.48 bn {2}✓ −0\.9\u2009%$/);
    expect(rowWith(drawing, '  K5   ')).toMatch(/check +10 days +9 days {2}✗ −1 day$/);
    expect(rowWith(drawing, 'K23 ')).toMatch(/first container +check +15 Feb +16 Feb {2}✓ \+1 day$/);
  });

  it('says what the run was given where it is not what was observed', () => {
    const given = (id: string, simulated: number) => (one: ObservedAgainstSimulated) =>
      one.id === id ? { ...one, simulated } : one;
    const observations = keqiaoObservations.map(given('K13', 0)).map(given('K18', 13));
    const [row] = rowsOf(draw(keqiao({ observations }), { width: 120 })).filter((one) => one.includes('K13'));
    expect(row).toContain('0 (observed 94)');
    expect(row).toContain('14 Feb (observed 18 Feb)');
    const [same] = rowsOf(draw(keqiao(), { width: 120 })).filter((one) => one.includes('K13'));
    expect(same).not.toContain('observed');
  });

  it('says what a run of 20 days did not reach', () => {
    const short = draw(
      madeUpRun(20, keqiaoSectors, {
        observations: keqiaoObservations.map((one) => ({ ...one, simulated: null, within: null })),
      }),
    );
    expect(rowWith(short, 'K4   ')).toMatch(/– {2}after the run$/);
    expect(rowWith(short, 'K23 ')).toMatch(/– {2}did not happen$/);
  });

  it('draws the order as a staircase where there is room', () => {
    const rows = rowsOf(draw(keqiao({ observations: [] })));
    const marks = rows.filter((row) => row.includes('◆')).map((row) => row.indexOf('◆'));
    expect(marks).toHaveLength(8);
    expect([...marks].sort((a, b) => a - b)).toEqual(marks);
  });

  it('counts in 亿元 and 万元 in Chinese', () => {
    const chinese = draw(keqiao(), { language: 'zh' });
    expect(chinese).toContain('损失增加值 61.74 亿元');
    expect(chinese).toContain('措施花费 21.15 万元');
    expect(chinese).toContain('卡在  ▲ 印染 · 产能不足，自2月25日起');
  });
});

describe('a chain whose losses are attributed', () => {
  const drawing = draw(attributed());

  it('is stuck where most is lost by accounting, and says how it came there', () => {
    expect(rowsOf(drawing)[2]).toBe(
      `STUCK AT  ▲ Dyeing · capacity, since 20 Feb: 58${THIN}% of the value lost on 1 Mar`,
    );
    expect(drawing).toContain('Path of the bottleneck (largest attributed loss of the day)');
    expect(drawing).toContain('  Exporters · not cleared 1–19 Feb ▸ Dyeing · capacity 20 Feb – 31 Mar');
  });

  it('tells what each cause took, the largest first, and the rest together', () => {
    expect(drawing).toContain(`(100${THIN}% attributed)`);
    expect(rowWith(drawing, 'Market · not cleared ')).toMatch(/█ +3\.52 bn +30\u2009%$/);
    expect(rowWith(drawing, 'other, ')).toMatch(/other, \d causes +[\d.]+ bn +\d+\u2009%$/);
  });
});

describe('a shock in the middle of a run', () => {
  const drawing = draw(shocked());

  it('says that the chain runs free at the end, and where it was worst', () => {
    expect(rowsOf(drawing)[2]).toBe(
      `RUNS FREE on 31 Mar, worst on 4 Mar  ▲ Dyeing · capacity: 40${THIN}% of the value lost`,
    );
  });

  it('lists the sectors in the order in which the shortage reaches them', () => {
    const names = rowsOf(drawing)
      .filter((row) => row.includes('▸') && /\d d|Dyeing +▸/.test(row))
      .map((row) => row.trim().split(' ')[0]);
    expect(names).toEqual(['Dyeing', 'Auxiliaries', 'Weaving', 'Market', 'Made-up', 'Fibre', 'Exporters']);
  });

  it('gives the first day, the delay, the depth and the day back', () => {
    expect(rowWith(drawing, 'Weaving              ▸')).toMatch(/23 Feb +\+2 d +62\u2009% +25 Feb +16 Mar$/);
  });

  it('sets the mark where the strip above begins to fall', () => {
    const rows = rowsOf(drawing).filter((row) => row.includes('Exporters  '));
    expect(rows[0].indexOf('▆')).toBe(rows[1].indexOf('▸'));
  });
});

describe('an undisturbed chain', () => {
  it('says that nothing holds it back and that there is no shortage', () => {
    const drawing = draw(undisturbed());
    expect(drawing).toContain('NOTHING HOLDS THE CHAIN BACK');
    expect(drawing).toContain('Nothing lost.');
    expect(drawing).toContain('No shortage: every sector stays at 95');
  });
});

describe('a saved run', () => {
  it('ends with the folder, the digest and the command to type next', () => {
    expect(rowsOf(draw(undisturbed())).at(-1)).toBe(
      'Saved runs/made-up-7  digest 9f3a61c1  next: resumption events runs/made-up-7',
    );
  });

  it('shows a long path whole, on rows of its own', () => {
    const saved = `/home/planner/${'deep/'.repeat(12)}keqiao-7`;
    const drawing = draw(keqiao(), { saved });
    expect(drawing).toContain(`Saved ${saved}`);
    expect(
      rowsOf(drawing).reduce((sum, row) => sum + Math.max(1, Math.ceil(widthOf(row) / 80)), 0),
    ).toBeLessThanOrEqual(SCREEN_ROWS);
  });
});

describe('a run of which the last observation lies in its first third', () => {
  it('is told as it ends', () => {
    const long = draw(madeUpRun(120, keqiaoSectors, { observations: keqiaoObservations }));
    expect(long).toContain('On 30 May');
    expect(draw(keqiao())).toContain('On 1 Mar');
  });
});

import { BINDING_CONSTRAINTS, milestoneSchema, type Milestone, type MilestoneType } from '#libs/messages';
import { count, percent, percentFine, runDates, signed, tellMilestone, wordsOf, yuan } from '.';
import { en } from './en';
import { zh } from './zh';

const THIN = '\u2009';

describe('numbers', () => {
  it('have a thin space before %, a true minus and thousands commas', () => {
    expect(percent(0.824)).toBe(`82${THIN}%`);
    expect(count(1_234_567.5, 1)).toBe('1,234,567.5');
    expect(count(-4321)).toBe('−4,321');
    expect(signed(2.04, 1)).toBe('+2.0');
    expect(signed(-0.01, 1)).toBe('0.0');
  });

  it('never round up to all', () => {
    expect(percent(0.996)).toBe(`99${THIN}%`);
    expect(percent(0.99999)).toBe(`100${THIN}%`);
    expect(percentFine(0.92)).toBe(`92${THIN}%`);
    expect(percentFine(0.9182)).toBe(`91.8${THIN}%`);
  });

  it('are a dash where there is none', () => {
    expect([percent(NaN), count(Infinity), yuan(NaN, 'en')]).toEqual(['–', '–', '–']);
  });

  it('count yuan in M and bn, or in 万元 and 亿元', () => {
    expect([2.497e9, 512.3e6, 211_500, 12].map((each) => yuan(each, 'en'))).toEqual([
      '2.50 bn yuan',
      '512.3 M yuan',
      '211,500 yuan',
      '12 yuan',
    ]);
    expect([2.497e9, 512.3e6, 211_500, 12].map((each) => yuan(each, 'zh'))).toEqual([
      '24.97 亿元',
      '5.12 亿元',
      '21.15 万元',
      '12 元',
    ]);
  });
});

describe('dates', () => {
  const dates = (days: number, language: 'en' | 'zh' = 'en') => runDates({ start: '2020-02-01', days, language });

  it('know the leap day', () => {
    expect([27, 28, 29].map(dates(60).of)).toEqual(['28 Feb', '29 Feb', '1 Mar']);
    expect([27, 28, 29].map(dates(60, 'zh').of)).toEqual(['2月28日', '2月29日', '3月1日']);
  });

  it('say a month once in a range', () => {
    expect([dates(60).range(0, 11), dates(60).range(18, 36), dates(60).range(3, 3)]).toEqual([
      '1–12 Feb',
      '19 Feb – 8 Mar',
      '4 Feb',
    ]);
    expect(dates(60, 'zh').range(0, 11)).toBe('2月1–12日');
  });

  it('carry the year in a run of more than a year', () => {
    expect(dates(700).of(400)).toBe('2021-03-07');
    expect(dates(366).of(365)).toBe('31 Jan');
  });
});

describe('the dictionary', () => {
  it('has a word for each binding constraint in both languages', () => {
    for (const bound of BINDING_CONSTRAINTS)
      expect([en.bounds[bound], zh.bounds[bound]].every((word) => word.length > 0)).toBe(true);
  });

  it('has the same names of acts and metrics in both languages', () => {
    expect(Object.keys(wordsOf('zh').metrics)).toEqual(Object.keys(wordsOf('en').metrics));
  });
});

const common = { id: '22.0', day: 22, causes: [] };
const MILESTONES: { readonly [T in MilestoneType]: Extract<Milestone, { type: T }> } = {
  ShockBegan: { type: 'ShockBegan', ...common, shock: 'dyeing-40', text: '40 %' },
  ShockEnded: { type: 'ShockEnded', ...common, shock: 'dyeing-40', text: '' },
  LeverPulled: { type: 'LeverPulled', ...common, lever: 'levers.passes', value: 100 },
  SectorResumed: { type: 'SectorResumed', ...common, sector: 'dyeing', share: 1, capacity: 0.83 },
  ShortageReachedSector: {
    type: 'ShortageReachedSector',
    ...common,
    sector: 'market',
    throughput: 0.87,
    from: 'dyeing, weaving',
  },
  ShortageLeftSector: { type: 'ShortageLeftSector', ...common, sector: 'market', afterDays: 1, depth: 0.4 },
  MarketOpened: { type: 'MarketOpened', ...common, shopsOpen: 9139, share: 0.42 },
  EnterpriseResumed: { type: 'EnterpriseResumed', ...common, enterprise: 'alice', sector: 'dyeing' },
  FirstContainerLeft: { type: 'FirstContainerLeft', ...common, enterprise: 'buting', containers: 1 },
  BottleneckOpened: { type: 'BottleneckOpened', ...common, sector: 'dyeing', cause: 'labour', share: 0.4 },
  BottleneckMoved: {
    type: 'BottleneckMoved',
    ...common,
    sector: null,
    cause: 'transport',
    share: 0.4,
    fromSector: 'dyeing',
    fromCause: 'gate',
  },
  BottleneckCleared: { type: 'BottleneckCleared', ...common, sector: 'dyeing', cause: 'labour', afterDays: 12 },
  StaffReturned: { type: 'StaffReturned', ...common, sector: 'dyeing', heads: 48_000, share: 0.8 },
  SeatsTaken: { type: 'SeatsTaken', ...common, way: 'charter', heads: 3250 },
  MasksAllotted: { type: 'MasksAllotted', ...common, masks: 380_000, overDays: 7 },
  PlaceClosed: { type: 'PlaceClosed', ...common, place: 'park-7', days: 14 },
  PlaceReopened: { type: 'PlaceReopened', ...common, place: 'park-7' },
  PassGranted: { type: 'PassGranted', ...common, road: 'outside', passes: 30, holders: 94 },
  ContractLate: { type: 'ContractLate', ...common, enterprise: 'buting', overdueYuan: 1.4e6 },
  ContractCancelled: { type: 'ContractCancelled', ...common, enterprise: 'buting', cancelledYuan: 2.1e6 },
};

describe('milestones', () => {
  const tell = (milestone: Milestone, language: 'en' | 'zh' = 'en'): string =>
    tellMilestone(
      milestone,
      language,
      () => (language === 'en' ? '23 Feb' : '2月23日'),
      (id) => `<${id}>`,
    ).replaceAll(THIN, ' ');

  it('are told in English, one sentence each', () => {
    expect(Object.values(MILESTONES).map((milestone) => tell(milestone))).toMatchInlineSnapshot(`
      [
        "23 Feb: the shock <dyeing-40> began: 40 %.",
        "23 Feb: the shock <dyeing-40> ended.",
        "23 Feb: <levers.passes> was set to 100.",
        "23 Feb: <dyeing> is back: 100 % of its enterprises resumed, 83 % of its capacity recovered.",
        "23 Feb: a shortage reached <market> (from <dyeing>, <weaving>): 87 % of base.",
        "23 Feb: the shortage left <market> after 1 day, 60 % of base at the lowest.",
        "23 Feb: the market opened with 9,139 shops, 42 % of all.",
        "23 Feb: <alice> (<dyeing>) resumed.",
        "23 Feb: <buting> sent the first container.",
        "23 Feb: the chain is stuck at <dyeing> · workers: 40 % of what is lost that day.",
        "23 Feb: the bottleneck moved from <dyeing> · not cleared to Roads · transport.",
        "23 Feb: nothing holds the chain back any more, after 12 days; the last was <dyeing> · workers.",
        "23 Feb: 80 % of the staff of <dyeing> are on post, 48,000 workers.",
        "23 Feb: the first charter buses brought 3,250 workers.",
        "23 Feb: 380,000 masks were allotted in 7 days.",
        "23 Feb: <park-7> was closed again, for 14 days.",
        "23 Feb: <park-7> may open again.",
        "23 Feb: the office granted 30 passes on the road <outside>; now held: 94.",
        "23 Feb: <buting> is overdue with contracts of 1.40 M yuan.",
        "23 Feb: <buting> lost contracts of 2.10 M yuan, cancelled as too long overdue.",
      ]
    `);
  });

  it('are told in Chinese, one sentence each', () => {
    expect(Object.values(MILESTONES).map((milestone) => tell(milestone, 'zh'))).toMatchInlineSnapshot(`
      [
        "2月23日：冲击“<dyeing-40>”开始：40 %。",
        "2月23日：冲击“<dyeing-40>”结束。",
        "2月23日：<levers.passes> 调为 100。",
        "2月23日：<dyeing>恢复：复工率 100 %，复产率 83 %。",
        "2月23日：短缺到达<market>（来自<dyeing>，<weaving>）：降到常态的 87 %。",
        "2月23日：<market>走出短缺，历时 1 天，最低为常态的 60 %。",
        "2月23日：市场开市，开门商铺 9,139 家，占 42 %。",
        "2月23日：<alice>（<dyeing>）复工。",
        "2月23日：<buting>发出首批集装箱 1 个。",
        "2月23日：全链卡在<dyeing> · 缺工：占当日损失的 40 %。",
        "2月23日：卡点由<dyeing> · 待获准移到公路 · 运输受阻。",
        "2月23日：历时 12 天，全链不再受阻；最后的卡点为<dyeing> · 缺工。",
        "2月23日：<dyeing>返岗率达 80 %，48,000 人。",
        "2月23日：首批点对点包车接回 3,250 人。",
        "2月23日：7 天内调拨口罩 380,000 只。",
        "2月23日：<park-7>再度关停 14 天。",
        "2月23日：<park-7>可重新开放。",
        "2月23日：道路“<outside>”发放通行证 30 张，共持有 94 张。",
        "2月23日：<buting>合同逾期 140.0 万元。",
        "2月23日：<buting>因逾期过久被取消合同 210.0 万元。",
      ]
    `);
  });

  it('name what bound a sector where the shortage came from nowhere else', () => {
    const from = (origin: string): string => tell({ ...MILESTONES.ShortageReachedSector, from: origin });
    expect(from('gate')).toBe(`23 Feb: a shortage reached <market> (not cleared): 87 % of base.`);
    expect(from('none')).toBe(`23 Feb: a shortage reached <market>: 87 % of base.`);
  });

  it('cover every type of the schema', () => {
    expect(milestoneSchema.options.map(({ shape }) => shape.type.value).sort()).toEqual(Object.keys(MILESTONES).sort());
  });
});

import { COUNTY, compileCsv, compileText, countyWith, CSV_COUNTY, LINKS_CSV } from './county.fixture';
import { RESUMING, resumingWith } from './resuming.fixture';

const codes = (text: string): string[] => compileText(text).warnings.map(({ code }) => code);

describe('a scenario that is valid and may surprise', () => {
  it('says nothing of the county', () => {
    expect(codes(COUNTY)).toEqual([]);
  });

  it('warns of orders that close gaps in less than 4 days', () => {
    expect(codes(countyWith('partners: 2, coverDays: 8', 'restoreDays: 3.9'))).toEqual(['SCN_RESTORE_SHORT']);
    expect(codes(countyWith('partners: 2, coverDays: 8', 'restoreDays: 4'))).toEqual([]);
  });

  it('warns of cover that does not exceed tau where orders follow output', () => {
    const ario = countyWith('rule: plan', 'rule: ario');
    expect(codes(ario)).toEqual([]);
    expect(codes(ario.replace('coverDays: 8', 'coverDays: 6'))).toEqual(['SCN_COVER_THIN']);
    expect(codes(ario.replace('coverDays: 8', 'coverDays: 6.5'))).toEqual([]);
  });

  it('warns of orders on realised output over more than one day of lead', () => {
    const realised = countyWith('rule: plan', 'rule: realised');
    expect(codes(realised)).toEqual(['SCN_REALISED_BY_ROAD']);
    const direct = realised.replace(/coverDays: (12|8)/g, 'direct: true, coverDays: $1');
    expect(codes(direct)).toEqual([]);
  });

  it('names a circle of hard inputs, and what can happen', () => {
    const circle = `${LINKS_CSV}weaver-1,spinner-1,100,8\n`;
    const [warning] = compileCsv({ links: circle }).warnings;
    expect(warning).toMatchObject({ code: 'SCN_HARD_CYCLE' });
    expect(warning.text).toMatch(/weaver-1.*collapse/);
    expect(warning.text).toContain('spinner-1');
  });

  it('says nothing of a circle under equal-relative rationing', () => {
    const text = CSV_COUNTY.replace('days: 30', 'days: 30\nrules: { rationing: equal-relative }');
    const { warnings } = compileCsv({ links: `${LINKS_CSV}weaver-1,spinner-1,100,8\n` }, text);
    expect(warnings.map(({ code }) => code)).not.toContain('SCN_HARD_CYCLE');
  });
});

describe('series that act on nothing', () => {
  it('are warned of: shops open by the market, and finished stock without a target has none to scale', () => {
    const text = (curve: string): string => `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 9
products: { cloth: { yuanPerTonne: 40000 } }
sectors:
  market: { stage: markets, product: cloth, finalDemand: all, baseYuanPerDay: 100, populations: { shop: { count: 2 } } }
curves: { one: { ${curve}, on: { sector: market }, values: { 3: 1 } } }
`;
    expect(codes(text('acts: open'))).toEqual(['SCN_SHOPS_OPEN_BY_MARKET']);
    expect(codes(text('acts: finishedTarget'))).toEqual(['SCN_NO_FINISHED_TARGET']);
    expect(codes(text('acts: capacity'))).toEqual([]);
  });
});

describe('a county that comes back to work', () => {
  const unfiled = (text: string): string => text.replace(/ {2}filing: .*\n/, '');
  const texts = (text: string): string[] => compileText(text).warnings.map(({ text: words }) => words);

  it('is warned of nothing where everybody can come and every gate can open', () => {
    expect(codes(RESUMING)).toEqual([]);
    expect(compileText(RESUMING, [{ path: 'days', value: '20' }]).warnings).toEqual([]);
  });

  it('is warned of gates that never open, queue by queue', () => {
    expect(texts(unfiled(RESUMING))).toEqual([
      'no approvals in queue large and no filing: its one enterprise never opens.',
    ]);
    expect(codes(unfiled(resumingWith('values: { 2020-02-10: 30 }', 'values: { 2020-02-10: 0 }')))).toEqual([
      'SCN_NEVER_OPENS',
      'SCN_NEVER_OPENS',
    ]);
  });

  it('is warned of workers who are released after the run', () => {
    expect(texts(resumingWith('2020-03-25', '2020-04-01'))).toEqual([
      expect.stringMatching(/^high-risk is released after the run: \d{4} workers never come back\.$/),
    ]);
  });

  it('is warned of sections that nobody takes part in', () => {
    const bare = `${COUNTY}workers: { origins: { local: { ownWay: 1 } } }\ngates: {}\n`;
    expect(codes(bare)).toEqual(['SCN_NO_STAFF', 'SCN_NO_GATE']);
  });
});

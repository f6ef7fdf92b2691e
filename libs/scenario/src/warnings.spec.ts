import { COUNTY, compileCsv, compileText, countyWith, CSV_COUNTY, LINKS_CSV } from './county.fixture';

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

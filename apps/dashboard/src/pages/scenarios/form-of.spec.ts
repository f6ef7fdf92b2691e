import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COUNTY_SCENARIO } from '#libs/api';
import { formOf } from './form-of';
import { setAt } from './text-edit';

describe('the form of the scenario of Keqiao', () => {
  const text = readFileSync(join(__dirname, '../../../../../seeds/keqiao/scenario.yaml'), 'utf8');
  const form = formOf(text);

  it('has every lever under the path that --set knows', () => {
    const passes = form?.levers.find(({ path }) => path.join('.') === 'levers.passes');
    expect(passes).toMatchObject({ acts: 'passes', on: '{ road: outside }', isLinear: false });
    expect(passes?.values.map(({ path, text: written }) => [path.join('.'), written])).toEqual([
      ['levers.passes.values.2020-02-10', '30'],
      ['levers.passes.values.2020-02-13', '60'],
      ['levers.passes.values.2020-02-16', '94'],
    ]);
  });

  it('has names, dates and the market', () => {
    expect(form?.basics.map((one) => one.text)).toEqual(['Keqiao', '柯桥', 'keqiao', '2020-02-01', '60', '7']);
    expect(form?.market.map((one) => one.path[1])).toContain('opens');
    expect(form?.curves).toHaveLength(2);
  });

  it('shows what the text says after a change, and the text what the form says', () => {
    const [first] = form?.levers[0].values ?? [];
    const changed = formOf(setAt(text, first.path, '123'));
    expect(changed?.levers[0].values[0].text).toBe('123');
  });
});

describe('the form of a county from tables', () => {
  it('names the tables and the shocks', () => {
    const form = formOf(COUNTY_SCENARIO);
    expect(form?.files).toEqual({ enterprises: 'enterprises.csv', links: 'links.csv' });
    expect(form?.shocks[0].fields.map((one) => one.text)).toEqual(['2020-02-10', '20', '0.4', '10']);
  });

  it('is nothing while the text cannot be read', () => {
    expect(formOf('a: {')).toBeUndefined();
    expect(formOf('- a list')).toBeUndefined();
  });
});

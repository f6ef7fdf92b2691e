import { settingsOf } from './settings';

describe('settings of a run as typed', () => {
  it('are one a line, as --set takes them', () => {
    const text = 'levers.passes.values.2020-02-12=124\n\n --set rules.inputs = hard \n';
    expect(settingsOf(text)).toEqual({
      set: [
        { path: 'levers.passes.values.2020-02-12', value: '124' },
        { path: 'rules.inputs', value: 'hard' },
      ],
      bad: undefined,
    });
  });

  it('keep an equals sign in a value', () => {
    expect(settingsOf('name.en=a=b').set).toEqual([{ path: 'name.en', value: 'a=b' }]);
  });

  it('name the first line that is none', () => {
    expect(settingsOf('days=3\nseats').bad).toBe('seats');
    expect(settingsOf('days=').bad).toBe('days=');
  });
});

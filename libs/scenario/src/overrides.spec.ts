import { compileText, COUNTY, faultOf } from './county.fixture';
import type { Override } from './lay-over';

const set = (path: string, value: string): Override[] => [{ path, value }];

describe('a value laid over the file', () => {
  it('replaces the value of the file', () => {
    expect(compileText(COUNTY, set('rules.overtime', 'off')).spec.rules.overtime).toBe('off');
    expect(compileText(COUNTY, set('shocks.stop.on.population.0', 'weaver')).spec.shocks.stop.on.population).toEqual([
      'weaver',
    ]);
  });

  it('makes the maps that are not there', () => {
    const mine = '{ on: { sector: dyeing }, from: 20, days: 10, leaves: 0.4 }';
    expect(Object.keys(compileText(COUNTY, set('shocks.mine', mine)).spec.shocks)).toEqual(['stop', 'mine']);
    expect(compileText(COUNTY, set('market.online.values.5', '0.1')).spec.market.online?.values).toEqual({ 5: 0.1 });
  });

  it('is laid in order, the last one stands', () => {
    expect(compileText(COUNTY, [...set('seed', '4'), ...set('seed', '5')]).spec.seed).toBe(5);
  });

  it('changes nothing else that an alias shares', () => {
    const shared = COUNTY.replace('spinner: {', 'spinner: &p {').replace(
      'outside-yarn: { count: 2, zones: { beyond: 1 } }',
      'outside-yarn: *p',
    );
    const { sectors } = compileText(shared, set('sectors.fibre.populations.spinner.count', '7')).spec;
    const counts = [sectors.fibre.populations.spinner.count, sectors['outside-yarn'].populations['outside-yarn'].count];
    expect(counts).toEqual([7, 3]);
  });

  const cases: Record<string, [path: string, value: string, code: string, place: string, words: string]> = {
    'an unknown path': ['rulez.overtime', 'off', 'SCN_UNKNOWN_KEY', '--set rulez', 'Did you mean "rules"?'],
    'an unknown last key': [
      'rules.overtim',
      'off',
      'SCN_UNKNOWN_KEY',
      '--set rules.overtim',
      'Did you mean "overtime"?',
    ],
    'a path through a value': ['id.a', '1', 'CLI_BAD_SET', '--set id.a', 'id holds a value'],
    'an empty path': ['', '1', 'CLI_BAD_SET', '--set ', 'no such path'],
    'a gap in the path': ['rules..overtime', 'off', 'CLI_BAD_SET', '--set rules..overtime', 'no such path'],
    '__proto__ in the path': ['__proto__.x', '1', 'CLI_BAD_SET', '--set __proto__.x', 'no such path'],
    'constructor for a key': ['constructor', '1', 'SCN_UNKNOWN_KEY', '--set constructor', 'unknown key'],
    'null for what is not there': ['levers.pases', 'null', 'CLI_BAD_SET', '--set levers.pases', 'to take away'],
    'null below what is not there': ['nothing.here', 'null', 'CLI_BAD_SET', '--set nothing.here', 'to take away'],
    'no value': ['seed', '', 'CLI_BAD_SET', '--set seed', 'no value'],
    'no YAML': ['seed', '{a', 'CLI_BAD_SET', '--set seed', '"{a" is no YAML value'],
    'a deep value': ['seed', '['.repeat(5000), 'CLI_BAD_SET', '--set seed', 'nested'],
    'an alias': ['seed', '*x', 'CLI_BAD_SET', '--set seed', 'no anchor'],
    'a word for an entry of a list': [
      'shocks.stop.on.population.x',
      'dyer',
      'CLI_BAD_SET',
      '--set shocks.stop.on.population.x',
      'from 0 to 0',
    ],
    'an entry beyond a list': [
      'shocks.stop.on.population.1',
      'dyer',
      'CLI_BAD_SET',
      '--set shocks.stop.on.population.1',
      'from 0 to 0',
    ],
    'a wrong name': [
      'enterprises.alice.zone',
      'twn',
      'SCN_UNKNOWN_ZONE',
      '--set enterprises.alice.zone',
      'Did you mean "town"?',
    ],
    'a wrong value of a new shock': [
      'shocks.mine',
      '{ on: {}, from: 1, days: 1, leaves: 4 }',
      'SCN_OUT_OF_RANGE',
      '--set shocks.mine.leaves',
      'from 0 to 1',
    ],
    '0 days': ['days', '0', 'SCN_OUT_OF_RANGE', '--days days', 'from 1 to 3650'],
    '-1 day': ['days', '-1', 'SCN_OUT_OF_RANGE', '--days days', 'from 1 to 3650'],
    'a day and a half': ['days', '1.5', 'SCN_WRONG_TYPE', '--days days', 'a whole number'],
    'a word for days': ['days', 'abc', 'SCN_WRONG_TYPE', '--days days', 'a whole number'],
    '99,999 days': ['days', '99999', 'SCN_OUT_OF_RANGE', '--days days', 'from 1 to 3650'],
    'a seed below 0': ['seed', '-1', 'SCN_OUT_OF_RANGE', '--seed seed', 'from 0'],
    'a seed with a fraction': ['seed', '1.5', 'SCN_WRONG_TYPE', '--seed seed', 'a whole number'],
  };
  it.each(Object.entries(cases))('is refused for %s', (_, [path, value, code, place, words]) => {
    const fault = faultOf(() => compileText(COUNTY, set(path, value)));
    expect({ code: fault.code, place: `${fault.place?.file} ${fault.path}` }).toEqual({ code, place });
    expect(`${fault.reason} ${fault.mend}`).toContain(words);
  });

  it('takes a key away where it is null, and only there', () => {
    expect(Object.keys(compileText(COUNTY, set('shocks.stop', 'null')).spec.shocks)).not.toContain('stop');
    expect(compileText(COUNTY, set('shocks', 'null')).spec.shocks).toEqual({});
    const fault = faultOf(() => compileText(COUNTY, set('days', 'null')));
    expect(fault.code).toBe('SCN_MISSING_KEY');
  });

  it('leaves the places of the file where they are', () => {
    const { place } = faultOf(() => compileText(COUNTY.replace('zone: town', 'zone: twn'), set('seed', '4')));
    expect(place).toEqual({ file: 'scenario.yaml', line: 52, column: 28 });
  });
});

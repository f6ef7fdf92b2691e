// Bad input for pass offices, overdue contracts, certificates and entry control.
import { compileText, countyWith, faultOf } from './county.fixture';

type Case = [piece: string | RegExp, other: string, code: string, place: string, words: string];

function refused(cases: Record<string, Case>): void {
  it.each(Object.entries(cases))('%s', (_, [piece, other, code, place, words]) => {
    const fault = faultOf(() => compileText(countyWith(piece, other)));
    expect({ code: fault.code, place: `${fault.place?.line}:${fault.place?.column}` }).toEqual({ code, place });
    expect(`${fault.path}: ${fault.reason} ${fault.mend}`).toContain(words);
  });
}

describe('the days of a pass office', () => {
  const beside = 'addsDays: 1';
  refused({
    'with a fraction': [
      beside,
      `${beside}, officeDays: 1.5`,
      'SCN_WRONG_TYPE',
      '20:105',
      'a whole number from 0 to 60',
    ],
    'below 0': [beside, `${beside}, officeDays: -1`, 'SCN_OUT_OF_RANGE', '20:105', 'a whole number from 0 to 60'],
    'beyond any office': [beside, `${beside}, officeDays: 61`, 'SCN_OUT_OF_RANGE', '20:105', 'from 0 to 60'],
    misspelt: [beside, `${beside}, ofiiceDays: 3`, 'SCN_UNKNOWN_KEY', '20:105', 'Did you mean "officeDays"?'],
  });
});

describe('the limit of overdue contracts', () => {
  refused({
    'with a fraction': [/$/, 'exports: { cancelAfterDays: 2.5 }', 'SCN_WRONG_TYPE', '66:12', 'a whole number from 0'],
    'below 0': [/$/, 'exports: { cancelAfterDays: -1 }', 'SCN_OUT_OF_RANGE', '66:12', '-1 is too small'],
    'beyond any contract': [/$/, 'exports: { cancelAfterDays: 121 }', 'SCN_OUT_OF_RANGE', '66:12', 'from 0 to 120'],
    misspelt: [/$/, 'exports: { cancelAfter: 9 }', 'SCN_UNKNOWN_KEY', '66:12', 'Did you mean "cancelAfterDays"?'],
    'that makes too many ages': [
      /stage: plants\n {4}product: cloth([^]*)count: 5,([^]*)$/,
      'stage: exporters\n    product: cloth$1count: 200000,$2exports: { cancelAfterDays: 100 }',
      'SCN_TOO_MANY',
      '66:12',
      '200001 exporters x 101 ages',
    ],
  });
});

describe('a lever of certificates', () => {
  const passes = 'acts: passes, on: { road: outside }, values: { 2020-02-03: 5 }';
  refused({
    'that names some exporters': [
      passes,
      'acts: certificates, on: { sector: dyeing }, values: { 2020-02-03: 1 }',
      'SCN_WRONG_TARGET',
      '60:39',
      'certificates acts on the whole district',
    ],
    'that names plants': [
      passes,
      'acts: certificates, on: { stage: plants }, values: { 2020-02-03: 1 }',
      'SCN_WRONG_TARGET',
      '60:39',
      'Drop on.',
    ],
    'beyond all exporters': [
      passes,
      'acts: certificates, on: {}, values: { 2020-02-03: 5 }',
      'SCN_OUT_OF_RANGE',
      '60:51',
      'greatest valid value is 1',
    ],
  });
});

describe('entry control', () => {
  refused({
    'below 0': [/$/, 'market: { entryCap: { values: { 3: -1 } } }', 'SCN_OUT_OF_RANGE', '66:33', '-1 is too small'],
    'after the run': [/$/, 'market: { entryCap: { values: { 60: 9 } } }', 'SCN_DATE_OUTSIDE', '66:33', '(day 59)'],
    'without a date': [/$/, 'market: { entryCap: { values: {} } }', 'SCN_WRONG_VALUE', '66:23', 'no dated value'],
  });
});

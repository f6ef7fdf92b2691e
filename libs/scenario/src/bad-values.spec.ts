import { compileText, COUNTY, countyWith, faultOf } from './county.fixture';
import { scenarioSchema } from './schema/scenario';

type Case = [piece: string, other: string, code: string, place: string, words: string];

/** Each replaces a piece of the county; code, line:column, and words of the path, reason or mend. */
function refused(cases: Record<string, Case>): void {
  it.each(Object.entries(cases))('%s', (_, [piece, other, code, place, words]) => {
    const fault = faultOf(() => compileText(countyWith(piece, other)));
    expect({ code: fault.code, place: `${fault.place?.line}:${fault.place?.column}` }).toEqual({ code, place });
    expect(`${fault.path}: ${fault.reason} ${fault.mend}`).toContain(words);
    expect(fault.reason).toMatch(/^[^\n]{5,200}\.$/);
  });
}

describe('a key', () => {
  refused({
    'that is unknown': ['seed: 3', 'sedd: 3', 'SCN_UNKNOWN_KEY', '6:1', 'Did you mean "seed"?'],
    'that is misspelt, rather than the one that is missing': [
      'start:',
      'strat:',
      'SCN_UNKNOWN_KEY',
      '4:1',
      'Did you mean "start"?',
    ],
    'that is unknown far inside': [
      'perOutput: 0.5',
      'perOutptu: 0.5',
      'SCN_UNKNOWN_KEY',
      '29:9',
      'sectors.weaving.buys.yarn.perOutptu',
    ],
    'that is missing': ['start: 2020-02-01\n', '', 'SCN_MISSING_KEY', '1:1', 'start: the key is missing'],
    'that is no id': ['alice:', 'al ice:', 'SCN_WRONG_KEY', '52:3', 'letters, digits'],
    'that every map of JavaScript has': ['alice:', 'constructor:', 'SCN_WRONG_KEY', '52:3', 'reserved'],
    'that means a side of the district': [
      '  fibre:\n',
      '  inside:\n',
      'SCN_UNKNOWN_SECTOR',
      '31:11',
      'no sector "fibre"',
    ],
  });
});

describe('a value', () => {
  refused({
    'of the wrong type': ['seed: 3', 'seed: many', 'SCN_WRONG_TYPE', '6:1', 'a whole number from 0'],
    'that is not a number': ['9000', '.nan', 'SCN_WRONG_TYPE', '11:11', '.nan is not a number'],
    'that is infinite': ['9000', '.inf', 'SCN_WRONG_TYPE', '11:11', 'infinite'],
    'beyond doubles': ['9000', '1e400', 'SCN_WRONG_TYPE', '11:11', 'a number from 1e-6 to 1e15'],
    'below 0': ['9000', '-9000', 'SCN_OUT_OF_RANGE', '11:11', '-9000 is too small'],
    'with a fraction': ['seed: 3', 'seed: 1.5', 'SCN_WRONG_TYPE', '6:1', 'a whole number'],
    'that is empty': ['seed: 3', 'seed:', 'SCN_WRONG_TYPE', '6:1', 'an empty value'],
    'that is a list': ['parks: { count: 3 }', 'parks: [3]', 'SCN_WRONG_TYPE', '21:1', 'a map {count}'],
    'yes for true': ['notable: true', 'notable: yes', 'SCN_WRONG_TYPE', '43:25', 'true or false'],
    'that is none of the words': ['stage: plants', 'stage: plant', 'SCN_WRONG_VALUE', '24:5', 'Did you mean "plants"?'],
    'of another version': ['resumption: 1', 'resumption: 2', 'SCN_WRONG_VALUE', '1:1', 'Valid: 1.'],
    'of 34 for a share': ['2020-02-05: 0.2', '2020-02-05: 34', 'SCN_OUT_OF_RANGE', '58:81', '34 % is 0.34'],
    'without a date': ['{ 2020-02-05: 0.2, 2020-02-20: 1 }', '{}', 'SCN_WRONG_VALUE', '58:71', '2020-02-18: 1'],
  });
});

describe('a choice of shapes', () => {
  refused({
    'with a misspelt rule': [
      'rule: plan',
      'rule: plna',
      'SCN_WRONG_VALUE',
      '9:13',
      'Did you mean "plan"? Valid: plan, realised or ario.',
    ],
    'without its rule': [
      'rule: plan',
      'smoothingDays: 3',
      'SCN_MISSING_KEY',
      '9:3',
      'rules.orders.rule: the key is missing. Give plan',
    ],
    'with a word for a map': ['{ rule: plan }', 'plan', 'SCN_WRONG_TYPE', '9:3', 'Give a map {rule}'],
    'with a misspelt word': ['hard', 'hrad', 'SCN_WRONG_VALUE', '8:3', 'Did you mean "hard"?'],
    'with a misspelt key of one shape': ['hard', '{ psii: 1 }', 'SCN_UNKNOWN_KEY', '8:13', 'Did you mean "psi"?'],
    'with a wrong number in one shape': ['hard', '{ psi: 5 }', 'SCN_OUT_OF_RANGE', '8:13', 'a number from 1e-6 to 1'],
    'with a misspelt key of three shapes': [
      'points: 5',
      'pointz: 5',
      'SCN_UNKNOWN_KEY',
      '64:109',
      'Did you mean "points"?',
    ],
    'with keys of two shapes': [
      'points: 5',
      'points: 5, percent: 5',
      'SCN_WRONG_TYPE',
      '64:99',
      'a map {points}, a map {percent} or a map {days}',
    ],
    'with a wrong word in a list': ['[dyer]', '[dyer, 1]', 'SCN_WRONG_TYPE', '62:36', 'population[1]'],
  });
});

describe('a date', () => {
  refused({
    'that does not exist': ['2020-02-05', '2020-02-30', 'SCN_BAD_DATE', '58:81', 'there is no date 2020-02-30'],
    'of a start that does not exist': [
      'start: 2020-02-01',
      'start: 2019-02-29',
      'SCN_BAD_DATE',
      '4:1',
      'there is no date',
    ],
    'of a run into the year 10000': [
      'start: 2020-02-01',
      'start: 9999-12-30',
      'SCN_BAD_DATE',
      '4:1',
      'before the year 10000',
    ],
    'in other words': ['from: 2020-02-10', 'from: 10 Feb', 'SCN_BAD_DATE', '62:39', 'Write 2020-02-18'],
    'as a key in other words': ['2020-02-05', '5 Feb', 'SCN_BAD_DATE', '58:81', 'Write 2020-02-18'],
    'before the run': [
      '2020-02-05',
      '2020-01-05',
      'SCN_DATE_OUTSIDE',
      '58:81',
      '2020-02-01 (day 0) to 2020-03-31 (day 59)',
    ],
    'after the run': ['2020-02-20: 1', '2020-04-01: 1', 'SCN_DATE_OUTSIDE', '58:98', '(day 59)'],
    'of a shock after the run': ['from: 2020-02-10', 'from: 60', 'SCN_DATE_OUTSIDE', '62:39', '60 lies outside'],
    'of an observation after the run': [
      'on: 2020-03-15',
      'on: 2021-03-15',
      'SCN_DATE_OUTSIDE',
      '64:71',
      'lies outside',
    ],
    'that is a day number too': [
      '2020-02-05: 0.2',
      '2020-02-05: 0.2, 4: 0.3',
      'SCN_DUPLICATE_DAY',
      '58:81',
      'same day',
    ],
    'for a number': ['value: 0.9', 'value: 2020-02-02', 'SCN_WRONG_TYPE', '64:87', 'is a number'],
    'after the last one': [
      'on: 2020-03-15',
      'from: 2020-03-20, on: 2020-03-15',
      'SCN_DATE_ORDER',
      '64:71',
      'comes after',
    ],
  });

  it('after a run that --days cut short is no error: the run is the beginning of the longer one', () => {
    const whole = compileText(COUNTY).schedule.tracks;
    const short = compileText(COUNTY, [{ path: 'days', value: '7' }]).schedule.tracks;
    expect(short.map(({ values }) => [...values])).toEqual(whole.map(({ values }) => [...values.slice(0, 7)]));
  });
});

describe('what explains an error', () => {
  it('is not made for a scenario without one', () => {
    const made = jest.fn(() => undefined);
    scenarioSchema._zod.toJSONSchema = made;
    compileText(COUNTY);
    expect(made).not.toHaveBeenCalled();
    faultOf(() => compileText(countyWith('seed: 3', 'sedd: 3')));
    expect(made).toHaveBeenCalled();
    delete scenarioSchema._zod.toJSONSchema;
  });
});

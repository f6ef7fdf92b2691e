import { faultsOf, MOST_FAULTS, type InputFault } from '#libs/messages';
import { compileCsv, compileText, countyWith, COUNTY, ENTERPRISES_CSV, faultOf, LINKS_CSV } from './county.fixture';

const toldOf = (call: () => unknown): readonly InputFault[] => faultsOf(faultOf(call));
const codesAndPlaces = (call: () => unknown): string[] =>
  toldOf(call).map(({ code, place }) => `${code} ${place?.file}:${place?.line}`);

describe('several faults of a text', () => {
  it('are told together, in the order of the text', () => {
    const text = countyWith('seed: 3', 'seed: many')
      .replace('weight: 2', 'wieght: 2')
      .replace('perOutput: 0.6', 'perOutput: -1')
      .replace('days: 60', 'days: 0');
    expect(codesAndPlaces(() => compileText(text))).toEqual([
      'SCN_OUT_OF_RANGE scenario.yaml:5',
      'SCN_WRONG_TYPE scenario.yaml:6',
      'SCN_UNKNOWN_KEY scenario.yaml:15',
      'SCN_OUT_OF_RANGE scenario.yaml:41',
    ]);
  });

  it('are each told: every unknown key of one map', () => {
    const text = countyWith('seed: 3', 'sedd: 3\ndyas: 60');
    const mends = toldOf(() => compileText(text)).map(({ path, mend }) => `${path}: ${mend}`);
    expect(mends).toEqual(['sedd: Did you mean "seed"?', 'dyas: Did you mean "days"?']);
  });

  it('leave out the key that is missing where an unknown one may stand for it', () => {
    const text = countyWith('start:', 'strat:').replace('seed: 3', 'seed: many');
    expect(codesAndPlaces(() => compileText(text))).toEqual([
      'SCN_UNKNOWN_KEY scenario.yaml:4',
      'SCN_WRONG_TYPE scenario.yaml:6',
    ]);
  });

  it('are told of levers, curves and shocks', () => {
    const text = countyWith('{ 2020-02-03: 5 }', '{ 2021-02-03: 5 }')
      .replace('sector: weaving }, shape', 'sector: weving }, shape')
      .replace('[dyer]', '[dier]');
    expect(codesAndPlaces(() => compileText(text))).toEqual([
      'SCN_UNKNOWN_SECTOR scenario.yaml:58',
      'SCN_DATE_OUTSIDE scenario.yaml:60',
      'SCN_UNKNOWN_POPULATION scenario.yaml:62',
    ]);
  });

  it('are told of observations', () => {
    const text = countyWith('sector: dyeing, on: 2020-03-15', 'sector: dying, on: 2020-03-15').replace(
      'lever: levers.passes',
      'lever: levers.pases',
    );
    expect(codesAndPlaces(() => compileText(text))).toEqual([
      'SCN_UNKNOWN_SECTOR scenario.yaml:64',
      'SCN_UNKNOWN_LEVER scenario.yaml:65',
    ]);
  });

  it('are told of named enterprises', () => {
    const text = COUNTY.replace(
      /^enterprises:$/m,
      'enterprises:\n  bob: { sector: dying }\n  eve: { sector: dyeing, zone: twn }',
    );
    expect(codesAndPlaces(() => compileText(text))).toEqual([
      'SCN_UNKNOWN_SECTOR scenario.yaml:52',
      'SCN_UNKNOWN_ZONE scenario.yaml:53',
    ]);
  });

  it(`are ${MOST_FAULTS} at most`, () => {
    const strange = Array.from({ length: 1000 }, (_, at) => `strange-${at}: 1`).join('\n');
    expect(toldOf(() => compileText(`${COUNTY}\n${strange}\n`))).toHaveLength(MOST_FAULTS);
  });
});

describe('several faults of a table', () => {
  it('are told together, the first of each row', () => {
    const links = LINKS_CSV.replace('700', '7oo').replace('300,8', '-1,x');
    expect(codesAndPlaces(() => compileCsv({ links }))).toEqual([
      'CSV_BAD_NUMBER links.csv:2',
      'CSV_OUT_OF_RANGE links.csv:3',
    ]);
  });

  it('are told of names that nobody has', () => {
    const links = LINKS_CSV.replaceAll('spinner-', 'spiner-');
    expect(codesAndPlaces(() => compileCsv({ links }))).toEqual(
      [2, 3, 4].map((line) => `CSV_UNKNOWN_ENTERPRISE links.csv:${line}`),
    );
    const enterprises = ENTERPRISES_CSV.replaceAll('spinning', 'spining');
    expect(codesAndPlaces(() => compileCsv({ enterprises }))).toEqual([
      'CSV_UNKNOWN_SECTOR enterprises.csv:2',
      'CSV_UNKNOWN_SECTOR enterprises.csv:3',
    ]);
  });

  it(`are ${MOST_FAULTS} at most`, () => {
    const rows = Array.from({ length: 1000 }, (_, at) => `spinner-1,weaver-${at},none`).join('\n');
    expect(toldOf(() => compileCsv({ links: `from,to,yuanPerDay\n${rows}\n` }))).toHaveLength(MOST_FAULTS);
  });
});

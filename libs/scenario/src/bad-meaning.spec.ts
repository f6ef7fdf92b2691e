import { compileText, COUNTY, countyWith, faultOf } from './county.fixture';

type Case = [piece: string | RegExp, other: string, code: string, place: string, words: string];

function refused(cases: Record<string, Case>): void {
  it.each(Object.entries(cases))('%s', (_, [piece, other, code, place, words]) => {
    const fault = faultOf(() => compileText(countyWith(piece, other)));
    expect({ code: fault.code, place: `${fault.place?.line}:${fault.place?.column}` }).toEqual({ code, place });
    expect(`${fault.path}: ${fault.reason} ${fault.mend}`).toContain(words);
  });
}

describe('an unknown name', () => {
  refused({
    'of a product, made': ['product: grey', 'product: gray', 'SCN_UNKNOWN_PRODUCT', '25:5', '"grey"'],
    'of a product, bought': ['      grey:', '      gry:', 'SCN_UNKNOWN_PRODUCT', '41:7', '"grey"'],
    'of a product that the seller does not make': [
      '{ weaving: {',
      '{ fibre: {',
      'SCN_WRONG_PRODUCT',
      '41:39',
      'made by: weaving',
    ],
    'of a selling sector': ['{ weaving: {', '{ weavng: {', 'SCN_UNKNOWN_SECTOR', '41:39', '"weaving"'],
    "of an enterprise's sector": [
      'alice: { sector: dyeing',
      'alice: { sector: dying',
      'SCN_UNKNOWN_SECTOR',
      '52:12',
      '"dyeing"',
    ],
    'of a sector in a curve': ['sector: weaving }', 'sector: weavin }', 'SCN_UNKNOWN_SECTOR', '58:37', '"weaving"'],
    'of a sector in the stock': ['dyeing: 0.4', 'dying: 0.4', 'SCN_UNKNOWN_SECTOR', '55:25', '"dyeing"'],
    'of a sector in the order books': [
      'bookDays: { weaving',
      'bookDays: { waving',
      'SCN_UNKNOWN_SECTOR',
      '56:15',
      '"weaving"',
    ],
    'of a sector in an observation': [
      'sector: dyeing, on',
      'sector: dyeng, on',
      'SCN_UNKNOWN_SECTOR',
      '64:55',
      '"dyeing"',
    ],
    'of a population': ['[dyer]', '[weaver, dyr]', 'SCN_UNKNOWN_POPULATION', '62:38', '"dyer"'],
    'of a park': ['population: [dyer]', 'park: park-9', 'SCN_UNKNOWN_PARK', '62:17', '"park-1"'],
    "of an enterprise's zone": ['zone: town', 'zone: twn', 'SCN_UNKNOWN_ZONE', '52:28', '"town"'],
    "of a population's zone": ['zones: { park', 'zones: { prk', 'SCN_UNKNOWN_ZONE', '49:49', '"park"'],
    'of a zone in a shock': ['population: [dyer]', 'zone: [twn]', 'SCN_UNKNOWN_ZONE', '62:24', '"town"'],
    "of a zone's road": ['road: outside, weight', 'road: outsid, weight', 'SCN_UNKNOWN_ROAD', '17:13', '"outside"'],
    'of a road in a lever': ['on: { road: outside }', 'on: { road: outsde }', 'SCN_UNKNOWN_ROAD', '60:33', '"outside"'],
    'of an enterprise in a shock': [
      'population: [dyer]',
      'enterprise: alise',
      'SCN_UNKNOWN_ENTERPRISE',
      '62:17',
      '"alice"',
    ],
    'of an enterprise in an observation': [
      'capacityRecovery, sector: dyeing',
      'daysAbove, aboveMetres: 5, enterprise: alicce',
      'SCN_UNKNOWN_ENTERPRISE',
      '64:64',
      '"alice"',
    ],
    'of a lever in an observation': [
      'lever: levers.passes',
      'lever: levers.passe',
      'SCN_UNKNOWN_LEVER',
      '65:41',
      '"levers.passes"',
    ],
  });
});

describe('a series', () => {
  refused({
    'of a road that names enterprises': [
      'on: { road: outside }',
      'on: { sector: dyeing }',
      'SCN_WRONG_TARGET',
      '60:33',
      'passes acts on roads',
    ],
    'of enterprises that names a road': [
      'population: [dyer]',
      'road: inside',
      'SCN_WRONG_TARGET',
      '62:17',
      'capacity acts on enterprises',
    ],
    'that acts on nobody': [
      'population: [dyer]',
      'population: dyer, sector: weaving',
      'SCN_NOBODY',
      '62:11',
      'no enterprise fits',
    ],
  });
});

describe('an id', () => {
  refused({
    'of a name that a population numbers too': ['alice:', 'dyer-1:', 'SCN_DUPLICATE_ID', '52:3', '"dyer-1"'],
    'of two populations': ['spinner:', 'weaver:', 'SCN_DUPLICATE_ID', '49:7', 'in sector "weaving"'],
    'with a meaning of its own': [/fibre/g, 'inside', 'SCN_WRONG_KEY', '44:3', 'inside is a reserved word'],
  });
});

describe('a chain that cannot be balanced', () => {
  const grey = '  grey: { perOutput: 0.3, from: { weaving: {} } }\n    populations:\n      weaver';
  refused({
    'for inputs that cost more than the output': [
      /0\.5\n([^]*?)populations:\n {6}weaver/,
      `0.8\n$1${grey}`,
      'SCN_INPUT_SHARE',
      '27:5',
      '1.1 yuan per yuan',
    ],
    'for shares that do not add up to 1': ['share: 0.6', 'share: 0.5', 'SCN_INPUT_SHARE', '30:9', 'add up to 0.9'],
    'for a sector that buys from itself': [
      /populations:\n {6}weaver/,
      grey,
      'SCN_SECTOR_CYCLE',
      '33:39',
      'weaving buys from itself',
    ],
    'for a circle of sectors': [
      'baseYuanPerDay: 20000',
      'baseYuanPerDay: 20000\n    buys: { cloth: { perOutput: 0.1, from: { dyeing: {} } } }',
      'SCN_SECTOR_CYCLE',
      '48:46',
      'fibre from dyeing from weaving from fibre',
    ],
    'for two covers of one product': [
      'share: 0.4, coverDays: 12',
      'share: 0.4, coverDays: 3',
      'SCN_MIXED_COVER',
      '32:39',
      '3 days of cover',
    ],
    'for a seller without enterprises': [/ {6}spinner: .*/, '      {}', 'SCN_NO_SELLER', '44:3', 'population'],
    'for enterprises that nobody needs': [
      'finalDemand: all',
      'finalDemand: { share: 0 }',
      'SCN_NO_OUTPUT',
      '43:7',
      '"dyer-1" has neither customers',
    ],
    'for zones of no weight': [/weight: [12]/g, 'weight: 0', 'SCN_NO_WEIGHT', '14:1', 'above 0'],
    'without zones': [/zones:\n[^]*?roads:/, 'zones: {}\nroads:', 'SCN_NO_ZONE', '14:1', 'no zone'],
    'for floors of the road that leave no room': [
      'inside: { leadDays: 2 }',
      'inside: { leadDays: 2 }\n  floors: [0.6, 0.5]',
      'SCN_FLOOR_SHARE',
      '20:3',
      'add up to 1.1',
    ],
    'for floors of the rationing that leave no room': [
      'inputs: hard',
      'rationing: { priority: [0.6, 0.6] }',
      'SCN_FLOOR_SHARE',
      '8:16',
      'add up to 1.2',
    ],
    'for lanes that do not add up': [
      /$/,
      'exports: { lanes: { gulf: 0.5 } }\n',
      'SCN_LANE_SHARE',
      '66:12',
      'add up to 0.5',
    ],
  });
});

describe('a latency that messages cannot keep', () => {
  refused({
    'of a purchase by road': [
      'partners: 2, coverDays: 8',
      'leadDays: 1',
      'SCN_LEAD_TOO_SHORT',
      '41:60',
      'least valid value is 2',
    ],
    'of a road': ['inside: { leadDays: 2 }', 'inside: { leadDays: 1 }', 'SCN_OUT_OF_RANGE', '19:13', 'from 2 to 60'],
    'of a direct link': ['partners: 2, coverDays: 8', 'direct: true, leadDays: 3', 'SCN_LEAD_DIRECT', '41:74', '1 day'],
    'of orders that lapse by road': ['inputs: hard', 'unmet: lapse', 'SCN_LAPSE_BY_ROAD', '8:3', 'direct links only'],
    'of the two-day rhythm by road': [
      'inputs: hard',
      'rhythm: two-day',
      'SCN_RHYTHM_BY_ROAD',
      '8:3',
      'direct links only',
    ],
    'of orders that oscillate': [
      'partners: 2, coverDays: 8',
      'restoreDays: 0.5',
      'SCN_RESTORE_TOO_SHORT',
      '41:60',
      'least valid value is 1',
    ],
    'of orders that oscillate by default': [
      'parks:',
      'buying: { inside: { restoreDays: 0.5 } }\nparks:',
      'SCN_RESTORE_TOO_SHORT',
      '21:21',
      'buying.inside.restoreDays',
    ],
  });
});

describe('a chain that is too large', () => {
  refused({
    'in enterprises of one population': ['count: 12', 'count: 2000001', 'SCN_OUT_OF_RANGE', '34:17', 'to 2000000'],
    'in enterprises of all populations': [
      /count: (?=12|5|3,)\d+/g,
      'count: 2000000',
      'SCN_TOO_MANY',
      '34:17',
      'at most 2000000',
    ],
    'in links': [
      /partners: 2(?=[^]*count: 12)([^]*)count: 12([^]*)count: 3,/,
      'partners: 200$1count: 100000$2count: 1000,',
      'SCN_TOO_MANY',
      '31:32',
      'at most 10000000',
    ],
    'in sectors': [
      /^sectors:\n/m,
      `sectors:\n${Array.from({ length: 201 }, (_, i) => `  s${i}: { stage: plants, product: yarn }\n`).join('')}`,
      'SCN_TOO_MANY',
      '22:1',
      'At most 200',
    ],
  });

  it('is refused before anything is drawn', () => {
    const start = performance.now();
    faultOf(() => compileText(COUNTY.replace(/count: (?=12|5|3,)\d+/g, 'count: 2000000')));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

describe('a CSV file of a scenario', () => {
  refused({
    'above its folder': [/$/, 'files: { links: ../links.csv }\n', 'SCN_FILE_OUTSIDE', '66:10', 'beside the scenario'],
    'anywhere on the disk': [
      /$/,
      'files: { links: /tmp/links.csv }\n',
      'SCN_FILE_OUTSIDE',
      '66:10',
      'beside the scenario',
    ],
    'on another drive': [
      /$/,
      'files: { links: "C:\\\\links.csv" }\n',
      'SCN_FILE_OUTSIDE',
      '66:10',
      'beside the scenario',
    ],
    'that is not there': [/$/, 'files: { links: links.csv }\n', 'SCN_NO_TABLE', '66:10', '"links.csv"'],
  });
});

describe('orders that lapse', () => {
  it('cannot where shops keep those they have not taken', () => {
    const text = `
resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 9
rules: { unmet: lapse }
products: { cloth: { yuanPerTonne: 40000 } }
sectors:
  market: { stage: markets, product: cloth, finalDemand: all, baseYuanPerDay: 100, populations: { shop: { count: 2 } } }
`;
    expect(faultOf(() => compileText(text))).toMatchObject({ code: 'SCN_LAPSE_MARKET', path: 'rules.unmet' });
  });
});

import {
  COUNTY,
  compileText,
  countyWith,
  faultOf,
  compileCsv,
  ENTERPRISES_CSV,
  LINKS_CSV,
  CSV_COUNTY,
} from './county.fixture';
import { formatFault } from '#libs/messages';
const w = countyWith;
const cases: Record<string, string> = {
  unknownKey: w('seed: 3', 'sedd: 3'),
  unknownMissing: w('start: 2020', 'strat: 2020'),
  nestedUnknown: w('perOutput: 0.5', 'perOutptu: 0.5'),
  wrongType: w('seed: 3', 'seed: many'),
  nan: w('seed: 3', 'seed: .nan'),
  inf: w('40000 }', '.inf }'),
  e400: w('40000 }', '1e400 }'),
  neg: w('9000', '-9000'),
  fl: w('seed: 3', 'seed: 1.5'),
  nul: w('seed: 3', 'seed:'),
  mapForNumber: w('count: 3 }', 'count: {} }'),
  listForMap: w('parks: { count: 3 }', 'parks: [1]'),
  boolText: w('notable: true', 'notable: yes'),
  rule: w('rule: plan', 'rule: plna'),
  orders: w('{ rule: plan }', 'plan'),
  inputs: w('inputs: hard', 'inputs: hrad'),
  inputs2: w('inputs: hard', 'inputs: 5'),
  inputs3: w('inputs: hard', 'inputs: {psii: 0.5}'),
  inputs4: w('inputs: hard', 'inputs: {psi: 5}'),
  norule: w('{ rule: plan }', '{ rle: plan }'),
  norule2: w('{ rule: plan }', '{ smoothingDays: 3 }'),
  overtime: w('inputs: hard', 'inputs: hard\n  overtime: on'),
  overtime2: w('inputs: hard', 'inputs: hard\n  overtime: {rule: smoth, maxRatio: 1.1, tauDays: 3}'),
  rationing: w('inputs: hard', 'inputs: hard\n  rationing: {priority: [0.1, x]}'),
  rationing2: w('inputs: hard', 'inputs: hard\n  rationing: equal'),
  within: w('{ points: 5 }', '{ pointz: 5 }'),
  within2: w('{ points: 5 }', '{}'),
  within3: w('{ points: 5 }', '{points: 5, percent: 5}'),
  within4: w('{ points: 5 }', '5'),
  within5: w('{ points: 5 }', '{points: -1}'),
  final: w('finalDemand: all', 'finalDemand: al'),
  final2: w('finalDemand: all', 'finalDemand: {share: 2}'),
  final3: w('finalDemand: all', 'finalDemand: 3'),
  version: w('resumption: 1', 'resumption: 2'),
  stage: w('stage: plants', 'stage: plant'),
  metric: w('metric: capacityRecovery', 'metric: capacityrecovry'),
  id: w('id: county', 'id: 9 lives'),
  idKey: w('alice:', 'al ice:'),
  reserved: w('alice:', 'constructor:'),
  reserved2: w('sector: dyeing, zone', 'sector: toString, zone'),
  proto: w('alice:', '__proto__:'),
  date: w('2020-02-10, days', '2020-2-10, days'),
  dateKey: w('2020-02-05: 0.2', '5 Feb: 0.2'),
  date30: w('2020-02-05: 0.2', '2020-02-30: 0.2'),
  dateOut: w('2020-02-05: 0.2', '2019-02-05: 0.2'),
  dateOut2: w('2020-02-20: 1', '2020-04-20: 1'),
  start: w('start: 2020-02-01', 'start: 2020-02-30'),
  start2: w('start: 2020-02-01', 'start: Feb'),
  shockOut: w('from: 2020-02-10', 'from: 61'),
  obsOut: w('on: 2020-03-15', 'on: 2021-03-15'),
  sameDay: w('2020-02-05: 0.2', '2020-02-05: 0.2, 4: 0.3'),
  empty: w('{ 2020-02-05: 0.2, 2020-02-20: 1 }', '{}'),
  large: w('2020-02-05: 0.2', '2020-02-05: 34'),
  unkSector: w('sector: weaving }', 'sector: weavin }'),
  unkPop: w('[dyer]', '[dyr]'),
  unkZone: w('zone: town', 'zone: twn'),
  unkZone2: w('zones: { park: 1', 'zones: { prk: 1'),
  unkRoad: w('road: outside, weight', 'road: outsid, weight'),
  unkRoad2: w('on: { road: outside }', 'on: { road: outsde }'),
  unkProduct: w('product: grey', 'product: gray'),
  unkProduct2: w('      grey:', '      gry:'),
  unkSeller: w('weaving: { share', 'weavng: { share'),
  wrongProduct: w('{ weaving: { share', '{ fibre: { share'),
  unkPark: w('population: [dyer]', 'park: park-9'),
  unkEnt: w('population: [dyer]', 'enterprise: alise'),
  unkEnt2: w('population: [dyer]', 'enterprise: [dyer-1, dyer-9]'),
  unkNamed: w('alice: { sector: dyeing', 'alice: { sector: dying'),
  unkObs: w('metric: capacityRecovery, sector: dyeing', 'metric: daysAbove, aboveMetres: 5, enterprise: alicce'),
  unkObs2: w('sector: dyeing, on', 'sector: dyeng, on'),
  unkLever: w('lever: levers.passes', 'lever: levers.passe'),
  unkStock: w('dyeing: 0.4', 'dying: 0.4'),
  unkBook: w('bookDays: { weaving', 'bookDays: { waving'),
  road4ent: w('on: { road: outside }', 'on: { sector: dyeing }'),
  ent4road: w('on: { population: [dyer] }', 'on: { road: inside }'),
  nobody: w('population: [dyer]', 'population: [dyer], sector: weaving'),
  dup: w('seed: 3', 'seed: 3\nseed: 4'),
  dupNamed: w('alice:', 'dyer-1:'),
  dupPop: w('spinner: {', 'weaver: {'),
  shares: w('share: 0.6', 'share: 0.5'),
  per: w('perOutput: 0.5', 'perOutput: 0.8').replace(
    'populations:\n      weaver',
    '  grey: { perOutput: 0.3, from: { weaving: {} } }\n    populations:\n      weaver',
  ),
  self: w('perOutput: 0.5', 'perOutput: 0.2').replace(
    'populations:\n      weaver',
    '  grey: { perOutput: 0.3, from: { weaving: {} } }\n    populations:\n      weaver',
  ),
  circle: w(
    'baseYuanPerDay: 20000',
    'baseYuanPerDay: 20000\n    buys: { cloth: { perOutput: 0.1, from: { dyeing: {} } } }',
  ),
  mixed: w('share: 0.4, coverDays: 12', 'share: 0.4, coverDays: 3'),
  lead: w('partners: 2, coverDays: 8', 'leadDays: 1, coverDays: 8'),
  lead2: w('inside: { leadDays: 2 }', 'inside: { leadDays: 1 }'),
  leadDirect: w('partners: 2, coverDays: 8', 'direct: true, leadDays: 3, coverDays: 8'),
  lapse: w('inputs: hard', 'unmet: lapse'),
  restore: w('partners: 2, coverDays: 8', 'restoreDays: 0.5, coverDays: 8'),
  restore2: w('parks:', 'buying: { inside: { restoreDays: 0.5 } }\nparks:'),
  twoDay: w('inputs: hard', 'rhythm: two-day'),
  many: COUNTY.replace(/count: (12|5|3),/g, 'count: 2000000,'),
  links: w('partners: 2, coverDays: 12', 'partners: 200, coverDays: 12')
    .replace('count: 12', 'count: 100000')
    .replace('count: 3, sigma', 'count: 1000, sigma'),
  noSeller: w('      spinner: { count: 3, sigma: 0.4, zones: { park: 1 } }', '      {}'),
  noOut: w('baseYuanPerDay: 60000', 'spare: 1').replace(
    'grey: { perOutput: 0.6, from: { weaving: { share: 1, partners: 2, coverDays: 8 } } }',
    '{}',
  ),
  noOutNamed: w('finalDemand: all', 'finalDemand: {share: 0}'),
  noZones: w(/zones:\n[^]*?roads:/, 'zones: {}\nroads:'),
  zeroWeights: w('weight: 2', 'weight: 0').replace('weight: 1', 'weight: 0'),
  inside: w(/ {2}weaving:\n/, '  inside:\n'),
  lanes: COUNTY + 'exports: { lanes: { a: 0.5 } }\n',
  order: w('on: 2020-03-15', 'from: 2020-03-20, on: 2020-03-15'),
  valueDate: w('value: 0.9', 'value: 2020-02-02'),
  filesUp: COUNTY + 'files: { links: ../x.csv }\n',
  filesAbs: COUNTY + 'files: { links: /etc/passwd }\n',
  filesMissing: COUNTY + 'files: { links: x.csv }\n',
  filesEmpty: COUNTY + 'files: { links: "" }\n',
  emptyF: '',
  blank: ' \n\n',
  comments: '# a\n# b\n',
  list: '- a\n',
  scalar: 'hello',
  docs: COUNTY + '---\na: 1\n',
  nulls: 'a\u0000',
  utf16: '\uFFFD\uFFFDa',
  merge: w('seed: 3', '<<: {seed: 3}'),
  unclosed: w('en: County', 'en: "County'),
  single: w('en: County', "en: 'County"),
  tabs: w('  inputs: hard', '\tinputs: hard'),
  indent: w('  orders:', '   orders:'),
  colon: w('id: county', 'id: a: b'),
  flow20k: 'a: ' + '['.repeat(20000),
  flow20kc: 'a: ' + '['.repeat(20000) + ']'.repeat(20000),
  seq20k: '- '.repeat(20000) + 'x',
  indent600: Array.from({ length: 600 }, (_, i) => ' '.repeat(i) + 'a:\n').join(''),
  indent100: Array.from({ length: 100 }, (_, i) => ' '.repeat(i) + 'a:\n').join(''),
  indentSeq: Array.from({ length: 600 }, (_, i) => ' '.repeat(i) + '-\n').join(''),
  question: '? '.repeat(3000) + 'x',
  bomb:
    'a: &a [x,x,x,x,x,x,x,x,x,x]\n' +
    'bcdefghij'
      .split('')
      .map(
        (k, i) =>
          `${k}: &${k} [${Array(10)
            .fill('*' + 'abcdefghi'[i])
            .join(',')}]\n`,
      )
      .join(''),
  alias: w('seed: 3', 'seed: *nope'),
  selfalias: w('seed: 3', 'seed: &x [*x]'),
  aliases: 'a: &a 1\nb: [' + '*a,'.repeat(200) + '1]\n',
  tag: w('seed: 3', 'seed: !!int 3'),
  tag2: w('seed: 3', 'seed: !foo 3'),
  directive: '%YAML 1.1\n---\n' + COUNTY,
  keys: Array.from({ length: 20000 }, (_, i) => `k${i}: 1\n`).join(''),
  big: COUNTY + '# ' + 'x'.repeat(300000),
  complexKey: '? [a, b]\n: 1\n',
  control: w('seed: 3', '"\\e[31m\\n": 3'),
  bin: String.fromCharCode(...Array.from({ length: 200 }, (_, i) => (i * 37) % 256)),
};
it('x', () => {
  const out: string[] = [];
  for (const [k, t] of Object.entries(cases)) {
    const s = performance.now();
    let m;
    try {
      m = formatFault(faultOf(() => compileText(t)));
    } catch (e) {
      m = '!!!!! ' + (e as Error).message.slice(0, 200);
    }
    out.push(k.padEnd(13) + String(Math.round(performance.now() - s)).padStart(5) + '  ' + m);
  }
  const E = ENTERPRISES_CSV,
    L = LINKS_CSV;
  const csv: Record<string, [object, string?]> = {
    ok: [{}],
    bom: [{ links: '\uFEFF' + L }],
    crlf: [{ links: L.replaceAll('\n', '\r\n') }],
    semi: [{ links: L.replaceAll(',', ';') }],
    tab: [{ links: L.replaceAll(',', '\t') }],
    missing: [{ links: L.replaceAll('from,', 'frm,') }],
    missing2: [{ links: 'from,to\na,b\n' }],
    unknown: [{ links: L.replace('coverDays', 'coverdays') }],
    few: [{ links: L.replace('weaver-2,300,8', 'weaver-2,300') }],
    many: [{ links: L.replace('weaver-2,300,8', 'weaver-2,300,8,9') }],
    num: [{ links: L.replace('300', '3oo') }],
    e400: [{ links: L.replace('300', '1e400') }],
    neg: [{ links: L.replace('300', '-5') }],
    zero: [{ links: L.replace('300', '0') }],
    nan: [{ links: L.replace('300', 'NaN') }],
    quote: [{ links: L.replace('spinner-2', '"spinner-2') }],
    quote2: [{ links: L.replace('spinner-2', 'spin"ner-2') }],
    empty: [{ links: '' }],
    header: [{ links: 'from,to,yuanPerDay\n' }],
    dupcol: [{ links: L.replace('coverDays', 'to') }],
    unkEnt: [{ links: L.replace('spinner-2', 'spinner-9') }],
    self: [{ links: L.replace('spinner-2,weaver-2', 'weaver-2,weaver-2') }],
    dupLink: [{ links: L + 'spinner-1,weaver-2,5,8\n' }],
    dupId: [{ enterprises: E + 'weaver-1,weaving,3,3\n' }],
    sector: [{ enterprises: E.replace('weaver-1,weaving', 'weaver-1,weavin') }],
    loss: [{ links: L.replace('700', '1700') }],
    mixed: [{ links: L.replace('weaver-2,100,8', 'weaver-2,100,9') }],
    lead: [{ links: 'from,to,yuanPerDay,leadDays\nspinner-1,weaver-1,700,1\n' }],
    lead2: [{ links: 'from,to,yuanPerDay,leadDays\nspinner-1,weaver-1,700,2.5\n' }],
    restore: [{ links: 'from,to,yuanPerDay,restoreDays\nspinner-1,weaver-1,700,0.5\n' }],
    idle: [{ links: L.replace('spinner-2,weaver-2', 'spinner-1,weaver-1').replace('spinner-1,weaver-1,300,8\n', '') }],
    proto: [{ enterprises: E.replace('spinner-2', '__proto__') }],
    protoCol: [{ enterprises: E.replace('staff', '__proto__') }],
    bin: [{ links: 'a\u0000' }],
    notables: [{ enterprises: E.replaceAll(/,\d+$/gm, ',maybe').replace('finalYuanPerDay', 'notable') }],
    none: [{ links: undefined }],
    need: [{ links: L.replace('coverDays', 'need').replaceAll(/,8$/gm, ',critcal') }],
  };
  for (const [k, [t]] of Object.entries(csv)) {
    let m;
    try {
      m = formatFault(faultOf(() => compileCsv(t)));
    } catch (e) {
      m = '!!!!! ' + (e as Error).message.slice(0, 200);
    }
    out.push('csv ' + k.padEnd(13) + '  ' + m);
  }
  const sets: [string, string][] = [
    ['rulez.overtime', 'off'],
    ['rules.overtime', 'off'],
    ['rules.overtime', 'of'],
    ['rules.inputs.psi', '1'],
    ['id.a', '1'],
    ['days', ''],
    ['days', '{a'],
    ['days', '0'],
    ['days', '-1'],
    ['days', '1.5'],
    ['days', 'abc'],
    ['days', '99999'],
    ['seed', '-1'],
    ['seed', '1.5'],
    ['shocks.stop.on.population.0', 'dyr'],
    ['shocks.stop.on.population.5', 'x'],
    ['shocks.stop.on.population.x', 'x'],
    ['a..b', '1'],
    ['__proto__.x', '1'],
    ['shocks.mine', '{on: {sector: dyeing}, from: 20, days: 10, leaves: 0.4}'],
    ['shocks.mine', '{on: {sector: dyeing}, from: 20, days: 10, leaves: 4}'],
    ['days', '['.repeat(2000)],
    ['days', '10'],
    ['seed', '*x'],
    ['constructor', '1'],
    ['enterprises.alice.zone', 'twn'],
    ['', '1'],
    ['levers.passes.values.2020-02-03', '-1'],
  ];
  for (const [path, value] of sets) {
    let m;
    try {
      m = formatFault(faultOf(() => compileText(COUNTY, [{ path, value }])));
    } catch (e) {
      m = '!!!!! ' + (e as Error).message.slice(0, 200);
    }
    out.push(`set ${path}=${value.slice(0, 20)} `.padEnd(30) + m);
  }
  require('fs').writeFileSync('/tmp/sc/explore.txt', out.join('\n'));
  void CSV_COUNTY;
});

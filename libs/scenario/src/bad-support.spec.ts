import { compileCsv, compileText, COUNTY, CSV_COUNTY, ENTERPRISES_CSV, faultOf } from './county.fixture';
import { RESUMING, resumingWith } from './resuming.fixture';

type Case = [piece: string | RegExp, other: string, code: string, path: string, words: string];

/** Each replaces a piece of the county; code, path, and words of the reason or mend. */
function refused(cases: Record<string, Case>): void {
  it.each(Object.entries(cases))('%s', (_, [piece, other, code, path, words]) => {
    const text = resumingWith(piece, other);
    const fault = faultOf(() => compileText(text));
    expect({ code: fault.code, path: fault.path }).toEqual({ code, path });
    expect(`${fault.reason} ${fault.mend}`).toContain(words);
    const { file, line = 0, column = 0 } = fault.place ?? {};
    expect(file).toBe('scenario.yaml');
    const written = text.split('\n')[line - 1].slice(column - 1);
    expect(written).toMatch(/^[\w-]+:/);
  });
}

describe('workers', () => {
  refused({
    'of an unknown key': ['seatFill', 'seatFil', 'SCN_UNKNOWN_KEY', 'workers.seatFil', '"seatFill"'],
    'from an unknown origin': [
      'origins: { local: 0.5, outside',
      'origins: { local: 0.5, outsid',
      'SCN_UNKNOWN_ORIGIN',
      'sectors.weaving.populations.mill.origins.outsid',
      'Did you mean "outside"?',
    ],
    'from an unknown origin, of an enterprise': [
      'origins: { local: 0.25',
      'origins: { lokal: 0.25',
      'SCN_UNKNOWN_ORIGIN',
      'enterprises.alice.origins.lokal',
      'Did you mean "local"?',
    ],
    'from origins that do not add up to 1': [
      'local: 0.5, outside: 0.4',
      'local: 0.5, outside: 0.3',
      'SCN_ORIGIN_SHARE',
      'sectors.weaving.populations.mill.origins',
      'add up to 0.9. They must add up to 1.',
    ],
    'from nowhere': [/origins:\n( {4}.*\n){3}/, 'origins: {}\n', 'SCN_NO_ORIGIN', 'workers.origins', 'Name one'],
    'from too many origins': [
      /origins:\n( {4}.*\n){3}/,
      `origins: { ${Array.from({ length: 17 }, (_, i) => `o${i}: { ownWay: 0 }`).join(', ')} }\n`,
      'SCN_TOO_MANY',
      'workers.origins',
      'At most 16',
    ],
    'in a quarantine longer than the run': [
      /days: 60([^]*)quarantineDays: 14/,
      'days: 30$1quarantineDays: 31',
      'SCN_QUARANTINE_LONG',
      'workers.origins.high-risk.quarantineDays',
      'The greatest valid value is 30',
    ],
    'in a quarantine of more than 60 days': [
      'quarantineDays: 14',
      'quarantineDays: 61',
      'SCN_OUT_OF_RANGE',
      'workers.origins.high-risk.quarantineDays',
      'from 0 to 60',
    ],
    'released on a day that does not exist': [
      '2020-03-25',
      '2020-02-30',
      'SCN_BAD_DATE',
      'workers.origins.high-risk.released',
      'there is no date',
    ],
    'whose exponent is 0': [
      'labourExponent: 2.12',
      'labourExponent: 0',
      'SCN_OUT_OF_RANGE',
      'sectors.dyeing.labourExponent',
      'from 0.01 to 10',
    ],
    'whose exponent is below 0': [
      'labourExponent: 2.12',
      'labourExponent: -1',
      'SCN_OUT_OF_RANGE',
      'sectors.dyeing.labourExponent',
      'too small',
    ],
    'on post in an unknown sector': [
      /$/,
      'initial: { cause: data, staff: { weavin: 0.3 } }\n',
      'SCN_UNKNOWN_SECTOR',
      'initial.staff.weavin',
      '"weaving"',
    ],
  });

  it('may be released before the run or after it', () => {
    const text = (date: string): string => resumingWith('2020-03-25', date);
    const released = (date: string): number | undefined =>
      compileText(text(date)).chain.workers?.origins.at(-1)?.releasedDay;
    expect([released('2019-12-01'), released('2020-12-01'), released('3')]).toEqual([0, 304, 3]);
  });

  it('keep their quarantine in a run that --days cut short', () => {
    expect(compileText(RESUMING, [{ path: 'days', value: '10' }]).chain.workers?.ringDays).toBe(28);
  });
});

describe('a gate', () => {
  refused({
    'whose checklist ends before it begins': [
      'to: 2020-02-14',
      'to: 2020-02-09',
      'SCN_DATE_ORDER',
      'sectors.weaving.populations.mill.checklist.to',
      '2020-02-09 comes before 2020-02-10. Give 2020-02-10 or a later date.',
    ],
    'by an unknown place': [
      'by: park',
      'by: zone',
      'SCN_WRONG_VALUE',
      'sectors.weaving.populations.mill.checklist.by',
      'enterprise or park',
    ],
    'whose queue nobody stands in': [
      'queue: small }, values',
      'queue: smal }, values',
      'SCN_UNKNOWN_QUEUE',
      'levers.few.on.queue',
      'Did you mean "small"?',
    ],
  });
});

describe('a lever', () => {
  refused({
    'of approvals without a queue': [
      'on: { queue: all }, ',
      '',
      'SCN_MISSING_KEY',
      'levers.approvals.on.queue',
      'there are all, small, large',
    ],
    'of approvals in a sector': [
      'on: { queue: all }',
      'on: { sector: weaving }',
      'SCN_WRONG_TARGET',
      'levers.approvals.on.sector',
      'Name a queue',
    ],
    'on the whole district that names a place': [
      'acts: trainSeats,',
      'acts: trainSeats, on: { sector: weaving },',
      'SCN_WRONG_TARGET',
      'levers.trains.on.sector',
      'trainSeats acts on the whole district. Drop on.',
    ],
    'on enterprises that names a queue': [
      'on: { enterprise: [alice] }',
      'on: { queue: all }',
      'SCN_WRONG_TARGET',
      'levers.licence.on.queue',
      'licence acts on enterprises',
    ],
    'of a white list below 0': [
      '2020-02-10: 40000',
      '2020-02-10: -1',
      'SCN_OUT_OF_RANGE',
      'levers.white-list.values.2020-02-10',
      'too small',
    ],
    'of a share above 1': [
      '2020-02-10: 0.6',
      '2020-02-10: 60',
      'SCN_OUT_OF_RANGE',
      'levers.health-code.values.2020-02-10',
      '34 % is 0.34',
    ],
    'that more than doubles a quarantine': [
      '2020-02-05: 1.5',
      '2020-02-05: 2.5',
      'SCN_OUT_OF_RANGE',
      'levers.quarantine.values.2020-02-05',
      'The greatest valid value is 2.',
    ],
    'of seats without an origin that has them': [
      ', seats: true',
      '',
      'SCN_NO_SEATS',
      'levers.trains.acts',
      'no origin has seats. Write seats: true for an origin',
    ],
    'on workers without workers': [
      /workers:\n( {2}.*\n)+/,
      '',
      'SCN_NEEDS',
      'levers.white-list.acts',
      'whiteList needs a section workers',
    ],
    'on gates without gates': [
      'gates: {}\n',
      '',
      'SCN_NEEDS',
      'levers.approvals.acts',
      'approvals needs a section gates',
    ],
    'of filing without gates': [
      /gates: \{\}\n([^]*) {2}approvals:.*\n.*\n/,
      '$1',
      'SCN_NEEDS',
      'levers.filing.acts',
      'filing needs a section gates',
    ],
    'on masks without masks': [
      /masks: .*\n/,
      '',
      'SCN_NEEDS',
      'levers.mask-pool.acts',
      'maskSupply needs a section masks',
    ],
    'that pools buses without buses': [
      / {2}trains:.*\n.*\n/,
      '',
      'SCN_NEEDS',
      'levers.carpool.acts',
      'a lever that acts charterSeats or trainSeats',
    ],
    'of the electricity key without masks to deal out': [
      / {2}mask-pool:.*\n.*\n/,
      '',
      'SCN_NEEDS',
      'levers.mask-key.acts',
      'a lever that acts maskSupply',
    ],
    'of certificates without a penalty': [
      /exports: .*\n/,
      '',
      'SCN_NEEDS',
      'levers.certificates.acts',
      'Give exports a penaltyPerDay above 0',
    ],
    'of buses before the white list': [
      'charterSeats, values: { 2020-02-11',
      'charterSeats, values: { 2020-02-03: 0, 2020-02-09',
      'SCN_LEVER_EARLY',
      'levers.charter.values.2020-02-09',
      'Give 2020-02-10 or a later date.',
    ],
    'of pooling before the white list': [
      'carpool, values: { 2020-02-14',
      'carpool, values: { 2020-02-02',
      'SCN_LEVER_EARLY',
      'levers.carpool.values.2020-02-02',
      'nobody is listed before 2020-02-10',
    ],
  });

  it('of the service desk is no curve', () => {
    const fault = faultOf(() => compileText(COUNTY.replace('acts: open', 'acts: whiteList')));
    expect(fault).toMatchObject({ code: 'SCN_WRONG_VALUE', path: 'curves.weaving-open.acts' });
  });
});

describe('masks', () => {
  it('are refused where nobody wears them', () => {
    const fault = faultOf(() => compileText(`${COUNTY}masks: {}\n`));
    expect(fault).toMatchObject({ code: 'SCN_NEEDS', path: 'masks' });
    const started = faultOf(() => compileText(COUNTY.replace('stock:', 'staff: { weaving: 0.3 }\n  stock:')));
    expect(started).toMatchObject({ code: 'SCN_NEEDS', path: 'initial.staff' });
  });
});

describe('rows of enterprises.csv', () => {
  const on = 'workers: { origins: { local: { ownWay: 1 } } }\ngates: {}\n';
  const withColumn = (column: string, cell: string): string =>
    ENTERPRISES_CSV.trim()
      .split('\n')
      .map((line, i) => `${line},${i === 0 ? column : cell}\n`)
      .join('');
  const fault = (column: string, cell: string): unknown =>
    faultOf(() => compileCsv({ enterprises: withColumn(column, cell) }, CSV_COUNTY + on));

  it('need origins for a share of staff, and a checklist for a closed gate', () => {
    const place = { file: 'enterprises.csv', line: 2, column: 27 };
    expect(fault('staffRatio', '0.5')).toMatchObject({ code: 'CSV_NO_ORIGINS', place });
    expect(fault('gate', 'closed')).toMatchObject({ code: 'CSV_NO_CHECKLIST', place });
    expect(fault('gate', 'ajar')).toMatchObject({ code: 'CSV_WRONG_VALUE', place });
    expect(fault('staffRatio', '1.5')).toMatchObject({ code: 'CSV_OUT_OF_RANGE', place });
  });
});

import { compileCsv, CSV_COUNTY, ENTERPRISES_CSV, faultOf, LINKS_CSV, type Tables } from './county.fixture';

const links = (piece: string | RegExp, other: string): Tables => ({ links: LINKS_CSV.replace(piece, other) });
const enterprises = (piece: string | RegExp, other: string): Tables => ({
  enterprises: ENTERPRISES_CSV.replace(piece, other),
});
const column = (header: string, cell: string): Tables => ({
  links: `from,to,yuanPerDay,${header}\nspinner-1,weaver-1,700,${cell}\n`,
});

/** Tables, code, file:line:column, words. */
const cases: Record<string, [tables: Tables, code: string, place: string, words: string]> = {
  'no rows': [{ links: '' }, 'CSV_EMPTY', 'links.csv:1:1', 'from,to,yuanPerDay'],
  'a header only': [{ links: 'from,to,yuanPerDay\n' }, 'CSV_EMPTY', 'links.csv:1:1', 'no rows'],
  semicolons: [links(/,/g, ';'), 'CSV_SEPARATOR', 'links.csv:1:1', 'semicolons'],
  tabs: [links(/,/g, '\t'), 'CSV_SEPARATOR', 'links.csv:1:1', 'tabs'],
  'a binary file': [{ links: 'PK\u0003\u0004\u0000' }, 'CSV_NOT_TEXT', 'links.csv:1:1', 'UTF-8'],
  'a missing column': [{ links: 'from,to\na,b\n' }, 'CSV_MISSING_COLUMN', 'links.csv:1:1', '"yuanPerDay" is missing'],
  'an unknown column': [
    links('coverDays', 'coverdays'),
    'CSV_UNKNOWN_COLUMN',
    'links.csv:1:20',
    'Did you mean "coverDays"?',
  ],
  'a column twice': [links('coverDays', 'to'), 'CSV_DUPLICATE_COLUMN', 'links.csv:1:1', '"to" stands twice'],
  'a column named __proto__': [
    enterprises('staff', '__proto__'),
    'CSV_UNKNOWN_COLUMN',
    'enterprises.csv:1:11',
    'unknown column',
  ],
  'too few cells': [links('300,8', '300'), 'CSV_CELLS', 'links.csv:3:1', '3 cells, the header 4'],
  'too many cells': [links('300,8', '300,8,9'), 'CSV_CELLS', 'links.csv:3:1', '5 cells, the header 4'],
  'a quote that is not closed': [links('spinner-2', '"spinner-2'), 'CSV_NOT_CSV', 'links.csv:3:1', 'not closed'],
  'a quote inside a cell': [links('spinner-2', 'spin"ner-2'), 'CSV_NOT_CSV', 'links.csv:3:1', 'inside a cell'],
  'a word for a number': [links('300', '3oo'), 'CSV_BAD_NUMBER', 'links.csv:3:20', '"3oo" is no number'],
  NaN: [links('300', 'NaN'), 'CSV_BAD_NUMBER', 'links.csv:3:20', 'is no number'],
  '1e400': [links('300', '1e400'), 'CSV_OUT_OF_RANGE', 'links.csv:3:20', 'too large'],
  'a flow below 0': [links('300', '-300'), 'CSV_OUT_OF_RANGE', 'links.csv:3:20', 'too small'],
  'a flow of 0': [links('300', '0'), 'CSV_OUT_OF_RANGE', 'links.csv:3:20', 'too small'],
  'an empty cell': [links('300', ''), 'CSV_MISSING', 'links.csv:3:20', 'Fill it'],
  'half a day of lead': [column('leadDays', '2.5'), 'CSV_BAD_NUMBER', 'links.csv:2:24', 'whole number'],
  'one day of lead by road': [
    column('leadDays', '1'),
    'SCN_LEAD_TOO_SHORT',
    'links.csv:2:24',
    'least valid value is 2',
  ],
  'orders that oscillate': [
    column('restoreDays', '0.5'),
    'SCN_RESTORE_TOO_SHORT',
    'links.csv:2:24',
    'least valid value is 1',
  ],
  'an unknown need': [column('need', 'critcal'), 'CSV_WRONG_VALUE', 'links.csv:2:24', 'Did you mean "critical"?'],
  maybe: [column('direct', 'maybe'), 'CSV_WRONG_VALUE', 'links.csv:2:24', 'neither yes nor no'],
  'an unknown enterprise': [
    links('spinner-2', 'spinner-9'),
    'CSV_UNKNOWN_ENTERPRISE',
    'links.csv:3:1',
    'Did you mean "spinner-1"?',
  ],
  'a link to itself': [links('spinner-2,weaver-2', 'weaver-2,weaver-2'), 'CSV_SELF_LINK', 'links.csv:3:10', 'ownUse'],
  'a link twice': [links(/$/, 'spinner-1,weaver-2,5,8\n'), 'CSV_DUPLICATE_LINK', 'links.csv:5:1', 'Add the flows up'],
  'two covers of one product': [links('100,8', '100,9'), 'SCN_MIXED_COVER', 'links.csv:4:24', 'one coverDays'],
  'inputs dearer than the output': [
    links('700', '1700'),
    'SCN_INPUT_SHARE',
    'links.csv:2:20',
    'buys for 1700 yuan a day and sells for 1200',
  ],
  'an enterprise that nobody needs': [
    links(/spinner-2.*\n/, ''),
    'SCN_NO_OUTPUT',
    'enterprises.csv:3:1',
    '"spinner-2" has neither',
  ],
  'an id twice': [enterprises(/$/, 'weaver-1,weaving,3,3\n'), 'CSV_DUPLICATE_ID', 'enterprises.csv:6:1', 'once'],
  'an id that is none': [enterprises('weaver-2', '"weaver 2"'), 'CSV_BAD_ID', 'enterprises.csv:5:1', 'letters, digits'],
  'an unknown sector': [
    enterprises('weaver-1,weaving', 'weaver-1,weavin'),
    'CSV_UNKNOWN_SECTOR',
    'enterprises.csv:4:10',
    'Did you mean "weaving"?',
  ],
  'no file': [{ links: undefined } as unknown as Tables, 'SCN_NO_TABLE', 'scenario.yaml:10:40', '"links.csv"'],
};

describe('a CSV file with', () => {
  it.each(Object.entries(cases))('%s', (_, [tables, code, place, words]) => {
    const fault = faultOf(() => compileCsv(tables));
    const { file, line, column: at } = fault.place ?? {};
    expect({ code: fault.code, place: `${file}:${line}:${at}` }).toEqual({ code, place });
    expect(`${fault.reason} ${fault.mend}`).toContain(words);
  });
});

describe('a CSV file', () => {
  const plain = compileCsv({}).chain;

  it('may begin with a byte order mark and end its lines as Windows does', () => {
    const texts = { links: `\uFEFF${LINKS_CSV.replaceAll('\n', '\r\n')}`, enterprises: `\uFEFF${ENTERPRISES_CSV}` };
    expect(compileCsv(texts).chain).toEqual(plain);
  });

  it('may have its columns in any order, blank lines, and cells between quotes', () => {
    const text =
      'to,coverDays,from,yuanPerDay\nweaver-1,8,spinner-1,700\n\n"weaver-2","8",spinner-2,3e2\nweaver-2,8, spinner-1 ,100\n';
    expect(compileCsv({ links: text }).chain).toEqual(plain);
  });

  it('lets an enterprise use its own product where the sector says so, from one day to the next', () => {
    const text = CSV_COUNTY.replace('product: yarn }', 'product: yarn, ownUse: true }');
    const {
      enterprises: rows,
      links: flows,
      linkKinds,
    } = compileCsv({ links: `${LINKS_CSV}spinner-1,spinner-1,50,8\n` }, text).chain;
    const own = flows.supplier.findIndex((supplier, link) => supplier === flows.buyer[link]);
    expect(rows.ids[flows.buyer[own]]).toBe('spinner-1');
    expect(linkKinds[flows.kind[own]].leadDays).toBe(1);
  });
});

// Values that have broken programs before: what a field may hold that nobody thought of.
import fc from 'fast-check';

const BOMB = `a: &a [x, x, x, x]\n${'bcdefghij'
  .split('')
  .map((name, at) => `${name}: &${name} [${Array(8).fill(`*${'abcdefghij'[at]}`).join(', ')}]`)
  .join('\n')}`;

const STRINGS = [
  ...['', ' ', '\0', '\n', '.', '..', '/', '../../../../etc/passwd', '..%2f..%2fetc%2fpasswd', 'C:\\nul', '~root'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    'hasOwnProperty',
    'null',
    'undefined',
    'NaN',
    'Infinity',
    'true',
    '{}',
    '[]',
  ],
  ...['-1', '-0', '1e309', '0x10', '9007199254740993', '1.5', '١٢', '1_000', '+1', ' 1 ', '00', '3651', '4294967296'],
  ...["' OR 1=1; --", '"); DROP TABLE runs; --', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '%s%n', '$(id)'],
  ...['柯桥', '🧵', '\u202e', '\ufeff', '\ud800', 'e\u0301', 'ﬀ', '\u2028', '%', '%00', '%E0%A4%A', '%ff', ';', '&=#?'],
  ...[
    'a'.repeat(121),
    'a'.repeat(9000),
    '(a+)+$',
    'a,a',
    ',',
    'a,a,a,a,a,a,a',
    '2020-02-30',
    '9999-12-31',
    '!!js/undefined',
  ],
  ...['{a: &x [*x]}', '&a [*a]', '!!binary x', '<<: 1', '? [a]', '- - - - -', BOMB],
];

const NUMBERS = [
  0,
  -0,
  -1,
  1.5,
  1e308,
  -1e308,
  5e-324,
  2 ** 31,
  2 ** 53,
  2 ** 53 + 2,
  3650,
  3651,
  1e21,
  4294967295,
  4294967296,
];

const DEEP = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as unknown;

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...STRINGS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
);

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  hostileText,
  fc.constantFrom<unknown>(...NUMBERS, null, true, false, [], {}, [[]], [null], { a: 1 }, DEEP),
  fc.jsonValue({ maxDepth: 3 }),
);

/** Bodies that are no JSON, or not as they say. */
export const hostileBody: fc.Arbitrary<string> = fc.constantFrom(
  ...[
    '',
    '{',
    '[',
    '"',
    'null',
    '1',
    '{"a":}',
    '{"a":1,}',
    "{'a':1}",
    '\ufeff{}',
    '{} {}',
    '\0',
    'NaN',
    '// a',
    '{"a":1}\0',
  ],
  ...['{"__proto__":{"isAdmin":true}}', '{"constructor":{"prototype":{"role":"operator"}}}', '{"a":1,"a":2}'],
  ...[
    '['.repeat(20_000),
    '{"a":'.repeat(5000),
    `"${'\\u0000'.repeat(100)}"`,
    '"\\ud800"',
    '1'.repeat(400),
    '-',
    '1e',
    '--1',
  ],
);

export const hostileHeaders: fc.Arbitrary<Readonly<Record<string, string>>> = fc.constantFrom<Record<string, string>>(
  { 'content-type': 'text/plain' },
  { 'content-type': 'application/json; charset=utf-16' },
  { 'content-type': 'application/x-www-form-urlencoded' },
  { 'content-encoding': 'gzip' },
  { 'idempotency-key': '' },
  { 'idempotency-key': 'k'.repeat(200) },
  { 'idempotency-key': 'the-same-for-all' },
  { 'last-event-id': 'mini:99999999999999999999' },
  { 'last-event-id': '../..' },
  { origin: 'null' },
  { origin: 'http://evil.example' },
  { cookie: 'resumption_key=%00; resumption_key==; =; ;;;' },
  { cookie: `resumption_key=${'x'.repeat(3000)}` },
  { authorization: 'Bearer' },
  { authorization: 'Basic YTpi' },
  { range: 'bytes=0-1,5-9,-1' },
  { 'if-none-match': '*' },
  { accept: 'nothing/at-all;q=x' },
  { 'accept-encoding': 'br;q=nan, gzip;q=-1' },
  { 'x-forwarded-for': "' OR 1=1" },
  { expect: '100-continue' },
);

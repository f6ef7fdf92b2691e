// Bad input, as a user meets it: a line with code, place, reason and mend for each fault, exit code 2, nothing written.
import { existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resumption, scratch, type Outcome } from './command';

const folder = scratch();
let count = 0;

function runText(text: string | Buffer, ...words: string[]): Outcome & { readonly archive: string } {
  const path = join(folder, `bad-${count++}.yaml`);
  const archive = join(folder, `archive-${count}`);
  writeFileSync(path, text);
  return { ...resumption('run', path, '--out', archive, ...words), archive };
}

const small = (more = ''): string => `resumption: 1
id: small
name: { en: Small }
start: 2020-02-01
days: 20
products: { cloth: { yuanPerTonne: 40000 } }
sectors:
  weaving: { stage: plants, product: cloth, baseYuanPerDay: 1000, populations: { weaver: { count: 3 } } }
${more}`;

const cases: Record<string, { text: string | Buffer; words?: string[]; code: string }> = {
  'an unknown key': { text: small('sedd: 3\n'), code: 'SCN_UNKNOWN_KEY' },
  'a wrong type': { text: small('seed: many\n'), code: 'SCN_WRONG_TYPE' },
  'not a number': { text: small().replace('40000', '.nan'), code: 'SCN_WRONG_TYPE' },
  'a number beyond doubles': { text: small().replace('40000', '1e400'), code: 'SCN_' },
  'a negative number': { text: small().replace('40000', '-1'), code: 'SCN_OUT_OF_RANGE' },
  'an id twice': { text: small('seed: 1\nseed: 2\n'), code: 'SCN_DUPLICATE_KEY' },
  'an unknown enterprise': {
    text: small('shocks: { a: { on: { enterprise: weavr-1 }, from: 3, days: 2, leaves: 0 } }\n'),
    code: 'SCN_UNKNOWN_ENTERPRISE',
  },
  'a date outside the horizon': {
    text: small('shocks: { a: { on: { sector: weaving }, from: 2021-02-01, days: 2, leaves: 0 } }\n'),
    code: 'SCN_DATE_OUTSIDE',
  },
  'a lever before its prerequisite': {
    text: small('levers: { list: { acts: whiteList, values: { 3: 100 } } }\n'),
    code: 'SCN_NEEDS',
  },
  'an unknown origin': {
    text: small('workers: { origins: { local: { ownWay: 1 } } }\n').replace(
      'count: 3',
      'count: 3, origins: { here: 1 }',
    ),
    code: 'SCN_UNKNOWN_ORIGIN',
  },
  'approvals in no queue': {
    text: small('gates: {}\nlevers: { few: { acts: approvals, on: { queue: large }, values: { 3: 1 } } }\n'),
    code: 'SCN_UNKNOWN_QUEUE',
  },
  'an empty file': { text: '', code: 'SCN_EMPTY' },
  'a binary file': { text: Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2, 0xff]), code: 'SCN_NOT_TEXT' },
  'an alias bomb': {
    text: `a: &a [x, x, x, x, x, x, x, x, x]\n${'bcdefghij'
      .split('')
      .map((k, i) => `${k}: &${k} [${Array(9).fill(`*${'abcdefghi'[i]}`).join(', ')}]`)
      .join('\n')}\n`,
    code: 'SCN_ALIAS_BOMB',
  },
  '20,000 nested brackets': { text: `a: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n`, code: 'SCN_TOO_DEEP' },
  '20,000 nested sequences': { text: `${'- '.repeat(20_000)}x\n`, code: 'SCN_TOO_DEEP' },
  'a --set without a value': { text: small(), words: ['--set', 'days'], code: 'CLI_BAD_SET' },
  'no days': { text: small(), words: ['--days', '0'], code: 'SCN_OUT_OF_RANGE' },
  'too many shards': { text: small(), words: ['--shards', '65'], code: 'CLI_BAD_NUMBER' },
};

describe('bad input', () => {
  it.each(Object.entries(cases))('%s gives one line, exit code 2, and no archive', (_, { text, words = [], code }) => {
    const { code: exit, out, err, archive } = runText(text, ...words);
    expect({ exit, out, lines: err.trim().split('\n').length }).toEqual({ exit: 2, out: '', lines: 1 });
    expect(err).toContain(code);
    expect(existsSync(archive)).toBe(false);
  });

  it('names file, line and column, and the nearest valid word', () => {
    const { err } = runText(small('sedd: 3\n'));
    expect(err).toMatch(/bad-\d+\.yaml:9:1 sedd: unknown key "sedd"\. Did you mean "seed"\?/);
  });

  it('that is wrong in several places is told a line each', () => {
    const { code, err } = runText(small('sedd: 3\n').replace('40000', '-1').replace('count: 3', 'count: some'));
    const codes = err
      .trim()
      .split('\n')
      .map((line) => /^(\w+) \S+:(\d+):\d+ /.exec(line)?.slice(1).join(' '));
    expect({ code, codes }).toEqual({
      code: 2,
      codes: ['SCN_OUT_OF_RANGE 6', 'SCN_WRONG_TYPE 8', 'SCN_UNKNOWN_KEY 9'],
    });
  });

  it('of 200 MB is refused unread', () => {
    const path = join(folder, 'huge.yaml');
    writeFileSync(path, small());
    truncateSync(path, 200 * 1024 * 1024);
    const { code, err } = resumption('run', path);
    expect(code).toBe(2);
    expect(err).toContain('SCN_TOO_LARGE');
  });

  it('is told of a file that is not there, a folder, and a folder that belongs to somebody else', () => {
    expect(resumption('run', join(folder, 'nothing.yaml'))).toMatchObject({ code: 2 });
    expect(resumption('run', folder)).toMatchObject({ code: 2 });
    const foreign = join(folder, 'foreign');
    expect(resumption('init', foreign).code).toBe(0);
    const before = readdirSync(foreign);
    const { code, err } = resumption('run', join(foreign, 'scenario.yaml'), '--out', foreign);
    expect({ code, files: readdirSync(foreign) }).toEqual({ code: 2, files: before });
    expect(err).toContain('ARC_');
  });

  it('is told of a folder that cannot be made, at once', () => {
    for (const words of [
      ['run', 'seeds/keqiao/mini.yaml', '--out', '/proc/1/x'],
      ['init', '/proc/1/x'],
    ]) {
      const { code, err } = resumption(...words);
      expect({ code, lines: err.trim().split('\n').length }).toEqual({ code: 2, lines: 1 });
    }
  });

  it('of words on the command line is met with a suggestion', () => {
    const { code, err } = resumption('rnu', 'x');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean run');
  });
});

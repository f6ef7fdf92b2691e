// A run's archive, through the command: replay finds every flipped bit, a killed run is incomplete, never wrong.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkArchive } from '#libs/adapters';
import { killedAfter, resumption, scratch } from './command';

const MINI = 'seeds/keqiao/mini.yaml';
const folder = scratch();
const archive = join(folder, 'mini');

beforeAll(() => {
  expect(resumption('run', MINI, '--out', archive, '--frames').code).toBe(0);
});

const filesOf = (root: string): string[] =>
  readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(root, name)).isFile());

describe('the archive of a run', () => {
  it('is verified by replay', () => {
    const { code, out } = resumption('replay', archive, '--verify');
    expect(out).toMatch(/verified, digest [0-9a-f]{16}/);
    expect(code).toBe(0);
  });

  /** Flips one bit of a file while something looks at the archive. */
  async function broken<T>(name: string, i: number, look: () => Promise<T> | T): Promise<T> {
    const path = join(archive, name);
    const bytes = readFileSync(path);
    const other = Buffer.from(bytes);
    other[Math.floor((bytes.length * ((i * 7919) % 100)) / 100)] ^= 1 << (i % 8);
    writeFileSync(path, other);
    try {
      return await look();
    } finally {
      writeFileSync(path, bytes);
    }
  }

  it('has no file in which a flipped bit goes unnoticed', async () => {
    const files = filesOf(archive);
    expect(files.length).toBeGreaterThan(20);
    for (const [i, name] of files.entries()) {
      const found = await broken(name, i, () => checkArchive(archive).catch((error: unknown) => [String(error)]));
      expect({ name, found: JSON.stringify(found) }).toEqual({ name, found: expect.stringContaining(name) as string });
    }
  });

  it('replays with exit code 3 and the name of the file in which a bit is flipped', async () => {
    const files = filesOf(archive);
    for (const i of [0, Math.floor(files.length / 2), files.length - 1, files.indexOf('manifest.json')]) {
      const { code, out } = await broken(files[i], i, () => resumption('replay', archive, '--verify'));
      expect({ name: files[i], code }).toEqual({ name: files[i], code: 3 });
      expect(out).toContain(files[i]);
    }
  });

  it('names day and source where the file has them', () => {
    const path = join(archive, 'digests.jsonl');
    const text = readFileSync(path, 'utf8');
    const lines = text.split('\n');
    const at = lines[12].lastIndexOf('"flow":"') + 10;
    lines[12] = `${lines[12].slice(0, at)}${lines[12][at] === '0' ? '1' : '0'}${lines[12].slice(at + 1)}`;
    writeFileSync(path, lines.join('\n'));
    const { out } = resumption('replay', archive, '--verify');
    writeFileSync(path, text);
    expect(out).toContain('digests.jsonl');
    expect(out).toContain('day 12');
    const snapshot = join(archive, 'snapshots', 'day-0010-plants.bin');
    const bytes = readFileSync(snapshot);
    writeFileSync(snapshot, Buffer.concat([bytes.subarray(0, -1), Buffer.from([bytes[bytes.length - 1] ^ 4])]));
    const found = resumption('replay', archive, '--verify').out;
    writeFileSync(snapshot, bytes);
    expect(found).toContain('day 10');
    expect(found).toContain('plants');
  });

  it('is incomplete when a file is missing', () => {
    const path = join(archive, 'rates.parquet');
    const bytes = readFileSync(path);
    writeFileSync(path, '');
    expect(resumption('replay', archive, '--verify').code).toBe(3);
    writeFileSync(path, bytes);
    expect(resumption('replay', archive, '--verify').code).toBe(0);
  });
});

describe('a run that is killed', () => {
  it('leaves an archive that replay calls incomplete', async () => {
    const killed = join(folder, 'killed');
    for (const ms of [500, 900, 1300]) {
      await killedAfter(ms, 'run', 'seeds/keqiao/scenario.yaml', '--out', killed);
      if (!existsSync(killed) || existsSync(join(killed, 'manifest.json'))) continue;
      const { code, out } = resumption('replay', killed, '--verify');
      expect(code).toBe(3);
      expect(out.toLowerCase()).toContain('incomplete');
    }
    expect(resumption('run', MINI, '--out', killed).code).toBe(0);
    expect(resumption('replay', killed, '--verify').code).toBe(0);
  }, 60_000);
});

describe('two runs', () => {
  it('differ nowhere when only the number of shards differs', () => {
    for (const shards of ['2', '3', '8']) {
      const other = join(folder, `shards-${shards}`);
      expect(resumption('run', MINI, '--out', other, '--shards', shards).code).toBe(0);
      const { code, out } = resumption('diff', archive, other, '--json');
      expect({ code, differs: (JSON.parse(out) as { differs: boolean }).differs }).toEqual({ code: 0, differs: false });
    }
  });

  it('have another digest with another seed', () => {
    const digest = (...words: string[]): string =>
      (JSON.parse(resumption('run', MINI, '--no-archive', '--json', ...words).out) as { digest: string }).digest;
    expect(digest()).toBe(digest());
    expect(digest('--seed', '8')).not.toBe(digest());
  });

  it('part on the day of the change, and diff names the source, column and enterprise', () => {
    const other = join(folder, 'other');
    const shock = 'shocks.stop={on: {enterprise: alice}, from: 31, days: 5, leaves: 0.5}';
    expect(resumption('run', MINI, '--out', other, '--set', shock).code).toBe(0);
    const { code, out } = resumption('diff', archive, other, '--json');
    expect(code).toBe(3);
    expect(JSON.parse(out)).toMatchObject({ differs: true, day: 31, source: 'plants', entity: ['alice'] });
  });
});

describe('events of an archive', () => {
  it('are sentences, by day, type and entity', () => {
    expect(resumption('events', archive, '--type', 'MarketOpened').out).toContain('2020-02-18');
    expect(resumption('--lang', 'zh', 'events', archive, '--type', 'MarketOpened').out).toContain('市场');
    expect(resumption('events', archive, '--day', '17', '--type', 'ShortageLeftSector').out).toBe('');
  });

  it('of a type that does not exist are met with a suggestion', () => {
    const { code, err } = resumption('events', archive, '--type', 'SectorResumd');
    expect(code).toBe(2);
    expect(err).toContain('Did you mean "SectorResumed"?');
  });

  it('of a name that nobody has are met with a suggestion, of one that nothing is told of with a word', () => {
    for (const words of [[], ['--day', '25', '--channel', 'orders']]) {
      const { code, err } = resumption('events', archive, ...words, '--entity', 'alise');
      expect([code, err]).toEqual([2, expect.stringContaining('CLI_UNKNOWN_ENTITY')]);
      expect(err).toContain('Did you mean "alice"?');
    }
    const [lever] = resumption('events', archive, '--json').out.match(/levers\.[\w-]+/) ?? [''];
    expect(lever).not.toBe('');
    const silent = resumption('events', archive, '--day', '0', '--type', 'MarketOpened', '--entity', lever);
    expect([silent.code, silent.err]).toEqual([0, `Nothing is told of ${lever} on these days.\n`]);
    const quiet = resumption('events', archive, '--day', '0', '--type', 'MarketOpened', '--entity', 'alice');
    expect([quiet.code, quiet.out, quiet.err]).toEqual([0, '', 'Nothing is told of alice on these days.\n']);
  });

  it('are told with the ids of their causes, which were told before', () => {
    const milestones = resumption('events', archive, '--json')
      .out.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { id: string; causes: string[] });
    const known = new Set<string>();
    for (const { id, causes } of milestones) {
      for (const cause of causes) expect(known).toContain(cause);
      known.add(id);
    }
    expect(milestones.some(({ causes }) => causes.length > 0)).toBe(true);
  });

  it('include the frames as rows, recomputed from the nearest snapshot', () => {
    const { out } = resumption('events', archive, '--day', '25', '--channel', 'orders', '--entity', 'alice', '--json');
    const rows = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { day: number; row: string[]; orderedYuan: number });
    expect(rows.length).toBeGreaterThan(3);
    for (const { day, row, orderedYuan } of rows) {
      expect(day).toBe(25);
      expect(row).toContain('alice');
      expect(orderedYuan).toBeGreaterThanOrEqual(0);
    }
  });
});

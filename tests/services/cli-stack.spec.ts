// The command line against a stack: runs and the list of them. The services live in this process, over a real
// PostgreSQL, and so does the command, except where it is interrupted.
import type { RunSummary } from '#libs/analysis';
import type { RunRow } from '#libs/runtime';
import { until } from '#libs/testing';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { scratch } from '../command';
import { called, commandsOn, stackInOneProcess, started, type StackUnderTest } from './in-one-process';

// eslint-disable-next-line no-restricted-properties -- Tests have no main.ts.
const url = process.env.RESUMPTION_TEST_POSTGRES_URL;
const withServer = url === undefined ? describe.skip : describe;
const MINI = 'seeds/keqiao/mini.yaml';
const DAYS = 20;

jest.setTimeout(180_000);

withServer('the command line on a stack', () => {
  let stack: StackUnderTest;
  let ordinary: RunSummary;

  const { command, jsonOf, created, row, ended, projected } = commandsOn(() => stack, MINI, DAYS);

  beforeAll(async () => {
    stack = await stackInOneProcess(url ?? '');
    const { out } = await called('run', MINI, '--days', String(DAYS), '--no-archive', '--json');
    ordinary = JSON.parse(out) as RunSummary;
  });
  afterAll(async () => {
    await stack?.stop();
    expect(stack?.failures).toEqual([]);
  });

  describe('a run by the services', () => {
    it('comes to what the ordinary run comes to', async () => {
      const { run, ...summary } = await jsonOf<RunSummary & { run: string }>('run', MINI, '--days', String(DAYS));
      expect(run).toMatch(/^keqiao-mini-\d+-[0-9a-f]{6}$/);
      expect(summary).toEqual(ordinary);
    });

    it('has the same digest with two shards and without accounts, and draws the page', async () => {
      const { code, out, err } = await command('run', MINI, '--days', String(DAYS), '--shards', '2', '--no-losses');
      expect(code).toBe(0);
      expect(out).toContain(`digest ${ordinary.digest.slice(0, 8)}`);
      expect(out).toContain('resumption archive --stack keqiao-mini');
      expect(err).toMatch(/^Run keqiao-mini-/);
    });

    it('goes on when the command is left, which says how to follow and how to end it', async () => {
      const words = ['--days', String(DAYS), '--days-per-second', '4', '--stack', stack.folder];
      const watching = started('run', MINI, ...words);
      let rows: RunRow[] = [];
      await until(async () => (rows = await stack.stores.runs.rows('running')).length > 0, { timeoutMs: 30_000 });
      const [{ id }] = rows;
      await projected(id, 0);
      watching.interrupt();
      const { code, out, err } = await watching.outcome;
      expect({ code, out }).toEqual({ code: 130, out: '' });
      for (const said of [`events ${id} --stack --follow`, `pause ${id}`, `runs rm ${id} --force`])
        expect(err).toContain(said);
      expect(await row(id)).toMatchObject({ status: 'running', daysPerSecond: 4 });
      expect(await command('play', id, '--speed', 'max')).toMatchObject({ code: 0 });
      await ended(id);
      expect((await row(id)).digest).toBe(ordinary.digest);
    });

    it('that fails is told with its reason', async () => {
      const watching = command('run', MINI, '--paused');
      let rows: RunRow[] = [];
      await until(async () => (rows = await stack.stores.runs.rows('running')).length > 0, { timeoutMs: 30_000 });
      await stack.stores.runs.fail(rows[0].id, 'RUN_POISON_RECORD at day 3');
      const { code, out, err } = await watching;
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain(`STK_RUN_FAILED ${rows[0].id}: RUN_POISON_RECORD at day 3`);
    });
  });

  describe('the list of runs', () => {
    it('has each with its days, digest and size, newest first', async () => {
      const [first] = (await stack.stores.runs.rows('ended')).map(({ id }) => id);
      const second = await created('--paused');
      const listed = await jsonOf<{ run: string; bytes: number }[]>('runs');
      const known = listed.filter(({ run }) => run === first || run === second);
      expect(known).toMatchObject([
        { run: second, status: 'paused', daysDone: 0, days: DAYS, digest: null },
        { run: first, status: 'ended', daysDone: DAYS, days: DAYS, digest: ordinary.digest, scenario: MINI },
      ]);
      expect(known[1].bytes).toBeGreaterThan(1000);
      const { out } = await command('runs');
      expect(out).toMatch(
        new RegExp(`${first} +${DAYS}/${DAYS} +ended +${ordinary.digest.slice(0, 8)} +[\\d.]+ [kM]B`),
      );
      expect((await command('--lang', 'zh', 'runs')).out).toContain('已结束');
    });

    it('loses the runs that are named, by as much of the name as tells', async () => {
      const run = await created('--paused');
      expect(await jsonOf('runs', 'rm', run.slice(0, -1), '--force')).toMatchObject({ removed: [run] });
      expect(await stack.stores.runs.row(run)).toBeUndefined();
    });

    it('is cut down to a size from the oldest on, sparing runs that go on', async () => {
      const going = (await stack.stores.runs.rows('running')).map(({ id }) => id);
      const over = (await stack.stores.sizes()).filter(({ status }) => status !== 'running');
      const newest = over.at(-1);
      const keep = (await stack.stores.sizes()).filter(
        ({ run, status }) => run === newest?.run || status === 'running',
      );
      const bytes = keep.reduce((sum, size) => sum + size.bytes, 0);
      const { removed } = await jsonOf<{ removed: string[] }>('runs', 'rm', '--keep-bytes', `${bytes}B`);
      expect(removed).toEqual(over.slice(0, -1).map(({ run }) => run));
      expect((await stack.stores.runs.rows()).map(({ id }) => id).sort()).toEqual([...going, newest?.run ?? ''].sort());
    });
  });

  describe('bad input', () => {
    beforeAll(async () => void (await Promise.all([created('--paused'), created('--paused')])));

    it.each([
      ['an unknown run', ['pause', 'nobody'], 'STK_UNKNOWN_RUN'],
      ['an ambiguous one', ['events', 'keqiao'], 'STK_AMBIGUOUS_RUN'],
      ['no run', ['intervene', '--set', 'levers.passes=1'], 'CLI_MISSING_ARGUMENT'],
      ['no file', ['run'], 'CLI_MISSING_ARGUMENT'],
      ['a file that is not there', ['run', 'nowhere.yaml'], 'CLI_NO_FILE'],
      ['too many shards', ['run', MINI, '--shards', '9'], 'CLI_BAD_NUMBER'],
      ['a speed of 0', ['run', MINI, '--days-per-second', '0'], 'CLI_BAD_NUMBER'],
      ['an archive folder of a run', ['run', MINI, '--out', 'x'], 'CLI_NOT_WITH_STACK'],
      ['a band', ['run', MINI, '-n', '3'], 'CLI_NOT_WITH_STACK'],
      ['frames of a live run', ['events', '--channel', 'orders'], 'CLI_NOT_WITH_STACK'],
      ['a replay that goes nowhere', ['replay', 'x'], 'CLI_ONLY_TO_KAFKA'],
      ['neither runs nor a size', ['runs', 'rm'], 'CLI_NOTHING_NAMED'],
      ['a size in words', ['runs', 'rm', '--keep-bytes', 'much'], 'CLI_BAD_NUMBER'],
    ])('is refused in one line: %s', async (_, words, said) => {
      const { code, out, err } = await command(...words);
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
      expect(err).toContain(said);
    });
  });
});

describe('the command line without a stack', () => {
  const folder = scratch();
  const refused = async (...words: string[]): Promise<string> => {
    const { code, out, err } = await called(...words);
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
    return err;
  };

  it('says how to start one', async () => {
    const err = await refused('runs', '--stack', folder);
    expect(err).toContain('STK_NOT_RUNNING');
    expect(err).toContain('npm run stack -- up');
    expect(err).toContain('resumption serve');
  });

  it.each([
    ['whose keeper is gone', { supervisorPid: 2 ** 22 + 1, postgresUrl: 'postgres://x' }, 'STK_NOT_RUNNING'],
    ['that is being started', { phase: 'starting', postgresUrl: 'postgres://x' }, 'STK_NOT_READY'],
    ['without a database', { kafka: null, postgresUrl: null }, 'STK_NO_HISTORY'],
    ['whose database does not answer', { postgresUrl: 'postgres://127.0.0.1:1/x' }, 'STK_STORE_AWAY'],
    ['of another kind', { phase: 7 }, 'STK_BAD_STATE'],
  ])('does not take a state %s', async (_, state, said) => {
    writeFileSync(join(folder, 'stack.json'), JSON.stringify(state));
    expect(await refused('runs', '--stack', folder)).toContain(said);
  });

  it.each([
    ['--paused', ['run', MINI, '--paused']],
    ['--days-per-second', ['run', MINI, '--days-per-second', '2']],
    ['--detach', ['run', MINI, '--detach']],
    ['--follow', ['events', 'x', '--follow']],
  ])('has no use for %s', async (option, words) => {
    expect(await refused(...words)).toContain(`CLI_ONLY_WITH_STACK ${option}`);
  });
});

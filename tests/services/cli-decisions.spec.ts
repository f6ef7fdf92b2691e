// Decisions in a run that goes on, and the run brought home: the command line against services that live in this process,
// over a real PostgreSQL.
import { readArchive } from '#libs/adapters';
import type { RunSummary } from '#libs/analysis';
import type { RunManifest } from '#libs/runtime';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { archiveRun } from '../../apps/cli/src/stack/archive-run';
import { nameRun } from '../../apps/cli/src/stack/create-run';
import { publishAgain } from '../../apps/cli/src/stack/replay-to-log';
import { scratch } from '../command';
import { called, commandsOn, stackInOneProcess, type StackUnderTest } from './in-one-process';

// eslint-disable-next-line no-restricted-properties -- Tests have no main.ts.
const url = process.env.RESUMPTION_TEST_POSTGRES_URL;
const withServer = url === undefined ? describe.skip : describe;
const MINI = 'seeds/keqiao/mini.yaml';
const DAYS = 24;

jest.setTimeout(180_000);

withServer('decisions on a stack', () => {
  const home = scratch();
  let stack: StackUnderTest;
  const { command, jsonOf, created, row, ended, projected } = commandsOn(() => stack, MINI, DAYS);

  beforeAll(async () => (stack = await stackInOneProcess(url ?? '')));
  afterAll(async () => {
    await stack?.stop();
    expect(stack?.failures).toEqual([]);
  });

  describe('a run that begins paused', () => {
    let run: string;
    beforeAll(async () => (run = await created('--paused')));

    it('opens no day', async () => {
      expect(await row(run)).toMatchObject({ status: 'running', mode: 'paused', openedDay: -1, daysPerSecond: null });
    });

    it('goes as many days as it is stepped', async () => {
      expect(await jsonOf('step', run, '--days', '12')).toMatchObject({ run, mode: 'paused', stepTo: 11 });
      await projected(run, 11);
      expect((await command('step', run)).out).toContain('to the end of day 12');
      await projected(run, 12);
      expect((await row(run)).openedDay).toBe(12);
    });

    it('tells its milestones so far', async () => {
      const lines = (await command('events', run)).out.trim().split('\n');
      expect(lines.length).toBeGreaterThan(3);
      expect(lines.every((line) => Number(line.split('.')[0]) <= 12)).toBe(true);
      const { out } = await command('events', run, '--type', 'LeverPulled', '--json');
      const [first] = out.trim().split('\n');
      expect(JSON.parse(first)).toMatchObject({ type: 'LeverPulled' });
    });

    it('takes a decision from the first day that is not open, and says that it is later than asked', async () => {
      const { code, out } = await command('intervene', run, '--set', 'levers.passes.quota=4', '--day', '5');
      expect(code).toBe(0);
      expect(out).toBe(
        'levers.passes = 4 stands from 14 Feb (day 13) on. Later than asked (6 Feb): day 12 was open already.\n',
      );
      const zh = (await command('--lang', 'zh', 'intervene', run, '--set', 'levers.passes=9', '--day', '18')).out;
      expect(zh).toBe('levers.passes = 9 自2月19日（第 18 天）起生效。\n');
    });

    it('takes several at once, and counts them', async () => {
      const set = ['--set', 'market.opens=2020-02-22', '--set', 'levers.passes=7'];
      expect(await jsonOf('intervene', run, ...set)).toEqual({
        run,
        interventions: [
          { seq: 3, path: 'market.opens', value: 0, effectiveDay: 13, askedDay: null },
          { seq: 4, path: 'market.opens', value: 1, effectiveDay: 21, askedDay: 21 },
          { seq: 5, path: 'levers.passes', value: 7, effectiveDay: 13, askedDay: null },
        ],
      });
    });

    it.each([
      ['a lever that there is not', ['--set', 'levers.pases=3'], 'Did you mean "levers.passes"?'],
      ['a value below 0', ['--set', 'levers.passes=-1'], 'a number from 0'],
      ['a new shock', ['--set', 'shocks.a={on: {sector: dyeing}, from: 15, days: 7, leaves: 0.4}'], 'RUN_NEW_SERIES'],
      [
        'a day after the last',
        ['--set', 'levers.passes=3', '--day', String(DAYS)],
        `Days go from 0 (2020-02-01) to ${DAYS - 1}`,
      ],
      ['nothing', [], 'CLI_NOTHING_SET'],
    ])('refuses %s', async (_, words, said) => {
      const { code, out, err } = await command('intervene', run, ...words);
      expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 });
      expect(err).toContain(said);
    });

    it('is not archived before it has ended', async () => {
      const { code, err } = await command('archive', run, '--out', join(home, 'early'));
      expect(code).toBe(2);
      expect(err).toContain('STK_NOT_ENDED');
      expect(err).toContain('at day 12');
    });

    it('is not removed without force', async () => {
      expect(await command('runs', 'rm', run)).toMatchObject({ code: 2 });
      expect((await row(run)).status).toBe('running');
    });

    it('can be forked on a day that it has done, and not on one that it has not', async () => {
      const { err } = await command('fork', `${run}@20`, '--set', 'levers.passes=3');
      expect(err).toContain('STK_DAY_NOT_REACHED');
      interface Fork extends RunSummary {
        readonly run: string;
        readonly forkedFrom: RunManifest['forkedFrom'];
        readonly interventions: RunManifest['interventions'];
      }
      const fork = await jsonOf<Fork>('fork', `${run}@8`, '--set', 'levers.passes=3');
      expect(fork.interventions).toEqual([{ path: 'levers.passes', day: 8, value: 3 }]);
      expect(fork.forkedFrom?.day).toBe(8);
      const [parent, own] = await Promise.all([run, fork.run].map((one) => stack.stores.metrics.digests(one)));
      expect(own.slice(0, 8)).toEqual(parent.slice(0, 8));
      expect(own[8]).not.toEqual(parent[8]);
    });

    it('plays to its end, followed', async () => {
      const following = command('events', run, '--follow');
      expect((await command('play', run)).out).toContain('as fast as it goes');
      const { code, out } = await following;
      expect(code).toBe(0);
      const days = out.split('\n').flatMap((line) => (line === '' ? [] : [Number(line.split('.')[0])]));
      expect(new Set(days).size).toBeGreaterThan(3);
      expect(out).toContain('the market opened');
      expect((await row(run)).status).toBe('ended');
    });

    it('then takes no more commands', async () => {
      for (const words of [
        ['intervene', run, '--set', 'levers.passes=1'],
        ['pause', run],
        ['play', run],
        ['step', run],
      ]) {
        const { code, err } = await command(...words);
        expect({ words, code }).toEqual({ words, code: 2 });
        expect(err).toContain('STK_RUN_OVER');
      }
    });
  });

  describe('a run with decisions that comes home', () => {
    const folder = join(home, 'home');
    let run: string;
    let digest: string | null;
    beforeAll(async () => {
      run = await created('--paused');
      await command('step', run, '--days', '6');
      await projected(run, 5);
      await command('intervene', run, '--set', 'levers.passes={10: 1, 15: 3}');
      await command('play', run);
      await ended(run);
      ({ digest } = await row(run));
      expect(await command('archive', run, '--out', folder)).toMatchObject({ code: 0 });
    });

    it('lists them as interventions, on the days on which they took effect', async () => {
      const { manifest } = await readArchive(folder);
      expect(manifest).toMatchObject({ digest, daysWritten: DAYS });
      expect(manifest.interventions).toEqual([
        { path: 'levers.passes', day: 10, value: 1 },
        { path: 'levers.passes', day: 15, value: 3 },
      ]);
    });

    it('is verified, and can be read like any other', async () => {
      expect(await called('replay', folder, '--verify')).toMatchObject({ code: 0 });
      const [there, here] = [await command('events', run), await called('events', folder)];
      expect(there.out).toBe(here.out);
    });

    it('is refused with the day where what is kept of it is something else', async () => {
      const digests = await stack.stores.metrics.digests(run);

      expect(digests).toHaveLength(DAYS);

      const { postgresUrl } = JSON.parse(readFileSync(join(stack.folder, 'stack.json'), 'utf8')) as {
        postgresUrl: string;
      };
      const client = new Client({ connectionString: postgresUrl });
      await client.connect();
      await client.query(`update days set state = '0000000000000000' where run = $1 and day = 4`, [run]);
      const err: string[] = [];
      const context = { language: 'en', color: false, width: 80, isInteractive: false } as const;
      const told = { ...context, out: () => undefined, err: (text: string) => void err.push(text) };
      const options = { stack: stack.folder, out: join(home, 'differs') };
      expect(await archiveRun(run, options, told)).toBe(3);
      expect(err.join('')).toContain('STK_DIGEST_DIFFERS');
      expect(err.join('')).toContain('day 4');
      expect((await called('replay', options.out)).out).toContain('INCOMPLETE');
      await client.query('update days set state = $2 where run = $1 and day = 4', [run, digests[4].state]);
      await client.end();
    });

    it('is published again: recovery makes the same metrics of the records', async () => {
      const archive = await readArchive(folder);
      const { manifest } = archive;
      const texts = { name: manifest.scenario, text: archive.scenarioText, tables: archive.tables };
      const inputs = { ...manifest, texts, shards: 2, accountsForLosses: true };
      const again = nameRun({ ...inputs, steppedBy: 'replay' });
      const told: string[] = [];
      const context = { language: 'en', color: false, width: 80, isInteractive: false } as const;
      const collecting = { ...context, out: (text: string) => void told.push(text), err: () => undefined };
      const noState = { services: [] } as unknown as ReturnType<Parameters<typeof publishAgain>[0]['state']>;
      const code = await publishAgain(
        { stores: stack.stores, state: () => noState },
        stack.log,
        again,
        { folder, archive },
        collecting,
      );
      expect(code).toBe(0);
      expect(told.join('')).toContain(`the run's is ${digest}`);
      const { metrics } = stack.stores;
      const all = { from: 0, to: DAYS };
      expect(await metrics.rates(again.id, all)).toEqual(await metrics.rates(run, all));
      expect(await metrics.losses(again.id, all)).toEqual(await metrics.losses(run, all));
      expect(await metrics.milestones(again.id, all)).toEqual(await metrics.milestones(run, all));
    });

    it('is not published to a stack without Kafka', async () => {
      const { code, err } = await command('replay', folder, '--to-kafka');
      expect(code).toBe(2);
      expect(err).toContain('STK_NO_KAFKA');
    });
  });
});

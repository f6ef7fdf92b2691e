// The gateway's answers over a real PostgreSQL, held against what the command prints about the same run at home.
import { join } from 'node:path';
import type { RunManifest } from '#libs/runtime';
import { compileTexts, type CompiledScenario } from '#libs/scenario';
import { textsOf } from '#libs/simulation';
import { Questions } from '../../apps/gateway/src/questions';
import { scratch } from '../command';
import { called, commandsOn, stackInOneProcess, type StackUnderTest } from './in-one-process';

// eslint-disable-next-line no-restricted-properties -- Tests have no main.ts.
const url = process.env.RESUMPTION_TEST_POSTGRES_URL;
const withServer = url === undefined ? describe.skip : describe;
const MINI = 'seeds/keqiao/mini.yaml';
const DAYS = 24;

jest.setTimeout(180_000);

type Found = Parameters<Questions['why']>[0];

withServer('questions about runs in PostgreSQL', () => {
  const home = scratch();
  let stack: StackUnderTest;
  let questions: Questions;
  let [base, fork]: string[] = [];
  const { jsonOf, created, row, ended } = commandsOn(() => stack, MINI, DAYS);

  const found = async (run: string): Promise<Found> => {
    const manifest = await stack.stores.runs.manifest(run);
    if (!manifest) throw new Error(`no run ${run}`);
    return { manifest, row: await row(run) };
  };
  const printed = async (...words: string[]): Promise<unknown> =>
    JSON.parse((await called(...words, '--json')).out) as unknown;
  const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

  beforeAll(async () => {
    stack = await stackInOneProcess(url ?? '');
    const onFailure = (error: unknown): void => {
      throw error;
    };
    const compiled = (manifest: RunManifest): CompiledScenario => compileTexts(textsOf(manifest), manifest.overrides);
    const { stores } = stack;
    questions = new Questions({ stores, compiled, folder: join(home, 'gateway'), workers: 1, onFailure });
    base = await created();
    await ended(base);
    const forked = await jsonOf<{ run: string }>('fork', `${base}@12`, '--set', 'levers.charter=0', '--detach');
    fork = forked.run;
    await ended(fork);
    for (const run of [base, fork]) await jsonOf('archive', run, '--out', join(home, run));
  });
  afterAll(async () => {
    await questions?.stop();
    await stack?.stop();
    expect(stack?.failures).toEqual([]);
  });

  it('why is the same', async () => {
    const asked = { enterprise: 'alice', day: 16, depth: 3, counterfactual: true };
    expect(json(await questions.why(await found(fork), asked))).toEqual(
      await printed('why', join(home, fork), 'alice@16'),
    );
  });

  it('relief is the same', async () => {
    expect(json(await questions.relief(await found(fork), 14))).toEqual(
      await printed('relief', `${join(home, fork)}@14`),
    );
  });

  it('a comparison is the same', async () => {
    const { runs, ...rest } = await questions.compare([await found(base), await found(fork)]);
    const answer = { runs: runs.map(({ run, ...own }) => ({ folder: join(home, run), ...own })), ...rest, failed: [] };
    expect(json(answer)).toEqual(await printed('compare', join(home, base), join(home, fork)));
  });
});

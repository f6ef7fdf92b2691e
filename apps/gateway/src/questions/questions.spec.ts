// Questions about runs that services in this process have made, over stores in memory.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { InProcessRecordLog, memoryStores } from '#libs/adapters';
import { comparisonSchema, reliefSchema, reliefsSchema, whySchema } from '#libs/api';
import { compileTexts } from '#libs/scenario';
import { manifestOf, textsOf } from '#libs/simulation';
import { servicesInProcess, until, type ServicesInProcess } from '#libs/testing';
import type { AskedRun } from './asked-run';
import { Questions } from './questions';

const NAME = 'seeds/keqiao/mini.yaml';
const TEXTS = { name: NAME, text: readFileSync(resolve(__dirname, '../../../..', NAME), 'utf8'), tables: [] };
const DAYS = 24;
const WITHIN = { timeoutMs: 90_000, pauseMs: 20 };

// A bound against hanging: threads of questions give way to all else that the machine does.
jest.setTimeout(240_000);

const stores = memoryStores();
const log = new InProcessRecordLog();
const folder = mkdtempSync(join(tmpdir(), 'resumption-questions-'));
const failures: unknown[] = [];
const questions = new Questions({
  ...{ stores, folder, workers: 1 },
  compiled: (manifest) => compileTexts(textsOf(manifest), manifest.overrides),
  onFailure: (error) => failures.push(error),
});
let services: ServicesInProcess;
let [ended, standing]: AskedRun[] = [];

async function create(suffix: string, beginning: Parameters<typeof stores.runs.create>[1]): Promise<string> {
  const overrides = [{ path: 'days', value: String(DAYS) }];
  const request = { texts: TEXTS, overrides, interventions: [], shards: 1 } as const;
  const naming = { suffix, createdAt: '2020-02-01T00:00:00.000Z', idempotencyKey: suffix };
  return stores.runs.create(
    manifestOf({ ...request, accountsForLosses: true, steppedBy: 'services' }, naming),
    beginning,
  );
}

async function found(run: string): Promise<AskedRun> {
  const [manifest, row] = await Promise.all([stores.runs.manifest(run), stores.runs.row(run)]);
  if (!manifest || !row) throw new Error(`no run ${run}`);
  return { manifest, row };
}

beforeAll(async () => {
  services = await servicesInProcess(log, stores);
  const run = await create('ended', {});
  await services.over(run, 90_000);
  ended = await found(run);
  const paused = await create('standing', { mode: 'paused' });
  await stores.runs.play(paused, { stepTo: 12, by: 'test' });
  await until(async () => (await stores.metrics.lossDays(paused)).length > 12, WITHIN);
  standing = await found(paused);
});

afterAll(async () => {
  await questions.stop();
  await services.stop();
  await log.close();
  rmSync(folder, { recursive: true, force: true });
});

const asked = { enterprise: 'alice', day: 12, depth: 3, counterfactual: true };

describe('why an enterprise lost', () => {
  it('is answered as the API says, the shares of its children adding up', async () => {
    const answer = whySchema.parse(await questions.why(ended, asked));
    const { children } = answer.tree as { children: { share: number }[] };
    expect(children.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(answer.counterfactuals?.length).toBeGreaterThan(0);
  });

  it('is the same for a run that still goes on, as its days are the same so far', async () => {
    expect(await questions.why(standing, asked)).toEqual(await questions.why(ended, asked));
  });

  it('is computed once when it is asked twice at once, and then known', async () => {
    const question = { ...asked, day: 11 };
    const [first, second] = await Promise.all([questions.why(ended, question), questions.why(ended, question)]);
    expect(second).toBe(first);
    expect(await questions.why(ended, question)).toBe(first);
  });

  it('is another when something else was decided before that day', async () => {
    const run = await create('decided', { mode: 'paused' });
    await stores.runs.intervene(run, { path: 'levers.charter', value: 0, day: 5, idempotencyKey: 'k', by: 'test' });
    await stores.runs.play(run, { stepTo: 12, by: 'test' });
    await until(async () => (await found(run)).row.projectedDay >= 12, WITHIN);
    const other = await questions.why(await found(run), { ...asked, counterfactual: false });
    expect(other.outputYuan).not.toBe((await questions.why(ended, asked)).outputYuan);
  });

  it.each([
    [{ ...asked, enterprise: 'alcie' }, 'CLI_UNKNOWN_ENTERPRISE', 'Did you mean "alice"?'],
    [{ ...asked, day: DAYS }, 'CLI_BAD_DAY', `Days go from 0 to ${DAYS - 1}.`],
    [{ ...asked, day: 13 }, 'STK_DAY_NOT_REACHED', 'Ask about day 12 or an earlier one.'],
  ])('%j is refused', async (question, code, mend) => {
    await expect(questions.why(standing, question)).rejects.toMatchObject({ fault: { code, mend } });
  });

  it('is refused while too many wait', async () => {
    const many = Array.from({ length: 24 }, (_, at) => ({ ...asked, depth: 1 + (at % 12), day: at < 12 ? 9 : 10 }));
    const answers = await Promise.allSettled(many.map((one) => questions.why(ended, one)));
    const refused = answers.filter((one) => one.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(24);
    expect(refused[0]).toMatchObject({ reason: { refusal: { code: 'API_BUSY' } } });
  });
});

describe('relief', () => {
  it('is computed when it is asked for, and then listed', async () => {
    const table = reliefSchema.parse(await questions.relief(ended, 10));
    expect(table.reliefs.length).toBeGreaterThan(0);
    const listed = reliefsSchema.parse(await questions.reliefs(ended));
    expect(listed.tables.find(({ day }) => day === 10)).toEqual(table);
    expect(listed).toMatchObject({ underWay: [], nextDay: null });
  });

  it('comes by itself at a pause, and on every seventh day', async () => {
    questions.paused(standing.row.id, 12);
    questions.dayClosed(standing.row.id, 6);
    questions.dayClosed(standing.row.id, 7);
    expect((await questions.reliefs(standing)).underWay).toEqual([7, 12]);
    await until(async () => (await questions.reliefs(standing)).tables.length === 2, WITHIN);
    const { tables, nextDay } = await questions.reliefs(standing);
    expect({ days: tables.map(({ day }) => day), nextDay }).toEqual({ days: [7, 12], nextDay: 14 });
    expect(failures).toEqual([]);
  });

  it('is computed again when something is decided within its days', async () => {
    const before = await questions.relief(standing, 12);
    const command = { path: 'levers.passes', value: 0, day: 13, idempotencyKey: 'later', by: 'test' };
    await stores.runs.intervene(standing.row.id, command);
    const { tables, underWay } = await questions.reliefs(standing);
    expect(tables).toEqual([]);
    expect(underWay).toEqual([12]);
    expect((await questions.relief(standing, 12)).deliveredYuan).not.toBe(before.deliveredYuan);
  });

  it('of a day that has not come is refused', async () => {
    await expect(questions.relief(standing, 13)).rejects.toMatchObject({ fault: { code: 'STK_DAY_NOT_REACHED' } });
  });
});

describe('runs side by side', () => {
  it('are compared over the days that all have, also where one goes on', async () => {
    const comparison = comparisonSchema.parse(await questions.compare([ended, standing]));
    expect(comparison).toMatchObject({ days: 13, randomNumbers: 'same', firstDifferingDay: [null, 13] });
    expect(comparison.runs.map(({ run }) => run)).toEqual([ended.row.id, standing.row.id]);
    expect(comparison.inputs.map(({ kind, path }) => `${kind} ${path}`)).toEqual(['decided levers.passes 2020-02-14']);
    expect(comparison.sectors[0].map(({ sector }) => sector)).toEqual(
      comparison.scopes.slice(1).map((scope) => (scope as { sector: string }).sector),
    );
  });
});

describe('a run that has not ended', () => {
  it('has no archive and no summary yet', async () => {
    const fault = { code: 'STK_NOT_ENDED' };
    await expect(questions.archive(standing)).rejects.toMatchObject({ fault });
    await expect(questions.summary(standing)).rejects.toMatchObject({ fault });
  });
});

describe('an archive on its way', () => {
  it('is removed when the asker goes', async () => {
    const stream = await questions.archive(ended);
    expect(readdirSync(join(folder, 'home-coming'))).toHaveLength(1);
    stream.destroy();
    await until(() => Promise.resolve(readdirSync(join(folder, 'home-coming')).length === 0), WITHIN);
  });
});

// What the gateway answers about a run is what the command prints about its archive, to the last digit.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InProcessRecordLog, memoryStores } from '#libs/adapters';
import type { RunManifest } from '#libs/runtime';
import { compileTexts, type CompiledScenario } from '#libs/scenario';
import { textsOf } from '#libs/simulation';
import { shareable } from '#libs/studies';
import { servicesInProcess, type ServicesInProcess } from '#libs/testing';
import { Questions } from '../apps/gateway/src/questions';
import { resumption, scratch } from './command';
import { miniManifest } from './mini';

// A bound against hanging: threads of questions give way to all else that the machine does.
jest.setTimeout(240_000);

const DAYS = 24;
const folder = scratch();
const stores = memoryStores();
const log = new InProcessRecordLog();
const onFailure = (error: unknown): void => {
  throw error;
};
const compiled = (manifest: RunManifest): CompiledScenario =>
  shareable(compileTexts(textsOf(manifest), manifest.overrides));
const questions = new Questions({ stores, compiled, folder: join(folder, 'gateway'), workers: 2, onFailure });
let services: ServicesInProcess;
const [base, decided] = ['base', 'decided'];

type Found = Parameters<Questions['why']>[0];

async function found(run: string): Promise<Found> {
  const [manifest, row] = await Promise.all([stores.runs.manifest(run), stores.runs.row(run)]);
  if (!manifest || !row) throw new Error(`no run ${run}`);
  return { manifest, row };
}

async function bringHome(run: string): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of (await questions.archive(await found(run))) as AsyncIterable<Buffer>) chunks.push(chunk);
  writeFileSync(join(folder, `${run}.tar`), Buffer.concat(chunks));
  execFileSync('tar', ['-xf', join(folder, `${run}.tar`), '-C', folder]);
}

beforeAll(async () => {
  mkdirSync(join(folder, 'gateway'));
  services = await servicesInProcess(log, stores);
  const shorter: Partial<RunManifest> = { days: DAYS, overrides: [{ path: 'days', value: String(DAYS) }] };
  const create = (id: string): Promise<string> =>
    stores.runs.create(miniManifest(id, { accountsForLosses: true, ...shorter }));
  await create(base);
  await create(decided);
  const command = { path: 'levers.passes', value: 0, day: 12, idempotencyKey: 'one', by: 'test' };
  await stores.runs.intervene(decided, command);
  for (const run of [base, decided]) {
    await services.over(run, 120_000);
    await bringHome(run);
  }
});

afterAll(async () => {
  await questions.stop();
  await services.stop();
  await log.close();
});

const printed = (...words: string[]): unknown => JSON.parse(resumption(...words, '--json').out);
/** As it goes out. */
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a run of the services, asked about through the gateway and at home', () => {
  it('comes home whole', () => {
    expect(resumption('replay', join(folder, decided), '--verify').code).toBe(0);
  });

  it.each([base, decided])('has the same why, of %s', async (run) => {
    const asked = { enterprise: 'alice', day: 16, depth: 4, counterfactual: true };
    const answer = await questions.why(await found(run), asked);
    expect(json(answer)).toEqual(printed('why', join(folder, run), 'alice@16', '--depth', '4'));
  });

  it.each([base, decided])('has the same relief, of %s', async (run) => {
    expect(json(await questions.relief(await found(run), 14))).toEqual(printed('relief', `${join(folder, run)}@14`));
  });

  it('has the same comparison', async () => {
    const { runs, ...rest } = await questions.compare([await found(base), await found(decided)]);
    const answer = {
      runs: runs.map(({ run, ...own }) => ({ folder: join(folder, run), ...own })),
      ...rest,
      failed: [],
    };
    expect(json(answer)).toEqual(printed('compare', join(folder, base), join(folder, decided)));
  });

  it('has the same summary', async () => {
    const own = await questions.summary(await found(base));
    expect(own).toEqual(printed('run', 'seeds/keqiao/mini.yaml', '--days', String(DAYS), '--no-archive'));
  });
});

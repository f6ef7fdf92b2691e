// The stores over a real PostgreSQL server: of this machine's own making, or the one that the environment names.
import { freePorts, openPostgresStores, startLocalPostgres, type LocalPostgres, type Stores } from '#libs/adapters';
import { metricStoreFeatures, runStoreFeatures, stateStoreFeatures } from '#libs/testing';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// eslint-disable-next-line no-restricted-properties -- Tests have no main.ts.
const given = process.env.RESUMPTION_TEST_POSTGRES_URL;
let folder: string | undefined;
let server: LocalPostgres | undefined;
let url: string;
let stores: Stores;

beforeAll(async () => {
  if (given === undefined) {
    folder = mkdtempSync(join(tmpdir(), 'resumption-postgres-test-'));
    const [port] = await freePorts(1);
    server = await startLocalPostgres({ folder, port });
  }
  url = given ?? server?.url ?? '';
  stores = await openPostgresStores(url, { applicationName: 'resumption-test' });
});

afterAll(async () => {
  await stores?.close();
  await server?.stop();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

describe('stores in PostgreSQL', () => {
  describe('as a store of runs', () => runStoreFeatures(() => stores));
  describe('as a store of snapshots', () => stateStoreFeatures(() => stores));
  describe('as a store of days', () => metricStoreFeatures(() => stores));
});

// A stack with three brokers and every sharded stage in two processes: the digest of one process with any number of
// shards, also when a broker is killed on the way, and with losses of records nowhere.
import { MINI_DAYS, MINI_DIGEST, miniManifest, shorterMini } from '../mini';
import { StackForTests } from './stack';

const WITHIN_MS = 180_000;
/** A day of 8 shards in eight processes takes long, and all days go the same way. */
const SHORTER_DAYS = 30;
const REPLICAS = 'plants=2,logistics=2,markets=2,exporters=2';

jest.setTimeout(240_000);

describe('a stack with three brokers and two processes of each sharded stage', () => {
  let stack: StackForTests;

  beforeAll(async () => {
    stack = await StackForTests.up('--brokers', '3', '--replicas', REPLICAS);
  });

  afterAll(() => stack.down());

  async function endsWell(run: string, expected = MINI_DIGEST, days = MINI_DAYS): Promise<void> {
    const { status, failure, digest } = await stack.over(run, WITHIN_MS);
    expect({ status, failure, digest }).toEqual({ status: 'ended', failure: null, digest: expected });
    expect(await stack.stores.metrics.digests(run)).toHaveLength(days);
    // Where an attempt began anew, somebody took long: nothing was missing.
    expect(stack.healed(run).filter((why) => why !== 'nothing moved')).toEqual([]);
  }

  it('comes with 8 shards to the digest of one process', async () => {
    const shorter = shorterMini(SHORTER_DAYS);
    await stack.stores.runs.create(shorter.manifest('shards-8', { shards: 8 }));
    await endsWell('shards-8', await shorter.digest(), SHORTER_DAYS);
  });

  it('comes to it with 2 shards also when one of the brokers is killed', async () => {
    await stack.stores.runs.create(miniManifest('two-brokers', { shards: 2 }), { daysPerSecond: 5 });
    await stack.projected('two-brokers', 5);
    expect(stack.signal('kafka-2', 'SIGKILL')).toBe(true);
    await stack.hurry('two-brokers');
    await endsWell('two-brokers');
  });
});

// All three servers for a run of tests: started at once before the first suite, stopped after the last.
import { kafkaForTests, postgresForTests, redisForTests, TEST_SERVICES, type ServerForTests } from './for-tests';

export interface ServersForTests {
  /** What to lay over the environment of the suites. */
  readonly addresses: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** @throws when a server cannot be had and REQUIRE_SERVICES=1; then those that did start are stopped */
export async function serversForTests(
  environment: Readonly<Record<string, string | undefined>>,
): Promise<ServersForTests> {
  const starting = { kafka: kafkaForTests, postgres: postgresForTests, redis: redisForTests };
  const names = Object.keys(starting) as (keyof typeof starting)[];
  const settled = await Promise.allSettled(names.map((name) => starting[name](environment)));
  const servers = settled.map((result) => (result.status === 'fulfilled' ? result.value : undefined));
  const stop = async (): Promise<void> => void (await Promise.all(servers.map(async (server) => server?.stop())));
  const failed = settled.find((result) => result.status === 'rejected');
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  const had = names.flatMap((name, at): [string, ServerForTests][] => {
    const server = servers[at];
    return server === undefined ? [] : [[TEST_SERVICES[name], server]];
  });
  return { addresses: Object.fromEntries(had.map(([name, { address }]) => [name, address])), stop };
}

// Everything in one process, on the embedded parts: PostgreSQL from a package, the services in a thread of their own with a
// log in memory, the gateway in this one. So a day that is stepped never holds up who asks.
import { freePorts, InProcessLiveFeed, openPostgresStores, postgresFolder, startLocalPostgres } from '#libs/adapters';
import { jsonLogger } from '#libs/services';
import { Closing } from './closing';
import { openDoor } from './door';
import { startServicesBeside } from './services/services-beside';
import type { StandaloneConfig } from './standalone-config';

export interface OneProcess {
  readonly port: number;
  readonly postgresUrl: string;
  /** Rejects when it cannot go on. */
  readonly failed: Promise<never>;
  stop(): Promise<void>;
}

/** Starts all of it; what has started is stopped again when something else does not. @throws InputError */
export async function startOneProcess(config: StandaloneConfig): Promise<OneProcess> {
  const closing = new Closing();
  try {
    return await start(config, closing);
  } catch (error) {
    await closing.close();
    throw error;
  }
}

async function start(config: StandaloneConfig, closing: Closing): Promise<OneProcess> {
  const { folder, logLevel, tracesUrl } = config;
  const [postgresPort] = await freePorts(1);
  const postgres = await startLocalPostgres({ folder: postgresFolder(folder), port: postgresPort });
  closing.add(() => postgres.stop());
  const feed = new InProcessLiveFeed();
  // The tables first: both threads would make them.
  const stores = await openPostgresStores(postgres.url);
  closing.add(() => stores.close());
  const services = await startServicesBeside({ postgresUrl: postgres.url, logLevel, tracesUrl }, feed);
  closing.add(() => services.stop());
  const door = await openDoor({ config, stores, feed, services, logger: jsonLogger('gateway', logLevel) });
  closing.add(() => door.stop());
  return { port: door.port, postgresUrl: postgres.url, failed: services.failed, stop: () => closing.close() };
}

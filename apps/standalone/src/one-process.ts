// All services in one process, on the embedded parts: the log in memory, PostgreSQL from a package, the live feed by calls.
// The services are those of the stack, unchanged; so is the gateway before them.
import {
  freePorts,
  InProcessLiveFeed,
  InProcessRecordLog,
  openPostgresStores,
  openTracing,
  postgresFolder,
  serviceMetrics,
  startLocalPostgres,
  type Tracing,
} from '#libs/adapters';
import {
  assemble,
  jsonLogger,
  servicePartsOf,
  startReader,
  type ServiceDefinition,
  type ServiceParts,
  type StartedReader,
} from '#libs/services';
import { control } from '../../control/src/control.module';
import { exporters } from '../../exporters/src/exporters.module';
import { logistics } from '../../logistics/src/logistics.module';
import { markets } from '../../markets/src/markets.module';
import { plants } from '../../plants/src/plants.module';
import { recoveryOver } from '../../recovery/src/recovery.module';
import { support } from '../../support/src/support.module';
import { Closing } from './closing';
import { openDoor, type ServiceBehind } from './door';
import type { StandaloneConfig } from './standalone-config';

export interface OneProcess {
  readonly port: number;
  readonly postgresUrl: string;
  stop(): Promise<void>;
}

/** Control first: it makes the streams that the others read. */
const definitions = (feed: InProcessLiveFeed): ServiceDefinition[] => [
  ...[control, plants, logistics, markets, exporters, support],
  recoveryOver(feed),
];

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
  const logger = jsonLogger('standalone', logLevel);
  const [postgresPort] = await freePorts(1);
  const postgres = await startLocalPostgres({ folder: postgresFolder(folder), port: postgresPort });
  closing.add(() => postgres.stop());
  const stores = await openPostgresStores(postgres.url);
  const log = new InProcessRecordLog({
    onNotice: (notice) => logger.warn({ message: 'log notice', type: notice.type }),
  });
  const parts = await servicePartsOf(log, stores, (error) => {
    logger.warn({ message: 'tried again', reason: String(error) });
  });
  closing.add(() => parts.close());
  const tracing = tracesUrl === '' ? undefined : await openTracing({ endpoint: tracesUrl, service: 'standalone' });
  if (tracing) closing.add(() => tracing.close());
  const feed = new InProcessLiveFeed();
  const services: Started[] = [];
  // All at once: each looks once more, which takes up to a second.
  closing.add(() => Promise.all(services.map(({ reader }) => reader.stop())));
  closing.add(() => Promise.resolve(parts.stopWaiting()));
  for (const definition of definitions(feed)) {
    const service = await startService(definition, { parts, logLevel, tracing });
    services.push(service);
  }
  const door = await openDoor({ config, stores, feed, services, logger });
  closing.add(() => door.stop());
  return { port: door.port, postgresUrl: postgres.url, stop: () => closing.close() };
}

interface ServiceGiven {
  readonly parts: ServiceParts;
  readonly logLevel: StandaloneConfig['logLevel'];
  readonly tracing: Tracing | undefined;
}

interface Started extends ServiceBehind {
  readonly reader: StartedReader;
}

async function startService(
  definition: ServiceDefinition,
  { parts, logLevel, tracing }: ServiceGiven,
): Promise<Started> {
  const config = { instance: 0, instances: 1, redisUrl: '', topicPrefix: 'resumption' };
  const { name } = definition;
  const logger = jsonLogger(name, logLevel);
  const metrics = await serviceMetrics(name, { ofProcess: false });
  const service = await assemble(definition, { parts, config, metrics, logger, tracing });
  return { name, metrics, state: () => service.behind.state(), reader: await startReader(service) };
}

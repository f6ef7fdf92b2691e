// All services in one process, on the embedded parts: the log in memory, PostgreSQL from a package, the live feed by calls.
// The services are those of the stack, unchanged.
import {
  freePorts,
  InProcessLiveFeed,
  InProcessRecordLog,
  openPostgresStores,
  serviceMetrics,
  startLocalPostgres,
} from '#libs/adapters';
import {
  assemble,
  jsonLogger,
  serviceModule,
  servicePartsOf,
  startNestApp,
  startReader,
  type ServiceDefinition,
  type ServiceParts,
  type StartedReader,
} from '#libs/services';
import { join } from 'node:path';
import { control } from '../../control/src/control.module';
import { exporters } from '../../exporters/src/exporters.module';
import { logistics } from '../../logistics/src/logistics.module';
import { markets } from '../../markets/src/markets.module';
import { plants } from '../../plants/src/plants.module';
import { recoveryOver } from '../../recovery/src/recovery.module';
import { support } from '../../support/src/support.module';
import type { StandaloneConfig } from './standalone-config';
import { StandaloneModule } from './standalone.module';

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

export async function startOneProcess({ folder, httpHost, httpPort, logLevel }: StandaloneConfig): Promise<OneProcess> {
  const logger = jsonLogger('standalone', logLevel);
  const [postgresPort] = await freePorts(1);
  const postgres = await startLocalPostgres({ folder: join(folder, 'postgres'), port: postgresPort });
  const stores = await openPostgresStores(postgres.url);
  const log = new InProcessRecordLog({
    onNotice: (notice) => logger.warn({ message: 'log notice', type: notice.type }),
  });
  const parts = await servicePartsOf(log, stores, (error) => {
    logger.warn({ message: 'tried again', reason: String(error) });
  });
  const readers: StartedReader[] = [];
  for (const definition of definitions(new InProcessLiveFeed())) {
    readers.push(await startOne(definition, parts, logLevel));
  }
  const metrics = await serviceMetrics('standalone');
  const health = {
    readiness: () => Promise.resolve({ ready: true, detail: { service: 'standalone' } }),
    metrics: () => metrics.text(),
  };
  const module = serviceModule(StandaloneModule, { health });
  const app = await startNestApp({ module, strategy: undefined, host: httpHost, port: httpPort, logger });
  return {
    ...{ port: app.port, postgresUrl: postgres.url },
    async stop() {
      try {
        await app.close();
        parts.stopWaiting();
        for (const reader of readers) await reader.stop();
        await parts.close();
      } finally {
        await postgres.stop();
      }
    },
  };
}

async function startOne(
  definition: ServiceDefinition,
  parts: ServiceParts,
  logLevel: StandaloneConfig['logLevel'],
): Promise<StartedReader> {
  const config = { instance: 0, instances: 1, redisUrl: '', topicPrefix: 'resumption' };
  const metrics = await serviceMetrics(definition.name);
  const logger = jsonLogger(definition.name, logLevel);
  return startReader(await assemble(definition, { parts, config, metrics, logger }));
}

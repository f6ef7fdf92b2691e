// The services of the stack, unchanged, over a log in memory: control, the stages and recovery.
import {
  InProcessRecordLog,
  joinedText,
  openPostgresStores,
  openTracing,
  serviceMetrics,
  type ServiceMetrics,
  type Tracing,
} from '#libs/adapters';
import type { LiveFeed } from '#libs/runtime';
import {
  assemble,
  jsonLogger,
  servicePartsOf,
  startReader,
  type ServiceDefinition,
  type ServiceParts,
  type StartedReader,
} from '#libs/services';
import { control } from '../../../control/src/control.module';
import { exporters } from '../../../exporters/src/exporters.module';
import { logistics } from '../../../logistics/src/logistics.module';
import { markets } from '../../../markets/src/markets.module';
import { plants } from '../../../plants/src/plants.module';
import { recoveryOver } from '../../../recovery/src/recovery.module';
import { support } from '../../../support/src/support.module';
import { Closing } from '../closing';
import type { Answers, ServicesTask, ServiceState } from './protocol';

export interface Services {
  states(): Promise<Answers['states']>;
  metrics(): Promise<Answers['metrics']>;
  stop(): Promise<void>;
}

/** Control first: it makes the streams that the others read. */
const definitions = (feed: LiveFeed): ServiceDefinition[] => [
  ...[control, plants, logistics, markets, exporters, support],
  recoveryOver(feed),
];

export async function startServices(task: ServicesTask, feed: LiveFeed): Promise<Services> {
  const { postgresUrl, logLevel, tracesUrl } = task;
  const logger = jsonLogger('standalone', logLevel);
  const closing = new Closing();
  const stores = await openPostgresStores(postgresUrl);
  const log = new InProcessRecordLog({
    onNotice: (notice) => logger.warn({ message: 'log notice', type: notice.type }),
  });
  const parts = await servicePartsOf(log, stores, (error) => {
    logger.warn({ message: 'tried again', reason: String(error) });
  });
  closing.add(() => parts.close());
  const tracing = tracesUrl === '' ? undefined : await openTracing({ endpoint: tracesUrl, service: 'standalone' });
  if (tracing) closing.add(() => tracing.close());
  const services: Started[] = [];
  // All at once: each looks once more, which takes up to a second.
  closing.add(() => Promise.all(services.map(({ reader }) => reader.stop())));
  closing.add(() => Promise.resolve(parts.stopWaiting()));
  for (const definition of definitions(feed)) {
    services.push(await startService(definition, { parts, logLevel, tracing }));
  }
  return {
    states: () => Promise.all(services.map(({ state }) => state())),
    metrics: () => joinedText(services.map(({ metrics }) => metrics)),
    stop: () => closing.close(),
  };
}

interface Given {
  readonly parts: ServiceParts;
  readonly logLevel: ServicesTask['logLevel'];
  readonly tracing: Tracing | undefined;
}

interface Started {
  readonly metrics: ServiceMetrics;
  readonly state: () => Promise<ServiceState>;
  readonly reader: StartedReader;
}

async function startService(definition: ServiceDefinition, { parts, logLevel, tracing }: Given): Promise<Started> {
  const config = { instance: 0, instances: 1, redisUrl: '', topicPrefix: 'resumption' };
  const { name } = definition;
  const logger = jsonLogger(name, logLevel);
  const metrics = await serviceMetrics(name, { ofProcess: false });
  const service = await assemble(definition, { parts, config, metrics, logger, tracing });
  const state = async (): Promise<ServiceState> => ({ name, isReady: true, detail: await service.behind.state() });
  return { metrics, state, reader: await startReader(service) };
}

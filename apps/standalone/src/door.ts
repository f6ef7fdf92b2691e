// What the one process answers by HTTP: the gateway and the page; without the page, how it is and its metrics alone.
import {
  gatewayMetrics,
  joinedText,
  serviceMetrics,
  type InProcessLiveFeed,
  type ServiceMetrics,
  type Stores,
} from '#libs/adapters';
import { serviceModule, startNestApp } from '#libs/services';
import type { ConsoleLogger } from '@nestjs/common';
import { join } from 'node:path';
import { openGateway } from '../../gateway/src/gateway';
import type { StandaloneConfig } from './standalone-config';
import { StandaloneModule } from './standalone.module';

export interface Door {
  readonly port: number;
  stop(): Promise<void>;
}

/** A service of this process. */
export interface ServiceBehind {
  readonly name: string;
  readonly metrics: ServiceMetrics;
  /** As at /readyz of a process of its own. */
  readonly state: () => Promise<Readonly<Record<string, unknown>>>;
}

export interface DoorOptions {
  readonly config: StandaloneConfig;
  readonly stores: Stores;
  readonly feed: InProcessLiveFeed;
  readonly services: readonly ServiceBehind[];
  readonly logger: ConsoleLogger;
}

export function openDoor(options: DoorOptions): Promise<Door> {
  return options.config.hasPage ? withPage(options) : healthAlone(options);
}

async function withPage({ config, stores, feed, services, logger }: DoorOptions): Promise<Door> {
  const own = await gatewayMetrics();
  const gateway = await openGateway({
    ...{ stores, feed, logger, folder: join(config.folder, 'gateway') },
    config: { keysFile: config.keysFile, localSession: true },
    metrics: { ...own, text: () => joinedText([own, ...services.map(({ metrics }) => metrics)]) },
    live: () => 'embedded',
    services: () =>
      Promise.all(services.map(async ({ name, state }) => ({ name, isReady: true, detail: await state() }))),
  });
  const port = await gateway.start({ host: config.httpHost, port: config.httpPort });
  return { port, stop: () => gateway.stop() };
}

async function healthAlone({ config, services, logger }: DoorOptions): Promise<Door> {
  const own = await serviceMetrics('standalone');
  const health = {
    readiness: () => Promise.resolve({ ready: true, detail: { service: 'standalone' } }),
    metrics: () => joinedText([own, ...services.map(({ metrics }) => metrics)]),
  };
  const module = serviceModule(StandaloneModule, { health });
  const app = await startNestApp({
    ...{ module, strategy: undefined, logger },
    ...{ host: config.httpHost, port: config.httpPort },
  });
  return { port: app.port, stop: () => app.close() };
}

// What the one process answers by HTTP: the gateway and the page; without the page, how it is and its metrics alone.
import {
  gatewayMetrics,
  joinedText,
  serviceMetrics,
  type Exposition,
  type InProcessLiveFeed,
  type Stores,
} from '#libs/adapters';
import { serviceModule, startNestApp } from '#libs/services';
import type { ConsoleLogger } from '@nestjs/common';
import { join } from 'node:path';
import { openGateway } from '../../gateway/src/gateway';
import type { ServicesBeside } from './services/services-beside';
import type { StandaloneConfig } from './standalone-config';
import { StandaloneModule } from './standalone.module';

export interface Door {
  readonly port: number;
  stop(): Promise<void>;
}

export interface DoorOptions {
  readonly config: StandaloneConfig;
  readonly stores: Stores;
  readonly feed: InProcessLiveFeed;
  readonly services: Pick<ServicesBeside, 'ask'>;
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
    metrics: { ...own, text: () => textOfAll(own, services) },
    live: () => 'embedded',
    services: async () => (await services.ask('states')) ?? [],
  });
  const port = await gateway.start({ host: config.httpHost, port: config.httpPort });
  return { port, stop: () => gateway.stop() };
}

async function healthAlone({ config, services, logger }: DoorOptions): Promise<Door> {
  const own = await serviceMetrics('standalone');
  const health = {
    readiness: () => Promise.resolve({ ready: true, detail: { service: 'standalone' } }),
    metrics: () => textOfAll(own, services),
  };
  const module = serviceModule(StandaloneModule, { health });
  const app = await startNestApp({
    ...{ module, strategy: undefined, logger },
    ...{ host: config.httpHost, port: config.httpPort },
  });
  return { port: app.port, stop: () => app.close() };
}

/** Without those of the services while these are too busy to tell them. */
async function textOfAll(own: Exposition, services: DoorOptions['services']): Promise<string> {
  const text = (await services.ask('metrics')) ?? '';
  return joinedText([own, ...(text === '' ? [] : [{ text: () => Promise.resolve(text) }])]);
}

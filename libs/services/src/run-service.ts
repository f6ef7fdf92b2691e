// A service's life as a process: configured once, serving until it is told to stop. Whatever it cannot go on from ends it,
// and whoever keeps it running starts it again: nothing is kept in it that is not safe elsewhere.
import 'reflect-metadata';
import { formatFault, InputError } from '#libs/messages';
import { parseServiceConfig, serviceMetrics, type ServiceConfig, type ServiceMetrics } from '#libs/adapters';
import type { Told } from '#libs/runtime';
import type { ConsoleLogger, Type } from '@nestjs/common';
import type { Readiness } from './health.controller';
import { jsonLogger, startNestApp } from './nest-app';
import { RecordLogStrategy } from './record-log-strategy';
import type { RecordTaker } from './records.controller';
import { serviceModule } from './service-module';
import { openServiceParts, type ServiceParts } from './service-parts';
import { tellMetrics, toldOf } from './told';
import type { StreamStart } from '#libs/runtime';

/** What is behind a service's HTTP and records. */
export interface Behind {
  /** Left out where it reads no records. */
  readonly reader?: (RecordTaker & { starts(): Promise<StreamStart[]> }) | undefined;
  start(): void;
  stop(): Promise<void>;
  state(): Promise<Readonly<Record<string, unknown>>>;
}

export interface BehindOptions {
  readonly parts: ServiceParts;
  readonly config: ServiceConfig;
  readonly told: Told;
  readonly metrics: ServiceMetrics;
  readonly logger: ConsoleLogger;
}

export interface ServiceDefinition {
  readonly name: string;
  readonly module: Type;
  readonly behind: (options: BehindOptions) => Behind | Promise<Behind>;
}

/** Longest time for stopping; what takes longer is ended. */
const STOP_MS = 7000;

/**
 * Runs a service until SIGTERM or SIGINT. Its exit code is 0 after a stop, 2 for a configuration that cannot be, else 1.
 * @param environment as the process has it
 */
export async function runService(
  definition: ServiceDefinition,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<void> {
  try {
    const config = parseServiceConfig(environment);
    const stop = await startService(definition, config);
    const end = (): void => {
      setTimeout(() => process.exit(1), STOP_MS).unref();
      void stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.once('SIGTERM', end);
    process.once('SIGINT', end);
  } catch (error) {
    const isInput = error instanceof InputError;
    process.stderr.write(`${isInput ? formatFault(error.fault) : String((error as Error).stack ?? error)}\n`);
    process.exit(isInput ? 2 : 1);
  }
}

/** Starts a service in this process. @returns how to stop it */
export async function startService(
  { name, module, behind }: ServiceDefinition,
  config: ServiceConfig,
): Promise<() => Promise<void>> {
  const logger = jsonLogger(name, config.logLevel);
  const metrics = await serviceMetrics(name);
  const parts = await openServiceParts(name, config, {
    onFailure: (error) => logger.warn({ message: 'tried again', reason: String(error) }),
    onNotice: (notice) => {
      if (notice.type === 'MessageQuarantined') metrics.quarantined.inc();
      logger.warn({ message: 'log notice', ...plain(notice) });
    },
  });
  const counted = tellMetrics(parts, metrics);
  const served = await behind({ parts: counted, config, told: toldOf(metrics, logger), metrics, logger });
  let isJoined = false;
  const { reader } = served;
  const strategy = reader && new RecordLogStrategy(counted.log, () => reader.starts());
  const health = {
    readiness: async (): Promise<Readiness> => ({
      ready: isJoined,
      detail: { service: name, ...(await served.state()) },
    }),
    metrics: () => metrics.text(),
  };
  const app = await startNestApp({
    ...{ module: serviceModule(module, { health, taker: reader }), strategy, logger },
    ...{ host: config.httpHost, port: config.httpPort },
  });
  logger.log({ message: 'listening', port: app.port, pid: process.pid });
  await app.join();
  served.start();
  isJoined = true;
  logger.log({ message: 'ready' });
  return async () => {
    isJoined = false;
    parts.stopWaiting();
    await served.stop();
    await app.close();
    await parts.close();
    logger.log({ message: 'stopped' });
  };
}

/** JSON knows no 64-bit numbers. */
function plain(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  ) as Record<string, unknown>;
}

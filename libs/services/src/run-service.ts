// A service's life as a process: configured once, serving until it is told to stop. Whatever it cannot go on from ends it,
// and whoever keeps it running starts it again: nothing is kept in it that is not safe elsewhere.
import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import { openTracing, parseServiceConfig, serviceMetrics, type ServiceConfig } from '#libs/adapters';
import { formatFault, InputError } from '#libs/messages';
import { assemble, type ServiceDefinition } from './assemble';
import { jsonLogger, startNestApp } from './nest-app';
import { openServiceParts } from './service-parts';

/**
 * How far the heap may grow before it is collected. A day's records are megabytes outside of the heap, and V8 counts them
 * towards a limit that it derives from the 40 MB inside: it marked the whole heap once a day, a third of all processor time.
 */
const HEAP_GROWING_PERCENT = 200;

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
  setFlagsFromString(`--heap-growing-percent=${HEAP_GROWING_PERCENT}`);
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

/** Starts a service over Kafka and PostgreSQL. @returns how to stop it */
async function startService(definition: ServiceDefinition, config: ServiceConfig): Promise<() => Promise<void>> {
  const logger = jsonLogger(definition.name, config.logLevel);
  const metrics = await serviceMetrics(definition.name);
  const parts = await openServiceParts(definition.name, config, {
    onFailure: (error) => logger.warn({ message: 'tried again', reason: String(error) }),
    onNotice: (notice) => {
      if (notice.type === 'MessageQuarantined') metrics.quarantined.inc();
      logger.warn({ message: 'log notice', ...plain(notice) });
    },
  });
  const tracing = config.tracesUrl && (await openTracing({ endpoint: config.tracesUrl, service: definition.name }));
  const service = await assemble(definition, { parts, config, metrics, logger, tracing: tracing || undefined });
  const app = await startNestApp({ ...service, host: config.httpHost, port: config.httpPort });
  logger.log({ message: 'listening', port: app.port, pid: process.pid });
  await app.join();
  service.started();
  return async () => {
    parts.stopWaiting();
    await service.stop();
    await app.close();
    await parts.close();
    if (tracing) await tracing.close();
    logger.log({ message: 'stopped' });
  };
}

/** JSON knows no 64-bit numbers. */
function plain(object: object): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, typeof value === 'bigint' ? value.toString() : value]),
  );
}

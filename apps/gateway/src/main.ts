// The gateway as a process of the stack: PostgreSQL for what is true, Redis for what is new.
import 'reflect-metadata';
import { gatewayMetrics, openPostgresStores, RedisLiveFeed } from '#libs/adapters';
import { formatFault, InputError } from '#libs/messages';
import { SYSTEM_CLOCK, untilItWorks } from '#libs/runtime';
import { jsonLogger } from '#libs/services';
import { openGateway } from './gateway';
import { gatewayConfig } from './gateway-config';
import { servicesAt } from './system/services';

/** Longest time for stopping; what takes longer is ended. */
const STOP_MS = 7000;

async function main(): Promise<void> {
  const config = gatewayConfig(process.env);
  const logger = jsonLogger('gateway', config.logLevel);
  const onFailure = (error: unknown): void => logger.warn({ message: 'tried again', reason: String(error) });
  const waiting = { clock: SYSTEM_CLOCK, isStopped: () => false, onFailure };
  const stores = await untilItWorks(() => openPostgresStores(config.postgresUrl), waiting);
  const feed = await RedisLiveFeed.open({
    url: config.redisUrl,
    prefix: config.topicPrefix,
    onTrouble: (error) => logger.warn({ message: 'live feed', reason: String(error) }),
  });
  const metrics = await gatewayMetrics();
  const { folder, keysFile, localSession, httpHost: host, httpPort } = config;
  const services = servicesAt(config.services);
  const gateway = await openGateway({
    stores,
    feed,
    folder,
    config: { keysFile, localSession },
    logger,
    metrics,
    live: () => (feed.isAway ? 'away' : 'ok'),
    services,
  });
  const port = await gateway.start({ host, port: httpPort });
  logger.log({ message: 'listening', port, pid: process.pid, ...(gateway.ownKey && { keyFile: gateway.ownKey.file }) });
  const end = async (): Promise<void> => {
    await gateway.stop();
    await feed.close();
    await stores.close();
  };
  const stop = (): void => {
    setTimeout(() => process.exit(1), STOP_MS).unref();
    void end().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}

main().catch((error: unknown) => {
  const isInput = error instanceof InputError;
  process.stderr.write(`${isInput ? formatFault(error.fault) : String((error as Error).stack ?? error)}\n`);
  process.exit(isInput ? 2 : 1);
});

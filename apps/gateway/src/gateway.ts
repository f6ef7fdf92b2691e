// The gateway put together: the API from the table of routes, the page, and how it is. It never simulates the live run: it
// reads what recovery has kept and what the live feed tells.
import { compiledOf } from '#libs/studies';
import { projectRoot, type GatewayMetrics, type Stores } from '#libs/adapters';
import type { System } from '#libs/api';
import type { LiveFeed } from '#libs/runtime';
import type { ConsoleLogger, DynamicModule } from '@nestjs/common';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { readKeys, refuseOpenBind, type Keys } from './asking/key-files';
import type { KeyRing } from './asking/key-ring';
import { Rates } from './asking/rates';
import { Compiler } from './compiling/compiler';
import type { Parts } from './controllers/parts';
import { gatewayModule } from './gateway.module';
import { KeyedBodies } from './http/idempotency-key';
import { LIMITS, type Limits } from './limits';
import { Questions, type QuestionsOptions } from './questions';
import { Results } from './results';
import { openRunParts } from './run/open';
import { builtInScenarios } from './scenarios/built-in';
import { Scenarios } from './scenarios/scenarios';
import { Shelf } from './scenarios/shelf';
import { Streams } from './stream';
import type { ServiceLook } from './system/services';
import { SystemLook } from './system/system';
import { startServer, type Server } from './server';

export interface GatewayConfig {
  /** Without one a key is made and kept in the folder, and only this machine may ask. */
  readonly keysFile?: string | undefined;
  /** The page on this machine is given the key by itself. */
  readonly localSession: boolean;
  /** Of the built page. */
  readonly pageFolder?: string | undefined;
  /** Of the project's scenarios. */
  readonly seedsFolder?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

export interface GatewayOptions {
  readonly stores: Stores;
  readonly feed: LiveFeed;
  /** Where keys, scenarios of one's own and what can be computed again are kept. */
  readonly folder: string;
  readonly config: GatewayConfig;
  readonly logger: ConsoleLogger;
  readonly metrics: GatewayMetrics;
  /** How the live view is. */
  readonly live: () => System['live'];
  /** How the services are; nothing is said of them where it is left out. */
  readonly services?: (() => Promise<readonly ServiceLook[]>) | undefined;
}

export interface Gateway {
  readonly module: DynamicModule;
  /** The key that was made here, and its file; undefined where there is a file of keys. */
  readonly ownKey: Keys['own'];
  /** @param port 0: any free one. @returns the port. @throws InputError GAT_OPEN_BIND */
  start(at: { readonly host: string; readonly port: number }): Promise<number>;
  stop(): Promise<void>;
}

/** Threads for questions. They give way to all else (their niceness), so days go first on any number of cores. */
const MOST_WORKERS = 4;

/** Opens what is behind the routes; nothing listens before it is started. @throws InputError GAT_NO_KEYS, GAT_BAD_KEYS */
export async function openGateway(options: GatewayOptions): Promise<Gateway> {
  const { folder, config, logger } = options;
  const limits = { ...LIMITS, ...config.limits };
  const keys = readKeys({ keysFile: config.keysFile, folder });
  const compiler = new Compiler();
  const rates = new Rates(limits.rates);
  const parts = await openParts(options, { limits, ring: keys.ring, rates, compiler });
  const door = { ring: keys.ring, rates, localName: keys.own && 'local' };
  const module = gatewayModule({ parts, door, limits, ...options });
  let server: Server | undefined;
  return {
    module,
    ownKey: keys.own,
    async start(at) {
      refuseOpenBind(at.host, config.keysFile);
      const pageFolder = config.pageFolder ?? join(projectRoot(), 'dist', 'dashboard');
      const localKey = config.localSession ? keys.own?.key : undefined;
      server = await startServer({
        module,
        ...at,
        logger,
        metrics: options.metrics,
        pageFolder,
        localKey,
        limits,
      });
      return server.port;
    },
    async stop() {
      await parts.streams.close();
      await parts.questions.stop();
      await server?.stop();
      await compiler.stop();
    },
  };
}

interface Opened {
  readonly limits: Limits;
  readonly ring: KeyRing;
  readonly rates: Rates;
  readonly compiler: Compiler;
}

async function openParts(options: GatewayOptions, { limits, ring, rates, compiler }: Opened): Promise<Parts> {
  const { stores, feed, folder, config, live, services = () => Promise.resolve([]) } = options;
  const builtIn = await builtInScenarios(config.seedsFolder ?? join(projectRoot(), 'seeds'));
  const shelf = new Shelf(join(folder, 'scenarios'), limits.shelf);
  const scenarios = new Scenarios({ builtIn, shelf, compiler });
  const results = new Results({
    stores,
    compile: async (texts, overrides) => compiledOf(await compiler.run('chain', { texts, overrides })),
  });
  const questions = openQuestions(options, (manifest) => results.compiled(manifest));
  const forget = (run: string): void => {
    results.forget(run);
    questions.forget(run);
  };
  const runs = openRunParts({ stores, feed, compiler, scenarios, keyed: new KeyedBodies(), limits, forget });
  const streams = openStreams(options, { limits, results, questions, list: runs.list });
  const version = packageVersion();
  const clients = (): number => streams.clients;
  options.metrics.countStreams(clients);
  const system = new SystemLook({ stores, list: runs.list, version, live, services, clients });
  return { version, ring, rates, scenarios, results, streams, questions, system, ...runs };
}

function openQuestions({ stores, folder, logger }: GatewayOptions, compiled: QuestionsOptions['compiled']): Questions {
  return new Questions({
    ...{ stores, compiled },
    folder: join(folder, 'questions'),
    workers: Math.min(MOST_WORKERS, availableParallelism()),
    onFailure: (error) => logger.warn({ message: 'question', reason: String(error) }),
  });
}

function openStreams(
  { stores, feed, logger, metrics }: GatewayOptions,
  { limits, results, questions, list }: Pick<Parts, 'results' | 'questions' | 'list'> & { readonly limits: Limits },
): Streams {
  return new Streams({
    ...{ stores, feed, results, mostClients: limits.streams, mostOfKey: limits.streamsOfKey },
    describe: (run) => list.told(run),
    onDay: (run, day) => questions.dayClosed(run, day),
    onPause: (run, day) => questions.paused(run, day),
    onDropped: () => metrics.streamDropped(),
    onFailure: (error) => logger.warn({ message: 'stream', reason: String(error) }),
  });
}

function packageVersion(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}

// A service put together around its parts: what is behind it, its Nest module, and the strategy by which it reads.
import type { ServiceConfig, ServiceMetrics, Tracing } from '#libs/adapters';
import type { StreamStart, Told } from '#libs/runtime';
import type { ConsoleLogger, DynamicModule, Type } from '@nestjs/common';
import type { Readiness } from './health.controller';
import { RecordLogStrategy } from './record-log-strategy';
import type { RecordTaker } from './records.controller';
import { serviceModule } from './service-module';
import type { ServiceParts } from './service-parts';
import { tellMetrics, toldOf } from './told';

/** What is behind a service's HTTP and records. */
export interface Behind {
  /** Left out where it reads no records. */
  readonly reader?: (RecordTaker & { starts(): Promise<StreamStart[]> }) | undefined;
  start(): void;
  stop(): Promise<void>;
  state(): Promise<Readonly<Record<string, unknown>>>;
}

/** What a service is given. */
export interface Given {
  readonly parts: ServiceParts;
  readonly config: Pick<ServiceConfig, 'instance' | 'instances' | 'redisUrl' | 'topicPrefix'>;
  readonly metrics: ServiceMetrics;
  readonly logger: ConsoleLogger;
  /** Left out where nobody collects traces. */
  readonly tracing?: Tracing | undefined;
}

export interface BehindOptions extends Given {
  readonly told: Told;
}

export interface ServiceDefinition {
  readonly name: string;
  /** The service's own, empty module class. */
  readonly module: Type;
  readonly behind: (options: BehindOptions) => Behind | Promise<Behind>;
}

export interface AssembledService {
  readonly module: DynamicModule;
  readonly strategy: RecordLogStrategy | undefined;
  readonly logger: ConsoleLogger;
  readonly behind: Behind;
  /** Called when its records are read. */
  started(): void;
  stop(): Promise<void>;
}

export async function assemble(
  { name, module, behind: open }: ServiceDefinition,
  given: Given,
): Promise<AssembledService> {
  const { metrics, logger } = given;
  const parts = tellMetrics(given.parts, metrics);
  const behind = await open({ ...given, parts, told: toldOf(metrics, logger, given.tracing) });
  const { reader } = behind;
  let isReady = false;
  const health = {
    readiness: async (): Promise<Readiness> => ({
      ready: isReady,
      detail: { service: name, ...(await behind.state()) },
    }),
    metrics: () => metrics.text(),
  };
  return {
    module: serviceModule(module, { health, taker: reader }),
    strategy: reader && new RecordLogStrategy(parts.log, () => reader.starts()),
    ...{ logger, behind },
    started() {
      behind.start();
      isReady = true;
      logger.log({ message: 'ready' });
    },
    stop() {
      isReady = false;
      return behind.stop();
    },
  };
}

// A Nest application around a service: HTTP for how it is, and where it reads records, a microservice over the log.
import { ConsoleLogger, type DynamicModule, type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { LogLevel } from '#libs/adapters';
import type { AddressInfo } from 'node:net';
import type { RecordLogStrategy } from './record-log-strategy';

export interface NestAppOptions {
  readonly module: DynamicModule;
  readonly strategy: RecordLogStrategy | undefined;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly logger: ConsoleLogger;
}

export interface NestApp {
  readonly port: number;
  /** Resolves when records are read. */
  join(): Promise<void>;
  close(): Promise<void>;
}

/** Answers over HTTP as soon as it is there; reads when it is told to join. */
export async function startNestApp({ module, strategy, host, port, logger }: NestAppOptions): Promise<NestApp> {
  const app: INestApplication = await NestFactory.create(module, { abortOnError: false, logger });
  await app.listen(port, host);
  const address = (app.getHttpServer() as { address(): AddressInfo }).address();
  return {
    port: address.port,
    async join() {
      if (!strategy) return;
      app.connectMicroservice<MicroserviceOptions>({ strategy }, { inheritAppConfig: true });
      await app.startAllMicroservices();
    },
    close: () => app.close(),
  };
}

const LEVELS: readonly LogLevel[] = ['error', 'warn', 'log', 'debug', 'verbose'];

/** One JSON object a line. */
export function jsonLogger(context: string, level: LogLevel): ConsoleLogger {
  const logLevels = LEVELS.slice(0, LEVELS.indexOf(level) + 1);
  return new ConsoleLogger(context, { json: true, colors: false, logLevels });
}

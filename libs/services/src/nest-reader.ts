// A service as a Nest microservice alone, without HTTP of its own: how several live in one process.
import { NestFactory } from '@nestjs/core';
import type { MicroserviceOptions } from '@nestjs/microservices';
import type { INestApplicationContext } from '@nestjs/common';
import type { AssembledService } from './assemble';

export interface StartedReader {
  stop(): Promise<void>;
}

export async function startReader(service: AssembledService): Promise<StartedReader> {
  const { module, strategy, logger } = service;
  const app = await (strategy
    ? listening(module, strategy, logger)
    : NestFactory.createApplicationContext(module, { logger, abortOnError: false }));
  service.started();
  return {
    async stop() {
      await service.stop();
      await app.close();
    },
  };
}

async function listening(
  module: AssembledService['module'],
  strategy: NonNullable<AssembledService['strategy']>,
  logger: AssembledService['logger'],
): Promise<INestApplicationContext> {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(module, {
    strategy,
    logger,
    abortOnError: false,
  });
  await app.listen();
  return app;
}

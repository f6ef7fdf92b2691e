// The gateway as Nest knows it: a controller for each group of routes, the guard and the interceptor before them, the
// filter behind.
import type { GatewayMetrics } from '#libs/adapters';
import type { System } from '#libs/api';
import { HealthController, SERVICE_HEALTH } from '#libs/services';
import { Module, type ConsoleLogger, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { Admission, DOOR, type Door } from './asking/admission';
import { OwnController } from './controllers/own.controller';
import { PARTS, type Parts } from './controllers/parts';
import { QuestionsController } from './controllers/questions.controller';
import { ResultsController } from './controllers/results.controller';
import { RunsController } from './controllers/runs.controller';
import { Answering } from './http/answering';
import { Bodies } from './http/body';
import { ProblemFilter } from './http/problem-filter';
import type { Limits } from './limits';

@Module({})
class GatewayModule {}

export interface ModuleParts {
  readonly logger: ConsoleLogger;
  readonly metrics: Pick<GatewayMetrics, 'text'>;
  readonly live: () => System['live'];
  readonly parts: Parts;
  readonly door: Door;
  readonly limits: Limits;
}

export function gatewayModule({ parts, door, limits, logger, metrics, live }: ModuleParts): DynamicModule {
  const health = {
    readiness: () => Promise.resolve({ ready: true, detail: { service: 'gateway', live: live() } }),
    metrics: () => metrics.text(),
  };
  return {
    module: GatewayModule,
    controllers: [HealthController, OwnController, RunsController, ResultsController, QuestionsController],
    providers: [
      { provide: SERVICE_HEALTH, useValue: health },
      { provide: PARTS, useValue: parts },
      { provide: DOOR, useValue: door },
      { provide: APP_GUARD, useClass: Admission },
      { provide: APP_INTERCEPTOR, useValue: new Answering(new Bodies(limits.bodies)) },
      { provide: APP_FILTER, useValue: new ProblemFilter(logger) },
    ],
  };
}

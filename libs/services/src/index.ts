export { runService } from './run-service';
export { assemble, type AssembledService, type Behind, type BehindOptions, type ServiceDefinition } from './assemble';
export { stageService } from './stage-service';
export { behindHost } from './behind-host';
export { jsonLogger, startNestApp } from './nest-app';
export { startReader, type StartedReader } from './nest-reader';
export { servicePartsOf, type ServiceParts } from './service-parts';
export { serviceModule } from './service-module';
export { HealthController, SERVICE_HEALTH } from './health.controller';

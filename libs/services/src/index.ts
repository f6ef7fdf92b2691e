export { runService, startService, type Behind, type BehindOptions, type ServiceDefinition } from './run-service';
export { stageService } from './stage-service';
export { behindHost } from './behind-host';
export { servicePartsOf, type ServiceParts } from './service-parts';

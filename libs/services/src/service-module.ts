// The Nest module of a service: its one controller of records, where it reads any, and how it is.
import type { DynamicModule, Type } from '@nestjs/common';
import { HealthController, SERVICE_HEALTH, type ServiceHealth } from './health.controller';
import { RecordsController, RECORD_TAKER, type RecordTaker } from './records.controller';

export interface ServiceBehind {
  readonly health: ServiceHealth;
  /** Left out where the service reads no records. */
  readonly taker?: RecordTaker | undefined;
}

/** @param module the service's own, empty module class */
export function serviceModule(module: Type, { health, taker }: ServiceBehind): DynamicModule {
  return {
    module,
    controllers: [HealthController, ...(taker ? [RecordsController] : [])],
    providers: [
      { provide: SERVICE_HEALTH, useValue: health },
      ...(taker ? [{ provide: RECORD_TAKER, useValue: taker }] : []),
    ],
  };
}

// How a service is, for whoever keeps it running: alive, ready, and its numbers.
import { Controller, Get, Header, HttpException, HttpStatus, Inject } from '@nestjs/common';

/** @param detail what is wanted to be known; `day`: the newest day done */
export interface Readiness {
  readonly ready: boolean;
  readonly detail: Readonly<Record<string, unknown>>;
}

export interface ServiceHealth {
  readiness(): Promise<Readiness>;
  /** In the text format of Prometheus. */
  metrics(): Promise<string>;
}

export const SERVICE_HEALTH = Symbol('service health');

@Controller()
export class HealthController {
  constructor(@Inject(SERVICE_HEALTH) private readonly health: ServiceHealth) {}

  @Get('livez')
  livez(): { status: 'ok' } {
    return { status: 'ok' };
  }

  @Get('readyz')
  async readyz(): Promise<object> {
    const { ready, detail } = await this.health.readiness();
    const body = { status: ready ? 'ready' : 'not ready', ...detail };
    if (!ready) throw new HttpException(body, HttpStatus.SERVICE_UNAVAILABLE);
    return body;
  }

  @Get('metrics')
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  metrics(): Promise<string> {
    return this.health.metrics();
  }
}

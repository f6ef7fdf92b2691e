// The one handler of a service: it hands records to the host, whose day loops pull from their mailboxes.
import { Controller, Inject, UseFilters } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import type { ReadRecord } from '#libs/messages';
import { KeepError } from './keep-error';
import { RECORDS } from './record-log-strategy';

/** What takes a service's records. */
export interface RecordTaker {
  take(records: readonly ReadRecord[]): Promise<void>;
}

export const RECORD_TAKER = Symbol('record taker');

@Controller()
@UseFilters(KeepError)
export class RecordsController {
  constructor(@Inject(RECORD_TAKER) private readonly taker: RecordTaker) {}

  @EventPattern<string>(RECORDS)
  async take(@Payload() records: readonly ReadRecord[]): Promise<void> {
    await this.taker.take(records);
  }
}

// A Nest transport over the log of records: each batch of a stream goes to the handler of `@EventPattern('records')`, which
// is waited for. Where reading starts is asked when listening begins, for it depends on the runs under way.
import type { ReadRecord } from '#libs/messages';
import type { Reading, RecordLog, StreamStart } from '#libs/runtime';
import { BaseRpcContext, Server, type CustomTransportStrategy } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';

/** Pattern of the one handler that a service has. */
export const RECORDS = 'records';

type Status = 'joined' | 'closed';

export class RecordLogStrategy extends Server<Record<string, () => void>, Status> implements CustomTransportStrategy {
  override readonly transportId = Symbol('record-log');
  /** A handler that fails is called again by the log: Nest is not to swallow why. */
  override readonly propagatesEventHandlerErrors = true;
  #reading: Reading | undefined;

  constructor(
    private readonly log: RecordLog,
    private readonly starts: () => Promise<StreamStart[]>,
  ) {
    super();
  }

  listen(callback: (error?: unknown) => void): void {
    void this.#join().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  async close(): Promise<void> {
    await this.#reading?.close();
    this._status$.next('closed');
  }

  on(): void {
    throw new Error('this transport has no events to listen to');
  }

  unwrap<T>(): T {
    return this.log as T;
  }

  async #join(): Promise<void> {
    this.#reading = this.log.read(await this.starts(), (records) => this.#take(records));
    await this.#reading.joined;
    this._status$.next('joined');
  }

  async #take(records: readonly ReadRecord[]): Promise<void> {
    const handler = this.getHandlerByPattern(RECORDS);
    if (!handler) throw new Error(`no handler of ${RECORDS}: no record may be skipped`);
    const result: unknown = await handler(records, new BaseRpcContext([records.length]));
    if (isObservable(result)) await lastValueFrom(result, { defaultValue: undefined });
  }
}

// A store that does not answer just now. What was asked may or may not have been done: every call of the ports can be made
// again as it was, and then comes to the same.

export class StoreAway extends Error {
  override readonly name = 'StoreAway';

  /**
   * @param store  its name for people, e.g. `PostgreSQL`
   * @param reason what was seen, without secrets
   */
  constructor(
    readonly store: string,
    reason: string,
    cause?: unknown,
  ) {
    super(`${store} is away: ${reason}`, { cause });
  }
}

// What has been opened, to be closed in the opposite order, each whatever the others do.

export class Closing {
  readonly #steps: (() => Promise<unknown>)[] = [];

  /** @param step closes what was opened last */
  add(step: () => Promise<unknown>): void {
    this.#steps.push(step);
  }

  /** @throws what the first step that failed threw, after all */
  async close(): Promise<void> {
    const failures: unknown[] = [];
    for (const step of this.#steps.splice(0).reverse()) {
      try {
        await step();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw failures[0];
  }
}

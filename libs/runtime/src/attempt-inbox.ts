// Where a reader's records come in: each goes to the mailbox of its attempt. A record of an attempt that the reader has
// not begun waits for it; one of an attempt that is over says nothing new.
import { type ReadRecord } from '#libs/messages';
import { PoisonRecord, TwoContents } from './day-sequence';
import type { FrameMailbox } from './frame-mailbox';
import type { RunStore } from './run-store';
import type { RunView } from './run-view';
import { untilItWorks, type Retrying } from './retry';

export interface InboxTold {
  readonly gap?: (gap: string) => void;
  readonly duplicate?: (() => void) | undefined;
}

export class AttemptInbox {
  #mailbox: FrameMailbox | undefined;
  #hasGap = false;
  #waiting: (() => void)[] = [];
  #isClosed = false;

  constructor(
    private readonly view: RunView,
    private readonly runs: RunStore,
    private readonly retrying: Retrying,
    private readonly told: InboxTold = {},
  ) {}

  /** Begins an attempt. */
  open(mailbox: FrameMailbox): void {
    this.#mailbox = mailbox;
    this.#hasGap = false;
    this.#wake();
  }

  /** Nobody reads any more. */
  close(): void {
    this.#isClosed = true;
    this.#wake();
  }

  async take(read: ReadRecord): Promise<void> {
    const { attempt } = read.record;
    while (!this.#isClosed && (this.#mailbox?.attempt ?? 0) < attempt) {
      if (this.view.control.attempt < attempt) await untilItWorks(() => this.view.refresh(), this.retrying);
      if (this.#isClosed || (this.#mailbox?.attempt ?? 0) >= attempt) break;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
    if (this.#isClosed || this.#mailbox?.attempt !== attempt || this.#hasGap) return;
    try {
      const before = this.#mailbox.duplicates;
      const gap = this.#mailbox.take(read);
      if (this.#mailbox.duplicates > before) this.told.duplicate?.();
      if (gap !== undefined) await this.#report(attempt, gap);
    } catch (error) {
      if (!(error instanceof TwoContents || error instanceof PoisonRecord)) throw error;
      await failRun(this.view, this.runs, this.retrying, error);
    }
    this.view.wake();
  }

  /** Says it once an attempt: until the next one nothing more can be taken. */
  async #report(attempt: number, gap: string): Promise<void> {
    this.#hasGap = true;
    this.told.gap?.(gap);
    await untilItWorks(() => this.runs.reportGap(this.view.run, { attempt, gap }), this.retrying);
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

/** Ends a run that cannot go on; others do. */
export async function failRun(view: RunView, runs: RunStore, retrying: Retrying, error: Error): Promise<void> {
  const code =
    error instanceof TwoContents
      ? 'RUN_TWO_CONTENTS'
      : error instanceof PoisonRecord
        ? 'RUN_POISON_RECORD'
        : 'RUN_BROKEN';
  await untilItWorks(() => runs.fail(view.run, `${code} ${error.message}`), retrying);
  await untilItWorks(() => view.refresh(), retrying);
}

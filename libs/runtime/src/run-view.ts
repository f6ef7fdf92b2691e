// What a process knows of a run's control: the newest of what control told on the log and what stands in the run's row.
// Each telling says all that earlier ones said, so none is needed in particular: the row is looked at now and then, in
// case topics are gone.
import type { Command, Control } from '#libs/messages';
import type { RunStore } from './run-store';

/** Thrown out of a wait when the run goes on in a later attempt. */
export class AttemptOver extends Error {}
/** Thrown out of a wait when the process stops. */
export class Stopped extends Error {}

export class RunView {
  #control: Control = { attempt: 0, startDay: -1, openedDay: -1, isOver: false, commands: [] };
  #isStopped = false;
  #waiting: (() => void)[] = [];

  constructor(
    readonly run: string,
    private readonly runs: RunStore,
  ) {}

  get control(): Control {
    return this.#control;
  }

  /** Takes what control told, where it is news. */
  tell(control: Control): void {
    const old = this.#control;
    const isNews =
      control.attempt > old.attempt ||
      (control.attempt === old.attempt && (control.openedDay > old.openedDay || (control.isOver && !old.isOver)));
    if (!isNews) return;
    // A day once opened stays open, also in a later attempt.
    const newest = control.openedDay >= old.openedDay ? control : old;
    this.#control = { ...control, openedDay: newest.openedDay, commands: newest.commands };
    this.wake();
  }

  /** Looks at the row. A run that is gone is over. */
  async refresh(): Promise<void> {
    const row = await this.runs.row(this.run);
    if (!row) {
      this.tell({ ...this.#control, isOver: true });
      return;
    }
    // The row first: a command accepted before a day was opened is then among the commands read.
    const commands = await this.runs.commands(this.run);
    const { attempt, startDay, openedDay } = row;
    const standing = commands.filter(({ effectiveDay }) => effectiveDay <= openedDay);
    this.tell({ attempt, startDay, openedDay, isOver: row.status !== 'running', commands: standing });
  }

  commands(): readonly Command[] {
    return this.#control.commands;
  }

  /** Resolves when it is true. @throws AttemptOver when a later attempt has begun, Stopped */
  async until(attempt: number, isTrue: () => boolean): Promise<void> {
    for (;;) {
      if (this.#isStopped) throw new Stopped();
      if (this.#control.attempt !== attempt) throw new AttemptOver();
      if (isTrue()) return;
      await new Promise<void>((resolve) => this.#waiting.push(resolve));
    }
  }

  /** Lets everybody who waits look again. */
  wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  stop(): void {
    this.#isStopped = true;
    this.wake();
  }

  get isStopped(): boolean {
    return this.#isStopped;
  }
}

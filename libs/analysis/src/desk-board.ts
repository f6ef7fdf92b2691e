// The service desk's report of one day: its counts, and the state of places. Zeros where the scenario has no desk.
import type { Frame } from '#libs/kernel';
import { DESK_REPORTS, PLACE_REPORTS, type Chain, type DeskReport } from '#libs/model';

export class DeskBoard {
  readonly counts: Record<DeskReport, number>;
  /** Per park or hall: days for which it stays closed. */
  readonly closedDays: Float64Array;

  constructor(chain: Chain) {
    this.counts = Object.fromEntries(DESK_REPORTS.map((name) => [name, 0])) as Record<DeskReport, number>;
    this.closedDays = new Float64Array(chain.parks.length);
  }

  /** Reads a day's frames; only the desk's reports are looked at. */
  read(frames: readonly Frame[]): void {
    for (const { route, columns } of frames) {
      if (route.from.stage !== 'support' || route.channel !== 'reports') continue;
      if (route.columns[0] === PLACE_REPORTS[0]) this.closedDays.set(columns[PLACE_REPORTS.indexOf('closedDays')]);
      else DESK_REPORTS.forEach((name, at) => (this.counts[name] = columns[at].at(0) ?? 0));
    }
  }
}

// One who watches a run: hears of days that are newer than the last one heard of, whichever way they come.
import type { LiveDay } from '#libs/runtime';

export class Watcher {
  #lastDay = -Infinity;

  constructor(private readonly onDay: (day: LiveDay) => void) {}

  tell(day: LiveDay): void {
    if (day.day <= this.#lastDay) return;
    this.#lastDay = day.day;
    this.onDay(day);
  }
}

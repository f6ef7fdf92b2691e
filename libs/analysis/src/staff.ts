// Return-to-post rate: staff on post over normal staff, by sector, zone and chain; null where no staff is modelled.
import type { DayBoard } from './day-board';
import type { Scopes } from './scopes';

export class StaffRates {
  readonly #normal: Float64Array;
  readonly #onPost: Float64Array;
  /** Per scope, heads on post over normal staff. */
  readonly returnToPost: (number | null)[];

  constructor(private readonly scopes: Scopes) {
    const rows = scopes.count.length;
    this.#normal = new Float64Array(rows);
    this.#onPost = new Float64Array(rows);
    this.returnToPost = new Array<number | null>(rows).fill(null);
  }

  /** Normal staff of a scope, heads. */
  normalHeads(scope: number): number {
    return this.#normal[scope];
  }

  fold({ chain, onPostHeads }: DayBoard): void {
    const { workers, enterprises } = chain;
    if (!workers) return;
    this.#normal.fill(0);
    this.#onPost.fill(0);
    const chainRow = this.#normal.length - 1;
    for (let i = 0; i < enterprises.count; i++) {
      const staff = workers.staffHeads[i];
      if (staff === 0) continue;
      const zone = this.scopes.sectorCount + enterprises.zone[i];
      this.#add(enterprises.sector[i], staff, onPostHeads[i]);
      this.#add(zone, staff, onPostHeads[i]);
      this.#add(chainRow, staff, onPostHeads[i]);
    }
    for (let scope = 0; scope <= chainRow; scope++) {
      const normal = this.#normal[scope];
      this.returnToPost[scope] = normal > 0 ? snapped(this.#onPost[scope] / normal) : null;
    }
  }

  #add(scope: number, staff: number, onPost: number): void {
    this.#normal[scope] += staff;
    this.#onPost[scope] += onPost;
  }
}

/** Only rounding keeps it from 1. */
function snapped(ratio: number): number {
  return Math.abs(ratio - 1) < 1e-9 ? 1 : ratio;
}

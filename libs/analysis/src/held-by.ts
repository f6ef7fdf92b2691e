// What holds a sector down: of the day's lost value added, the constraint that binds where most of it is lost.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { DayBoard } from './day-board';
import type { Scopes } from './scopes';

export interface Holding {
  /** Position in BINDING_CONSTRAINTS per sector; 0, none, where less than 1 % is lost. */
  readonly bound: Uint8Array;
  /** Lost value added per sector. */
  readonly lostYuan: Float64Array;
}

const LEAST_SHARE = 0.01;

/** The binding constraint of each sector's losses, by lost value added (by base output where there is none). */
export function holdingOf(board: DayBoard, scopes: Scopes): Holding {
  const { sector, baseOutputYuan, valueAddedYuan, count } = board.chain.enterprises;
  const kinds = BINDING_CONSTRAINTS.length;
  const lost = new Float64Array(scopes.sectorCount * kinds);
  const lostYuan = new Float64Array(scopes.sectorCount);
  const lostOutput = new Float64Array(scopes.sectorCount);
  for (let i = 0; i < count; i++) {
    const missing = baseOutputYuan[i] - board.outputYuan[i];
    if (!scopes.isInside[i] || missing <= 0) continue;
    lost[sector[i] * kinds + board.bound[i]] += missing;
    lostOutput[sector[i]] += missing;
    lostYuan[sector[i]] += (missing / baseOutputYuan[i]) * valueAddedYuan[i];
  }
  const bound = new Uint8Array(scopes.sectorCount);
  for (let s = 0; s < scopes.sectorCount; s++) {
    if (lostOutput[s] < LEAST_SHARE * scopes.outputYuan[s]) continue;
    for (let kind = 1; kind < kinds; kind++) {
      if (lost[s * kinds + kind] > lost[s * kinds + bound[s]]) bound[s] = kind;
    }
  }
  return { bound, lostYuan };
}

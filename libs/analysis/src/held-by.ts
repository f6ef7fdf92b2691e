// What holds a sector down: of the day's lost value added, the constraint that binds where most of it is lost.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { DayBoard } from './day-board';
import type { ScopeRun, Scopes } from './scopes';

export interface Holding {
  /** Position in BINDING_CONSTRAINTS per sector; 0, none, where less than 1 % is lost. */
  readonly bound: Uint8Array;
  /** Lost value added per sector. */
  readonly lostYuan: Float64Array;
}

const LEAST_SHARE = 0.01;

/** The binding constraint of each sector's losses, by lost value added (by base output where there is none). */
export function holdingOf(board: DayBoard, scopes: Scopes): Holding {
  const kinds = BINDING_CONSTRAINTS.length;
  const lost = new Float64Array(scopes.sectorCount * kinds);
  const lostYuan = new Float64Array(scopes.sectorCount);
  for (const run of scopes.runs) {
    lostYuan[run.sector] += addLosses(board, run, lost.subarray(run.sector * kinds, (run.sector + 1) * kinds));
  }
  const bound = new Uint8Array(scopes.sectorCount);
  for (let s = 0; s < scopes.sectorCount; s++) {
    const ofSector = lost.subarray(s * kinds, (s + 1) * kinds);
    if (ofSector.reduce((sum, yuan) => sum + yuan, 0) < LEAST_SHARE * scopes.outputYuan[s]) continue;
    for (let kind = 1; kind < kinds; kind++) if (ofSector[kind] > ofSector[bound[s]]) bound[s] = kind;
  }
  return { bound, lostYuan };
}

/** Adds what a run makes less than base to its constraints; the value added of it. */
function addLosses({ chain, outputYuan, bound }: DayBoard, { first, end }: ScopeRun, lost: Float64Array): number {
  const { baseOutputYuan, valueAddedYuan } = chain.enterprises;
  let valueAdded = 0;
  for (let i = first; i < end; i++) {
    const base = baseOutputYuan[i];
    const missing = base - outputYuan[i];
    if (missing <= 0) continue;
    lost[bound[i]] += missing;
    valueAdded += (missing / base) * valueAddedYuan[i];
  }
  return valueAdded;
}

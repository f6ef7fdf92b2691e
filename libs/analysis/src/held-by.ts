// What holds a sector down: of the day's lost value added, the constraint that binds where most of it is lost.
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { DayBoard } from './day-board';
import type { DayRates } from './rates';
import type { ScopeRun, Scopes } from './scopes';

export interface Holding {
  /** Position in BINDING_CONSTRAINTS per sector; 0, none, where less than 1 % is lost. */
  readonly bound: Uint8Array;
  /** Lost value added per sector. */
  readonly lostYuan: Float64Array;
  /** What is made less than base, by sector and binding constraint, row-major; 0 where `bound` is none. */
  readonly missingYuan: Float64Array;
}

const LEAST_SHARE = 0.01;

/** The binding constraint of each sector's losses, by lost value added (by base output where there is none). */
export function holdingOf(
  board: Pick<DayBoard, 'chain' | 'outputYuan' | 'bound'>,
  scopes: Scopes,
  rates: Pick<DayRates, 'lostYuan' | 'lostValueAddedYuan'>,
): Holding {
  const kinds = BINDING_CONSTRAINTS.length;
  const lost = new Float64Array(scopes.sectorCount * kinds);
  const isHeld = (sector: number): boolean => rates.lostYuan[sector] >= LEAST_SHARE * scopes.outputYuan[sector];
  for (const run of scopes.runs) {
    if (isHeld(run.sector)) addLosses(board, run, lost.subarray(run.sector * kinds, (run.sector + 1) * kinds));
  }
  const bound = new Uint8Array(scopes.sectorCount);
  for (let s = 0; s < scopes.sectorCount; s++) {
    for (let kind = 1; kind < kinds; kind++) {
      if (lost[s * kinds + kind] > lost[s * kinds + bound[s]]) bound[s] = kind;
    }
  }
  return { bound, lostYuan: rates.lostValueAddedYuan.slice(0, scopes.sectorCount), missingYuan: lost };
}

/** Adds what a run makes less than base to the constraints that bind. */
function addLosses(
  { chain, outputYuan, bound }: Parameters<typeof holdingOf>[0],
  { first, end }: ScopeRun,
  lost: Float64Array,
): void {
  const { baseOutputYuan } = chain.enterprises;
  for (let i = first; i < end; i++) {
    const missing = baseOutputYuan[i] - outputYuan[i];
    if (missing > 0) lost[bound[i]] += missing;
  }
}

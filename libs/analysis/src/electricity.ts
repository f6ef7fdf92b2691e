// What meters read, for observations: e = e0 + (1 - e0) min(1, P/P0), over the enterprises of the observation's sectors.
// `electricityAbove` counts the notable ones (those above scale) at a reading or above it; `electricityPanel` is the mean
// reading of the largest by base output, as a power company's panel of key users is.
import { electricityReading, type Chain } from '#libs/model';
import type { CompiledScenario, Observation } from '#libs/scenario';
import type { DayBoard } from './day-board';

/** e0 where the scenario has no masks, whose key the meter is. */
const USUAL_IDLE_RATIO = 0.2;

/** Enters the readings of the observations that are about this day. @param into by id of the observation */
export function readMeters(
  into: Map<string, number>,
  { chain, observations }: CompiledScenario,
  board: DayBoard,
  day: number,
): void {
  for (const one of observations) {
    if (one.on !== day) continue;
    if (one.metric === 'electricityAbove') into.set(one.id, countAbove(chain, one, board));
    if (one.metric === 'electricityPanel') into.set(one.id, meanOfLargest(chain, one, board));
  }
}

function countAbove(chain: Chain, one: Observation, board: DayBoard): number {
  const { isNotable } = chain.enterprises;
  return membersOf(chain, one).filter((i) => isNotable[i] > 0 && readingOf(chain, board, i) >= one.reading).length;
}

function meanOfLargest(chain: Chain, one: Observation, board: DayBoard): number {
  const { baseOutputYuan } = chain.enterprises;
  const largest = membersOf(chain, one)
    .sort((a, b) => baseOutputYuan[b] - baseOutputYuan[a] || a - b)
    .slice(0, one.users);
  return largest.reduce((sum, i) => sum + readingOf(chain, board, i), 0) / largest.length;
}

function membersOf({ enterprises }: Chain, { sectors }: Observation): number[] {
  const members: number[] = [];
  for (let i = 0; i < enterprises.count; i++) if (sectors.includes(enterprises.sector[i])) members.push(i);
  return members;
}

function readingOf({ enterprises, masks }: Chain, { outputYuan }: DayBoard, i: number): number {
  return electricityReading(masks?.idleRatio ?? USUAL_IDLE_RATIO, outputYuan[i] / enterprises.baseOutputYuan[i]);
}

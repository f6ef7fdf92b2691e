// The field: what every enterprise makes of its base output, one byte each, small enough to draw all of them day by day.
import type { DayBoard } from './day-board';

/** Half per cents of base output. */
const FULL = 200;
const OUTSIDE = 255;

/** Output over base in half per cents, rounded down so that only who lost nothing is full; 255 for the outside. */
export function fieldBytes({ chain, outputYuan }: Pick<DayBoard, 'chain' | 'outputYuan'>): Uint8Array {
  const { sector, baseOutputYuan, count } = chain.enterprises;
  const isOutside = chain.sectors.map(({ outside }) => outside);
  const bytes = new Uint8Array(count);
  for (let i = 0; i < count; i++) {
    bytes[i] = isOutside[sector[i]] ? OUTSIDE : Math.floor(FULL * outputRatio(outputYuan[i], baseOutputYuan[i]) + 1e-9);
  }
  return bytes;
}

/** Output over base: at most 1, and 1 where there is nothing to compare with. */
export function outputRatio(outputYuan: number, baseYuan: number): number {
  return outputYuan < baseYuan ? outputYuan / baseYuan : 1;
}

// A day's losses as rows of the archive: the sector that loses, the root cause, the sector where it arose.
import { ROADS, type DayLosses, type RootCause } from '#libs/analysis';
import { LOSS_CAUSES } from '#libs/messages';
import type { Columns } from '#libs/runtime';
import type { Chain } from '#libs/model';

/** Name of the origin of transport, which is no sector. */
const ROADS_NAME = 'roads';

/** Rows of what is lost, in the order of sectors, then causes. */
export function lossRows({ sectors }: Chain, causes: readonly RootCause[], losses: DayLosses): Columns {
  const { grossYuan, valueAddedYuan } = losses;
  const rows = Array.from(grossYuan.keys()).filter((at) => grossYuan[at] > 0);
  const names = [...sectors.map(({ id }) => id), ROADS_NAME];
  const of = (at: number): RootCause => causes[at % causes.length];
  const codes = (code: (at: number) => number): Uint8Array => Uint8Array.from(rows, code);
  return {
    sector: { codes: codes((at) => Math.floor(at / causes.length)), names },
    cause: { codes: codes((at) => LOSS_CAUSES.indexOf(of(at).cause)), names: LOSS_CAUSES },
    origin: { codes: codes((at) => (of(at).sector === ROADS ? sectors.length : of(at).sector)), names },
    lostYuan: Float64Array.from(rows, (at) => grossYuan[at]),
    lostValueAddedYuan: Float64Array.from(rows, (at) => valueAddedYuan[at]),
  };
}

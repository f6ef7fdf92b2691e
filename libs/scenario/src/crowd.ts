// The enterprises of a scenario as columns, before links and order: rows in the order in which they were written.
import type { InputError } from '#libs/messages';

/** The enterprises, row by row: populations sector by sector, then the named ones, then CSV rows. */
export interface Crowd {
  readonly ids: string[];
  readonly rowOfId: ReadonlyMap<string, number>;
  readonly populationIds: readonly string[];
  readonly sector: Int32Array;
  /** Position in `populationIds`; -1 for those with a name of their own. */
  readonly population: Int32Array;
  readonly zone: Int32Array;
  readonly park: Int32Array;
  readonly isNotable: Uint8Array;
  /** Weight inside the sector. */
  readonly size: Float64Array;
  readonly finishedDays: Float64Array;
  /** Overrides of the sector's or file's defaults; NaN where none. */
  readonly finalYuan: Float64Array;
  readonly stockRatio: Float64Array;
  /** An error about one enterprise, where it is named or counted. */
  readonly errorAt: (row: number, code: string, reason: string, mend: string) => InputError;
}

/** Columns of a crowd whose number of rows is known, filled row by row. */
export class CrowdBuilder {
  readonly ids: string[] = [];
  readonly rowOfId = new Map<string, number>();
  readonly sector: Int32Array;
  readonly population: Int32Array;
  readonly zone: Int32Array;
  readonly park: Int32Array;
  readonly isNotable: Uint8Array;
  readonly size: Float64Array;
  readonly finishedDays: Float64Array;
  readonly finalYuan: Float64Array;
  readonly stockRatio: Float64Array;

  constructor(count: number) {
    this.sector = new Int32Array(count);
    this.population = new Int32Array(count).fill(-1);
    this.zone = new Int32Array(count);
    this.park = new Int32Array(count);
    this.isNotable = new Uint8Array(count);
    this.size = new Float64Array(count);
    this.finishedDays = new Float64Array(count);
    this.finalYuan = new Float64Array(count).fill(NaN);
    this.stockRatio = new Float64Array(count).fill(NaN);
  }

  /** @returns its row */
  add(id: string, sector: number, zone: number, size: number): number {
    const row = this.ids.push(id) - 1;
    this.rowOfId.set(id, row);
    this.sector[row] = sector;
    this.zone[row] = zone;
    this.size[row] = size;
    return row;
  }
}

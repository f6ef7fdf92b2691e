// A folded day as the rows that the archive keeps.
import type { FoldedDay } from '#libs/analysis';
import { BINDING_CONSTRAINTS } from '#libs/messages';
import type { Columns, DayRecord } from '#libs/runtime';
import type { CompiledScenario } from '#libs/scenario';
import type { SimulatedDay } from './simulation';

/** Days between snapshots: `events` and `diff` compute from the nearest one. */
export const SNAPSHOT_DAYS = 10;

/** Names that do not change from day to day, made once a run. */
export class Recorder {
  readonly #scope: readonly string[];
  readonly #id: readonly string[];
  readonly #rows: Int32Array;
  readonly #enterprise: readonly string[];
  readonly #sector: readonly string[];

  constructor(private readonly compiled: CompiledScenario) {
    const { sectors, zones, enterprises } = compiled.chain;
    const kept = sectors.flatMap(({ outside }, row) => (outside ? [] : [row]));
    const zoneRows = zones.map((_, zone) => sectors.length + zone);
    this.#rows = Int32Array.from([sectors.length + zones.length, ...kept, ...zoneRows]);
    this.#scope = ['chain', ...kept.map(() => 'sector'), ...zones.map(() => 'zone')];
    this.#id = [compiled.spec.id, ...kept.map((row) => sectors[row].id), ...zones];
    this.#enterprise = enterprises.ids;
    this.#sector = Array.from(enterprises.sector, (sector) => sectors[sector].id);
  }

  record(
    folded: FoldedDay,
    simulated: SimulatedDay,
    keep: { frames: boolean; snapshots?: DayRecord['snapshots'] },
  ): DayRecord {
    return {
      day: folded.day,
      date: this.compiled.calendar.dateOf(folded.day),
      digests: simulated.digests,
      milestones: folded.milestones,
      milestonesCounted: folded.milestonesCounted,
      rates: this.#rates(folded),
      enterprises: this.#enterprises(folded),
      frames: keep.frames ? simulated.frames : undefined,
      snapshots: keep.snapshots,
    };
  }

  #rates({ rates, staff, heldBy }: FoldedDay): Columns {
    const pick = (column: Float64Array): Float64Array => Float64Array.from(this.#rows, (row) => column[row]);
    return {
      scope: this.#scope,
      id: this.#id,
      resumption: pick(rates.resumption),
      // Not a number where no staff is modelled: these tables know no nulls.
      returnToPost: Float64Array.from(this.#rows, (row) => staff.returnToPost[row] ?? NaN),
      capacityRecovery: pick(rates.capacityRecovery),
      throughput: pick(rates.throughput),
      lostYuan: pick(rates.lostYuan),
      lostValueAddedYuan: pick(rates.lostValueAddedYuan),
      missedFinalYuan: pick(rates.missedFinalYuan),
      heldBy: Array.from(this.#rows, (row) => (row < heldBy.length ? BINDING_CONSTRAINTS[heldBy[row]] : '')),
    };
  }

  #enterprises({ board }: FoldedDay): Columns {
    return {
      enterprise: this.#enterprise,
      sector: this.#sector,
      outputYuan: board.outputYuan,
      wantedYuan: board.wantedYuan,
      bound: { codes: new Uint8Array(board.bound), names: BINDING_CONSTRAINTS },
    };
  }
}

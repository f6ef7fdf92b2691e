// A day's blends, written down in the order in which they happen: what `why` reads backwards. A record is the ref that is
// written with minus the number of its parts, then the parts with their weights. Beside it, the compositions that others
// read (unmet demand, orders, docks): share and mean day of each cause.
import type { Frame } from '#libs/kernel';
import type { Chain, Levers } from '#libs/model';
import { LossAccounts } from '../accounts';
import type { BlendObserver } from '../blend';
import type { RootCauses } from '../causes';
import { RefTable } from './refs';
import type { WhyPlaces } from './places';

/** Parts of a day, by what they are about: entries [starts[i], starts[i + 1]) of the tape. */
export interface DayTape {
  readonly day: number;
  readonly outputYuan: Float64Array;
  readonly enterpriseStarts: Int32Array;
  readonly dockStarts: Int32Array;
  readonly releaseStarts: Int32Array;
  readonly shipmentStarts: Int32Array;
  readonly refs: Int32Array;
  readonly weights: Float32Array;
  /** Compositions: of each enterprise's unmet demand, each segment's orders, each dock; on the eve, positions for orders. */
  readonly shareStarts: Int32Array;
  readonly shareCauses: Uint8Array;
  /** Of 65,535. */
  readonly shares: Uint16Array;
  /** Sixteenths of a day. */
  readonly shareDays: Uint16Array;
}

const WHOLE_SHARE = 65_535;
export const DAY_PARTS = 16;

/** Shares below this are left out of the compositions. */
const LEAST_SHARE = 0.5 / WHOLE_SHARE;

/** Accounts for a run and writes its blends down. */
export class TapeRecorder implements BlendObserver {
  readonly #accounts: LossAccounts;
  readonly #table: RefTable;
  readonly #starts: Record<'enterprise' | 'dock' | 'release' | 'shipment', Int32Array>;
  readonly #kept: Kept;
  #refs = new Int32Array(1 << 12);
  #weights = new Float32Array(1 << 12);
  #length = 0;

  constructor(
    private readonly chain: Chain,
    private readonly causes: RootCauses,
  ) {
    this.#accounts = new LossAccounts(chain, causes, { observer: this, isDated: true });
    const { carriers, layout } = this.#accounts.books;
    this.#table = new RefTable(carriers, layout);
    this.#kept = keptOf(chain.enterprises.count + layout.segments.count + chain.corridors.ids.length, causes.count);
    const starts = (count: number): Int32Array => new Int32Array(count + 1);
    this.#starts = {
      enterprise: starts(chain.enterprises.count),
      dock: starts(chain.corridors.ids.length),
      release: starts(layout.groups.count),
      shipment: starts(layout.groups.count),
    };
  }

  get books(): LossAccounts['books'] {
    return this.#accounts.books;
  }

  /** What does not change from day to day. */
  places(): WhyPlaces {
    const { enterprises, sectors, links, corridors } = this.chain;
    const { layout, carriers } = this.books;
    return {
      enterprises: enterprises.ids,
      sectors: sectors.map(({ id }) => id),
      sector: [...enterprises.sector],
      baseOutputYuan: [...enterprises.baseOutputYuan],
      corridors: corridors.ids,
      buyer: Array.from({ length: layout.segments.count }, (_, s) => links.buyer[layout.segments.starts[s]]),
      groupSegment: [...layout.groups.segment],
      groupTravelDays: [...layout.groups.travelDays],
      causes: this.causes.list,
      outputRow: carriers.scratch.output,
    };
  }

  /** The compositions before day 0: no blends yet. */
  eve(): DayTape {
    for (const starts of Object.values(this.#starts)) starts.fill(0);
    this.#length = 0;
    const { carriers } = this.books;
    return this.#tape(-1, this.chain.enterprises.baseOutputYuan, carriers.position);
  }

  /** Accounts for a day. The tape is overwritten by the next one. */
  fold(day: number, frames: readonly Frame[], levers: Levers): DayTape {
    for (const starts of Object.values(this.#starts)) starts.fill(-1);
    this.#length = 0;
    this.#accounts.fold(day, frames, levers);
    this.#fillStarts();
    return this.#tape(day, this.books.board.outputYuan, this.books.carriers.ordered);
  }

  blend(into: number, rows: ArrayLike<number>, weights: ArrayLike<number>, count: number): void {
    while (this.#length + count + 1 > this.#refs.length) this.#grow();
    const refs = this.#refs;
    const own = this.#weights;
    refs[this.#length] = this.#table.of(into);
    own[this.#length++] = -count;
    for (let part = 0; part < count; part++) {
      refs[this.#length] = this.#table.of(rows[part]);
      own[this.#length++] = weights[part];
    }
  }

  turnTo(part: 'enterprise' | 'dock' | 'release' | 'shipment', which: number): void {
    if (part === 'enterprise' && which === 0) {
      const { chain, causes } = this;
      this.#table.turn(causes.count, chain.enterprises.count, chain.corridors.ids.length);
    }
    this.#starts[part][which] = this.#length;
  }

  /** What was passed over is empty: it starts where the next one does. Parts follow each other in this order. */
  #fillStarts(): void {
    let next = this.#length;
    for (const part of ['shipment', 'release', 'dock', 'enterprise'] as const) {
      const starts = this.#starts[part];
      starts[starts.length - 1] = next;
      for (let at = starts.length - 2; at >= 0; at--) {
        if (starts[at] < 0) starts[at] = next;
        next = starts[at];
      }
    }
  }

  #tape(day: number, outputYuan: Float64Array, orders: number): DayTape {
    const { enterprise, dock, release, shipment } = this.#starts;
    return {
      ...{ day, outputYuan, enterpriseStarts: enterprise, dockStarts: dock, releaseStarts: release },
      shipmentStarts: shipment,
      refs: this.#refs.subarray(0, this.#length),
      weights: this.#weights.subarray(0, this.#length),
      ...this.#compositions(orders),
    };
  }

  #compositions(orders: number): Pick<DayTape, 'shareStarts' | 'shareCauses' | 'shares' | 'shareDays'> {
    const { carriers, layout } = this.books;
    const { shares: all, touched, width, column } = carriers.compositions;
    const runs = [
      { first: carriers.unmet, count: this.chain.enterprises.count },
      { first: orders, count: layout.segments.count },
      { first: carriers.waiting, count: this.chain.corridors.ids.length },
    ];
    const { starts, causes, shares, days } = this.#kept;
    const acted = this.causes.list.flatMap((_, k) => (column[k] < 0 ? [] : [{ k, column: column[k] }]));
    let length = 0;
    let row = 0;
    for (const run of runs) {
      for (let at = run.first; at < run.first + run.count; at++) {
        starts[row++] = length;
        for (let c = 0; c < acted.length && touched[at]; c++) {
          const { k } = acted[c];
          const own = at * width + acted[c].column;
          const share = all[own];
          if (!(share > LEAST_SHARE)) continue;
          causes[length] = k;
          shares[length] = Math.round(share * WHOLE_SHARE);
          days[length++] = Math.round(Math.max(0, all[own + 1] / share) * DAY_PARTS);
        }
      }
    }
    starts[row] = length;
    return {
      shareStarts: starts,
      shareCauses: causes.subarray(0, length),
      shares: shares.subarray(0, length),
      shareDays: days.subarray(0, length),
    };
  }

  #grow(): void {
    const refs = new Int32Array(this.#refs.length * 2);
    const weights = new Float32Array(this.#weights.length * 2);
    refs.set(this.#refs);
    weights.set(this.#weights);
    this.#refs = refs;
    this.#weights = weights;
  }
}

/** Room for the compositions of a day, filled again every day. */
interface Kept {
  readonly starts: Int32Array;
  readonly causes: Uint8Array;
  readonly shares: Uint16Array;
  readonly days: Uint16Array;
}

function keptOf(rows: number, causes: number): Kept {
  return {
    starts: new Int32Array(rows + 1),
    causes: new Uint8Array(rows * causes),
    shares: new Uint16Array(rows * causes),
    days: new Uint16Array(rows * causes),
  };
}

// Milestones of a run, told day by day: dated things first, then what the chain did, then single enterprises. Each has
// an id (day.number) and the ids of its causes; at most 2,000 a day are told, the rest is counted.
import type { Milestone } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import { sectorGraph, sectorsOfTracks, type SectorGraph } from '../acting';
import type { DayBoard } from '../day-board';
import type { Holding } from '../held-by';
import type { DayRates } from '../rates';
import { tellDated } from './dated';
import { tellEnterprises } from './enterprises';
import { tellSectors } from './sectors';

export const MAX_MILESTONES_A_DAY = 2000;

/** What a milestone says beside its id and day. */
export type Told = Milestone extends infer M ? (M extends Milestone ? Omit<M, 'id' | 'day'> : never) : never;

export interface TellingDay {
  readonly day: number;
  readonly board: DayBoard;
  readonly rates: DayRates;
  readonly holding: Holding;
}

/** What has been told and still matters: ids by the thing they are about. */
export interface Memory {
  readonly chain: Chain;
  readonly compiled: CompiledScenario;
  readonly graph: SectorGraph;
  readonly actingSectors: readonly ReadonlySet<number>[];
  /** Latest shock or lever that acts on each sector; shortage under way; resumption. */
  readonly actedOn: (string | undefined)[];
  readonly shortage: ({ readonly id: string; readonly day: number; readonly lowest: number } | undefined)[];
  readonly resumed: (string | undefined)[];
  /** Days for which each notable enterprise has run; -1 once told. */
  readonly runningDays: Int32Array;
  readonly isLate: Uint8Array;
  readonly enterpriseResumed: Map<number, string>;
  firstContainerTold: boolean;
  marketTold: boolean;
}

export type Tell = (told: Told) => string;

export class MilestoneTeller {
  readonly #memory: Memory;

  constructor(compiled: CompiledScenario) {
    const { chain, schedule } = compiled;
    const none = <T>(): (T | undefined)[] => chain.sectors.map(() => undefined);
    this.#memory = {
      chain,
      compiled,
      graph: sectorGraph(chain),
      actingSectors: sectorsOfTracks(chain, schedule),
      actedOn: none(),
      shortage: none(),
      resumed: none(),
      runningDays: new Int32Array(chain.enterprises.count),
      isLate: new Uint8Array(chain.enterprises.count),
      enterpriseResumed: new Map(),
      firstContainerTold: false,
      marketTold: false,
    };
  }

  /** The day's milestones, and how many more there were. */
  tell(today: TellingDay): { readonly told: readonly Milestone[]; readonly counted: number } {
    const told: Milestone[] = [];
    let counted = 0;
    const tell: Tell = (one) => {
      const id = `${today.day}.${told.length + counted}`;
      if (told.length < MAX_MILESTONES_A_DAY) told.push({ ...one, id, day: today.day });
      else counted++;
      return id;
    };
    tellDated(this.#memory, today, tell);
    tellSectors(this.#memory, today, tell);
    tellEnterprises(this.#memory, today, tell);
    return { told, counted };
  }
}

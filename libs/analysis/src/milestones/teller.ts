// Milestones of a run, told day by day: dated things first, then what the chain did, then single enterprises. Each has
// an id (day.number) and the ids of its causes; at most 2,000 a day are told, the rest is counted.
import { BINDING_CONSTRAINTS, type Milestone } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { CompiledScenario } from '#libs/scenario';
import { sectorGraph, sectorsOfTracks } from '../acting';
import { tellDated } from './dated';
import { tellDesk } from './desk';
import { tellEnterprises } from './enterprises';
import { waitingSectors } from './let-back';
import type { Memory, Tell, TellingDay } from './memory';
import { roadsOfTracks, tellPasses } from './passes';
import { tellSectors } from './sectors';

const MAX_MILESTONES_A_DAY = 2000;

export class MilestoneTeller {
  readonly #memory: Memory;
  #day = 0;
  #told: Milestone[] = [];
  #counted = 0;
  readonly #tell: Tell = (one) => {
    const id = `${this.#day}.${this.#told.length + this.#counted}`;
    if (this.#told.length < MAX_MILESTONES_A_DAY) this.#told.push({ ...one, id, day: this.#day });
    else this.#counted++;
    return id;
  };

  constructor(compiled: CompiledScenario) {
    const { chain, schedule } = compiled;
    const none = <T>(): (T | undefined)[] => chain.sectors.map(() => undefined);
    this.#memory = {
      chain,
      compiled,
      graph: sectorGraph(chain),
      actingSectors: sectorsOfTracks(chain, schedule),
      quotaRoads: roadsOfTracks(compiled),
      quotaSet: new Map(),
      actedOn: none(),
      shortage: none(),
      missingBefore: new Float64Array(chain.sectors.length * BINDING_CONSTRAINTS.length),
      resumed: none(),
      notable: notableOf(chain),
      ...waitingSectors(chain),
      stillDays: new Int32Array(chain.enterprises.count),
      runningDays: new Int32Array(chain.enterprises.count),
      isLate: new Uint8Array(chain.enterprises.count),
      isCancelling: new Uint8Array(chain.enterprises.count),
      contractLate: new Map(),
      enterpriseResumed: new Map(),
      pulled: new Map(),
      staffTold: new Float64Array(chain.sectors.length).fill(NaN),
      waysTold: new Set(),
      masks: { allotted: 0, since: -1 },
      closed: chain.parks.map(() => undefined),
      startTold: undefined,
      firstContainerTold: false,
      marketTold: undefined,
    };
  }

  /** The day's milestones, and how many more there were. */
  tell(today: TellingDay): { readonly told: readonly Milestone[]; readonly counted: number } {
    this.#day = today.day;
    this.#told = [];
    this.#counted = 0;
    tellDated(this.#memory, today, this.#tell);
    tellDesk(this.#memory, today, this.#tell);
    tellPasses(this.#memory, today, this.#tell);
    tellSectors(this.#memory, today, this.#tell);
    tellEnterprises(this.#memory, today, this.#tell);
    return { told: this.#told, counted: this.#counted };
  }
}

function notableOf({ enterprises, sectors }: Chain): number[] {
  const notable: number[] = [];
  for (let i = 0; i < enterprises.count; i++) {
    if (enterprises.isNotable[i] && !sectors[enterprises.sector[i]].outside) notable.push(i);
  }
  return notable;
}

// Root causes: pairs of (cause, sector where it arose). Labour missing at dyeing is not labour missing at weaving.
// capacity, utility, gate: the sector of the enterprise that is held down. A shop's gate is its door before it opens.
// transport: the road, which is no sector. external-input: the outside seller's sector, whatever holds it down.
// final-demand: the sector that sells to buyers outside the chain; at a market also visitors who are missing.
// initial: the sector whose stock, book or contracts depart from the baseline on the eve.
// labour, masks: the sector whose staff is missing, or has no masks. closure: the sector closed again with its place.
// finished-target: the sector whose finished stock is aimed higher or lower than at base.
// Only pairs that can occur are numbered; their number is the width of every composition.
import { InputError, LOSS_CAUSES, type LossCause } from '#libs/messages';
import type { Chain, Rules } from '#libs/model';
import type { LeverSchedule } from '#libs/scenario';

/** Origin of what is no sector's: the road. */
export const ROADS = -1;

export interface RootCause {
  readonly cause: LossCause;
  /** Position in `chain.sectors`; ROADS for transport. */
  readonly sector: number;
}

/** Most pairs that a run may have: every deviation carries a share for each. */
const MAX_ROOT_CAUSES = 64;

/** Which groups of levers have a series that may change them, by group; and whether roads have. */
export interface ActingGroups {
  readonly capacity: (group: number) => boolean;
  readonly gate: (group: number) => boolean;
  readonly utility: (group: number) => boolean;
  readonly demand: (group: number) => boolean;
  readonly finished: (group: number) => boolean;
  readonly roads: boolean;
}

/** The groups on which a compiled scenario's series act; an intervention may change any of these. */
export function actingGroups(schedule: LeverSchedule): ActingGroups {
  const isActed = (tracks: readonly (readonly unknown[])[]) => (group: number) => tracks[group].length > 0;
  const onRoads = [schedule.checkpoint, schedule.drivers, schedule.greenChannel];
  return {
    capacity: isActed(schedule.capacity),
    gate: isActed(schedule.open),
    utility: isActed(schedule.utility),
    demand: isActed(schedule.demand),
    finished: isActed(schedule.finishedTarget),
    roads: schedule.passes.length > 0 || onRoads.some((corridors) => corridors.some((tracks) => tracks.length > 0)),
  };
}

/** Whether losses can be attributed under a chain's rules: not in the rhythm or by the split of published models. */
export function canAttribute({ rhythm, orders, rationing }: Rules): boolean {
  const isSplitByCapacity = orders.rule === 'ario' && orders.split === 'by-capacity';
  return rhythm === 'daily' && !isSplitByCapacity && rationing.rule !== 'equal-relative-as-published';
}

/** The pairs of a run, numbered. */
export class RootCauses {
  readonly #numbers: Int32Array;
  readonly #sectorCount: number;

  /** @throws InputError LOSS_TOO_MANY_CAUSES */
  constructor(
    readonly list: readonly RootCause[],
    sectorCount: number,
  ) {
    if (list.length > MAX_ROOT_CAUSES) throw tooMany(list.length);
    this.#sectorCount = sectorCount;
    this.#numbers = new Int32Array(LOSS_CAUSES.length * (sectorCount + 1)).fill(-1);
    list.forEach(({ cause, sector }, number) => (this.#numbers[this.#at(cause, sector)] = number));
  }

  get count(): number {
    return this.list.length;
  }

  /** Number of a pair; -1 where it is not in the list. */
  number(cause: LossCause, sector: number): number {
    return this.#numbers[this.#at(cause, sector)];
  }

  #at(cause: LossCause, sector: number): number {
    return LOSS_CAUSES.indexOf(cause) * (this.#sectorCount + 1) + sector + 1;
  }
}

/** The pairs that can occur in a chain under series that act on those groups: sorted by cause, then sector. */
export function rootCausesOf(chain: Chain, acting: ActingGroups): RootCauses {
  const { sectors } = chain;
  const seen = new Set<number>();
  const note = (cause: LossCause, sector: number): void => {
    seen.add(LOSS_CAUSES.indexOf(cause) * (sectors.length + 1) + sector + 1);
  };
  noteEnterprises(chain, acting, note);
  noteStart(chain, note);
  if (acting.roads || isShortOfRoad(chain)) note('transport', ROADS);
  const list = [...seen]
    .sort((a, b) => a - b)
    .map((key) => ({
      cause: LOSS_CAUSES[Math.floor(key / (sectors.length + 1))],
      sector: (key % (sectors.length + 1)) - 1,
    }));
  return new RootCauses(list, sectors.length);
}

type Note = (cause: LossCause, sector: number) => void;

function noteEnterprises(chain: Chain, acting: ActingGroups, note: Note): void {
  const { sectors, enterprises, hasOpeningDay, workers, gates, masks, risk } = chain;
  const { sector, count, finalDemandYuan, capacityGroup, gateGroup, utilityGroup, demandGroup, finishedGroup } =
    enterprises;
  for (let i = 0; i < count; i++) {
    const at = sector[i];
    const { outside, stage } = sectors[at];
    const own = (cause: LossCause): void => note(outside ? 'external-input' : cause, at);
    if (acting.capacity(capacityGroup[i])) own('capacity');
    if (acting.utility(utilityGroup[i])) own('utility');
    if (stage === 'markets' ? hasOpeningDay : acting.gate(gateGroup[i])) own('gate');
    if (finalDemandYuan[i] > 0 && acting.demand(demandGroup[i])) note('final-demand', at);
    if (stage === 'markets' && hasOpeningDay) note('final-demand', at);
    if (acting.finished(finishedGroup[i])) note('finished-target', at);
    if (gates && gates.readyDay[i] >= 0) own('gate');
    if (workers && workers.staffHeads[i] > 0) own('labour');
    if (masks && workers && workers.staffHeads[i] > 0) own('masks');
    if (risk && !outside) note('closure', at);
  }
}

function noteStart({ enterprises, links, linkKinds }: Chain, note: Note): void {
  const { sector, count, finishedDays, baseOutputYuan, initialFinishedYuan, initialBacklogYuan } = enterprises;
  for (let i = 0; i < count; i++) {
    const departs = initialFinishedYuan[i] !== finishedDays[i] * baseOutputYuan[i] || initialBacklogYuan[i] > 0;
    if (departs) note('initial', sector[i]);
  }
  for (let link = 0; link < links.count; link++) {
    const baseStock = linkKinds[links.kind[link]].coverDays * links.flowYuan[link];
    if (links.initialStockYuan[link] !== baseStock || links.initialPipelineRatio[link] !== 1)
      note('initial', sector[links.buyer[link]]);
    if (links.initialBookYuan[link] > 0) note('initial', sector[links.supplier[link]]);
  }
}

/** Whether carriers cannot even carry the base flow of a corridor. */
function isShortOfRoad({ links, corridors, classes }: Chain): boolean {
  const tonnes = new Float64Array(corridors.ids.length);
  for (let link = 0; link < links.count; link++) {
    const corridor = links.corridor[link];
    if (corridor >= 0) tonnes[corridor] += links.flowYuan[link] * classes[links.productClass[link]].tonnesPerYuan;
  }
  return tonnes.some((base, corridor) => corridors.capacityTonnes[corridor] < base);
}

function tooMany(count: number): InputError {
  return new InputError({
    code: 'LOSS_TOO_MANY_CAUSES',
    path: 'losses',
    reason: `${count} pairs of cause and sector can occur; losses can be attributed to at most ${MAX_ROOT_CAUSES}.`,
    mend: 'Let series act on fewer sectors, or run with --no-losses.',
  });
}

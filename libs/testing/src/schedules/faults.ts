// Which faults strike a schedule, when, and what each of them does. Moments are counted in events, not in time, so that
// they fall where much happens.
import type { ServiceProcesses } from './service-processes';
import type { FaultyLog } from './faulty-log';
import type { FaultyStores } from './faulty-stores';
import { CONTRACT_FAULTS, FAULTS, type Fault, type World } from './world';

/** Faults that are struck by plan; the others come with a schedule's temper. */
const PLANNED = FAULTS.filter((fault) => !['duplicate', 'reorder', 'answer-lost'].includes(fault));
const WITHIN_CONTRACT = PLANNED.filter((fault) => (CONTRACT_FAULTS as readonly Fault[]).includes(fault));

export interface PlannedFault {
  readonly turn: number;
  readonly fault: Fault;
}

/** Longest that anything is out of order: control gives up on an attempt after ten seconds without a day. */
const LONGEST_MS = 900;

/** @param turns events in which all of them strike */
export function drawFaults({ draws }: World, isWithinContract: boolean, turns: number): PlannedFault[] {
  const kinds = isWithinContract ? WITHIN_CONTRACT : PLANNED;
  return Array.from({ length: draws.pick([1, 2, 3, 5]) }, () => ({
    turn: draws.below(turns),
    fault: draws.pick(kinds),
  }));
}

export interface Stricken {
  readonly world: World;
  readonly log: FaultyLog;
  readonly stores: FaultyStores;
  readonly processes: ServiceProcesses;
  /** Pauses the run, and lets it go on after so many milliseconds. */
  readonly pause: (ms: number) => void;
}

/** @returns false where there was nothing to strike */
export function strike(fault: Fault, { world, log, stores, processes, pause }: Stricken): boolean {
  const { draws } = world;
  const ms = draws.between(1, LONGEST_MS);
  switch (fault) {
    case 'crash':
      return processes.crash(ms);
    case 'zombie':
      return processes.double(ms);
    case 'freeze':
      return processes.freeze(ms);
    case 'delay':
      log.holdBack();
      return true;
    case 'store-away':
      stores.goAway(ms);
      return true;
    case 'pause':
      pause(ms);
      return true;
    case 'lost-tail':
      return log.loseTail();
    case 'deleted-topic':
      return log.deleteTopic();
    case 'lost-snapshots': {
      const share = draws.pick([0.1, 0.5, 1]);
      return stores.snapshots.lose(() => draws.chance(share));
    }
    // Of the temper, not of the plan.
    case 'duplicate':
    case 'reorder':
    case 'answer-lost':
      return false;
    default:
      return fault satisfies never;
  }
}

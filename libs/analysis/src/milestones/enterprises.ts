// Single enterprises, where the scenario calls them notable: resumed (three days running after three of standing still), the
// first container, contracts that fall late or are cancelled.
import { RESUMED_RATIO } from '../rates';
import { letEnterpriseBack } from './let-back';
import type { Memory, Tell, TellingDay } from './memory';

const HELD_DAYS = 3;

export function tellEnterprises(memory: Memory, today: TellingDay, tell: Tell): void {
  for (const i of memory.notable) {
    tellResumed(memory, today, i, tell);
    tellCancelled(memory, today, i, tell);
    tellLate(memory, today, i, tell);
  }
  tellFirstContainer(memory, today, tell);
}

/** Counts days at work since the last standstill; an enterprise that never stood still, or for less, is not told. */
function tellResumed(memory: Memory, { day, board }: TellingDay, i: number, tell: Tell): void {
  const { enterprises, sectors } = memory.chain;
  const isRunning = board.isOpen[i] > 0 && board.outputYuan[i] >= RESUMED_RATIO * enterprises.baseOutputYuan[i];
  // Who stands still on the first day has done so for long.
  if (day === 0) memory.runningDays[i] = isRunning ? TOLD : 0;
  else countDays(memory, i, isRunning);
  if (memory.runningDays[i] < HELD_DAYS) return;
  memory.runningDays[i] = TOLD;
  const id = tell({
    type: 'EnterpriseResumed',
    causes: letEnterpriseBack(memory, i, day - HELD_DAYS + 1),
    enterprise: enterprises.ids[i],
    sector: sectors[enterprises.sector[i]].id,
  });
  memory.enterpriseResumed.set(i, id);
}

/** A stop of a day or two is no standstill: who is back after it is not told again. */
function countDays({ runningDays, stillDays }: Memory, i: number, isRunning: boolean): void {
  stillDays[i] = isRunning ? 0 : stillDays[i] + 1;
  if (runningDays[i] !== TOLD) runningDays[i] = isRunning ? runningDays[i] + 1 : 0;
  else if (stillDays[i] >= HELD_DAYS) runningDays[i] = 0;
}

const TOLD = -1;
/** Overdue contracts above this share of a day's base output are late. */
const LATE_RATIO = 0.01;

function tellLate(memory: Memory, { board }: TellingDay, i: number, tell: Tell): void {
  const { enterprises } = memory.chain;
  const overdueYuan = board.finalBacklogYuan[i];
  const isLate = overdueYuan > LATE_RATIO * enterprises.baseOutputYuan[i];
  if (isLate && !memory.isLate[i]) {
    const shortage = memory.shortage[enterprises.sector[i]];
    const causes = shortage ? [shortage.id] : [];
    memory.contractLate.set(i, tell({ type: 'ContractLate', causes, enterprise: enterprises.ids[i], overdueYuan }));
  }
  memory.isLate[i] = isLate ? 1 : 0;
}

/** The first day of a run of days on which contracts are cancelled. */
function tellCancelled(memory: Memory, { board }: TellingDay, i: number, tell: Tell): void {
  const { enterprises } = memory.chain;
  const cancelledYuan = board.cancelledYuan[i];
  const isCancelling = cancelledYuan > LATE_RATIO * enterprises.baseOutputYuan[i];
  if (isCancelling && !memory.isCancelling[i]) {
    const late = memory.contractLate.get(i);
    tell({
      type: 'ContractCancelled',
      causes: late === undefined ? [] : [late],
      enterprise: enterprises.ids[i],
      cancelledYuan,
    });
  }
  memory.isCancelling[i] = isCancelling ? 1 : 0;
}

function tellFirstContainer(memory: Memory, { board }: TellingDay, tell: Tell): void {
  if (memory.firstContainerTold) return;
  const { enterprises } = memory.chain;
  for (let i = enterprises.stageStarts.exporters; i < enterprises.count; i++) {
    if (board.containersLeft[i] === 0) continue;
    memory.firstContainerTold = true;
    const cause = memory.enterpriseResumed.get(i) ?? memory.actedOn[enterprises.sector[i]];
    tell({
      type: 'FirstContainerLeft',
      causes: cause === undefined ? [] : [cause],
      enterprise: enterprises.ids[i],
      containers: board.containersLeft[i],
    });
    return;
  }
}

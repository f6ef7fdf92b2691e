// Single enterprises, where the scenario calls them notable: resumed (three days running after standing still), the
// first container, a contract that falls late.
import { RESUMED_RATIO } from '../rates';
import type { Memory, Tell, TellingDay } from './memory';

const HELD_DAYS = 3;

export function tellEnterprises(memory: Memory, today: TellingDay, tell: Tell): void {
  for (const i of memory.notable) {
    tellResumed(memory, today, i, tell);
    tellLate(memory, today, i, tell);
  }
  tellFirstContainer(memory, today, tell);
}

/** Counts days at work since the last standstill; an enterprise that never stood still is not told. */
function tellResumed(memory: Memory, { day, board }: TellingDay, i: number, tell: Tell): void {
  const { enterprises, sectors } = memory.chain;
  const isRunning = board.isOpen[i] > 0 && board.outputYuan[i] >= RESUMED_RATIO * enterprises.baseOutputYuan[i];
  const before = day === 0 ? TOLD : memory.runningDays[i];
  memory.runningDays[i] = !isRunning ? 0 : before === TOLD ? TOLD : before + 1;
  if (memory.runningDays[i] !== HELD_DAYS) return;
  memory.runningDays[i] = TOLD;
  const cause = memory.actedOn[enterprises.sector[i]];
  const id = tell({
    type: 'EnterpriseResumed',
    causes: cause === undefined ? [] : [cause],
    enterprise: enterprises.ids[i],
    sector: sectors[enterprises.sector[i]].id,
  });
  memory.enterpriseResumed.set(i, id);
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
    tell({ type: 'ContractLate', causes: shortage ? [shortage.id] : [], enterprise: enterprises.ids[i], overdueYuan });
  }
  memory.isLate[i] = isLate ? 1 : 0;
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

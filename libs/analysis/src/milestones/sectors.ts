// What happens to whole sectors: resumed (capacity recovery at 80 % or above again),
// a shortage reaches a sector (below 95 % of base) and leaves it. The cause of a shortage is looked for where the
// sector's binding constraint points: its suppliers' shortage, its customers', or what acts on the sector itself.
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import { SHORT_RATIO } from '../sector-story';
import { letSectorBack } from './let-back';
import type { Memory, Tell, TellingDay } from './memory';

const RESUMED_CAPACITY = 0.8;
/** What no lever, curve or shock of the sector imposes. */
const CAUSED: readonly BindingConstraint[] = ['labour', 'masks', 'closure', 'input'];

export function tellSectors(memory: Memory, today: TellingDay, tell: Tell): void {
  const { sectors } = memory.chain;
  sectors.forEach(({ id, outside }, sector) => {
    if (outside) return;
    const ratio = today.rates.capacityRecovery[sector];
    const shortage = memory.shortage[sector];
    if (ratio < SHORT_RATIO && !shortage) {
      const { causes, from } = causesOf(memory, today, sector);
      const told = tell({ type: 'ShortageReachedSector', causes, sector: id, throughput: ratio, from });
      memory.shortage[sector] = { id: told, day: today.day, lowest: ratio };
      memory.resumed[sector] = undefined;
    } else if (shortage && ratio >= SHORT_RATIO) {
      const afterDays = today.day - shortage.day;
      tell({
        type: 'ShortageLeftSector',
        causes: unique([shortage.id, ...letSectorBack(memory, sector)]),
        sector: id,
        afterDays,
        depth: 1 - shortage.lowest,
      });
      memory.shortage[sector] = undefined;
    } else if (shortage) memory.shortage[sector] = { ...shortage, lowest: Math.min(shortage.lowest, ratio) };
    const wasDown = shortage !== undefined && shortage.lowest < RESUMED_CAPACITY;
    if (wasDown && ratio >= RESUMED_CAPACITY && memory.resumed[sector] === undefined) {
      const supplied = memory.graph.suppliers[sector].map((other) => memory.resumed[other]);
      memory.resumed[sector] = tell({
        type: 'SectorResumed',
        causes: unique([...letSectorBack(memory, sector), ...supplied]),
        sector: id,
        share: today.rates.resumption[sector],
        capacity: ratio,
      });
    }
  });
}

function causesOf(memory: Memory, { holding, day }: TellingDay, sector: number): { causes: string[]; from: string } {
  const { sectors } = memory.chain;
  const bound = BINDING_CONSTRAINTS[holding.bound[sector]];
  const near =
    bound === 'input' ? memory.graph.suppliers[sector] : bound === 'demand' ? memory.graph.customers[sector] : [];
  const earlier = near.filter((other) => (memory.shortage[other]?.day ?? day) < day);
  const from = earlier.map((other) => sectors[other].id).join(', ');
  if (earlier.length > 0) return { causes: unique(earlier.map((other) => memory.shortage[other]?.id)), from };
  const isImposed = day === 0 || !CAUSED.includes(bound);
  return { causes: isImposed ? unique([memory.actedOn[sector]]) : [], from: bound };
}

function unique(ids: readonly (string | undefined)[]): string[] {
  return [...new Set(ids.filter((id) => id !== undefined))];
}

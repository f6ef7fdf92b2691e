// What happens to whole sectors: resumed (capacity recovery at 80 % or above again),
// a shortage reaches a sector (below 95 % of base) and leaves it. The cause of a shortage is looked for where the
// sector's binding constraint points: its suppliers' shortage, its customers', or what acts on the sector itself.
import { BINDING_CONSTRAINTS, type BindingConstraint } from '#libs/messages';
import { SHORT_RATIO } from '../sector-story';
import { letSectorBack } from './let-back';
import type { Holding } from '../held-by';
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
    if (shortage) {
      shortage.lowest = Math.min(shortage.lowest, ratio);
      shortage.heldDays[today.holding.bound[sector]]++;
    }
    if (ratio < SHORT_RATIO && !shortage) {
      const { causes, from } = causesOf(memory, today, sector);
      const told = tell({ type: 'ShortageReachedSector', causes, sector: id, throughput: ratio, from });
      const heldDays = new Int32Array(BINDING_CONSTRAINTS.length);
      memory.shortage[sector] = { id: told, day: today.day, lowest: ratio, heldDays };
      memory.resumed[sector] = undefined;
    } else if (shortage && ratio >= SHORT_RATIO) {
      const afterDays = today.day - shortage.day;
      tell({
        type: 'ShortageLeftSector',
        causes: unique([shortage.id, ...letSectorBack(memory, sector, shortage)]),
        sector: id,
        afterDays,
        depth: 1 - shortage.lowest,
      });
      memory.shortage[sector] = undefined;
    }
    if (!shortage || shortage.lowest >= RESUMED_CAPACITY) return;
    if (ratio >= RESUMED_CAPACITY && memory.resumed[sector] === undefined) {
      memory.resumed[sector] = tell({
        type: 'SectorResumed',
        causes: unique(letSectorBack(memory, sector, shortage)),
        sector: id,
        share: today.rates.resumption[sector],
        capacity: ratio,
      });
    }
  });
  memory.missingBefore = today.holding.missingYuan;
}

/** Of a sector that falls short today, the constraint by which most more is missing than yesterday. */
function pushedBy({ missingBefore }: Memory, { missingYuan, bound }: Holding, sector: number): number {
  let most = 0;
  let pushing = bound[sector];
  for (let kind = 1; kind < BINDING_CONSTRAINTS.length; kind++) {
    const at = sector * BINDING_CONSTRAINTS.length + kind;
    const more = missingYuan[at] - missingBefore[at];
    if (more > most) [most, pushing] = [more, kind];
  }
  return pushing;
}

function causesOf(memory: Memory, { holding, day }: TellingDay, sector: number): { causes: string[]; from: string } {
  const { sectors } = memory.chain;
  const bound = BINDING_CONSTRAINTS[pushedBy(memory, holding, sector)];
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

// Output. Levels, and the level of each at base: W; cap [k P0 alpha]; per class, lim_p [its value at base stock (n + 1) A].
// P < P0: the share of each in the min, up to P0, with its composition. P > P0: as W.
// lim_p: hard S/A P0; important inputs under `partial` the mean of that and P0; `psi` S P0/(psi n A), at most the hard one.
import { NEGLIGIBLE_INPUT_RATIO } from '#libs/model';
import type { Books } from './books';
import { shareOfMin } from './min-shares';

/** What an enterprise's own capacity lacks, and its level with nothing lacking. Needs today's overtime. */
export function limitByCapacity(books: Books, i: number): void {
  const { factors, staff, board, blend, carriers, turn, chain, ledger, day } = books;
  const { spareRatio, baseOutputYuan } = chain.enterprises;
  staff.blend(blend, board, i, day);
  factors.addTo(blend, i);
  turn.capacity = blend.show(carriers.scratch.capacity);
  turn.freeCapacity = spareRatio[i] * baseOutputYuan[i] * ledger.overtimeRatio[i];
}

/** Sets the levels of wanted output, capacity and each class; inputs that do not limit stand at Infinity. */
export function setLevels({ layout, levels, board, chain, ledger, turn }: Books, i: number): void {
  const { segments, segmentStarts } = layout;
  const { yuan } = levels;
  const { inputs } = chain.rules;
  const base = chain.enterprises.baseOutputYuan[i];
  yuan[0] = board.wantedYuan[i];
  yuan[1] = board.capacityYuan[i];
  turn.freeInputs = Infinity;
  const negligible =
    inputs.rule === 'hard' ? (inputs.negligibleRatio ?? NEGLIGIBLE_INPUT_RATIO) : NEGLIGIBLE_INPUT_RATIO;
  for (let s = segmentStarts[i]; s < segmentStarts[i + 1]; s++) {
    const at = 2 + s - segmentStarts[i];
    const use = segments.use[s];
    yuan[at] = Infinity;
    if (segments.need[s] === 0 || use < negligible * base) continue;
    const stock = ledger.classStockYuan[s];
    const full = segments.baseStock[s] + use;
    const halves = inputs.rule === 'partial' && segments.need[s] === 1;
    // Under psi, stock of psi n days already holds output down; but never more is made than is there.
    const needed = inputs.rule === 'psi' ? Math.max(use, inputs.psi * segments.baseStock[s]) : use;
    const limit = (stock / needed) * base;
    const free = (full / needed) * base;
    yuan[at] = halves ? (limit + base) / 2 : limit;
    turn.freeInputs = Math.min(turn.freeInputs, halves ? (free + base) / 2 : free);
  }
}

/** Whose the deviation of output is. */
export function blendOutput(books: Books, i: number): void {
  const { layout, levels, blend, carriers, board, chain, turn, staff, day } = books;
  const { segmentStarts } = layout;
  const first = segmentStarts[i];
  const count = 2 + segmentStarts[i + 1] - first;
  const base = chain.enterprises.baseOutputYuan[i];
  const output = board.outputYuan[i];
  if (output < base) {
    const { borne } = levels;
    shareOfMin(levels.yuan, count, base, borne);
    blend.add(borne[0], turn.wanted);
    blend.add(borne[1], turn.capacity);
    for (let at = 2; at < count; at++) blend.add(borne[at], carriers.stock + first + at - 2);
  } else if (output > base) blend.add(1, turn.wanted);
  blend.afresh(carriers.scratch.output);
  turn.output = carriers.scratch.output;
  staff.remember(blend, turn.output, board, i, day);
}

// Staff and masks. What they leave of capacity is (L m)^theta, L on post over normal staff, m the share of those with a mask.
// What it lacks of 1 is divided like a product's: (1 - L)(1 + m)/2 to labour, (1 - m)(1 + L)/2 to what withholds masks.
// Masks that the desk's rule refuses because the meter reads too little are the doing of whatever held output down on the
// day that was looked at: they carry the composition of output; all others are the scenario's, the cause `masks`.
import { electricityReading, type Chain, type Levers } from '#libs/model';
import type { DayBoard } from '../day-board';
import type { Blend } from './blend';
import type { Carriers } from './carriers';
import type { RootCauses } from './causes';

/** The desk decides a day after the report, and what it grants arrives a day later. */
const DECIDED_AFTER = 2;

export class StaffShortage {
  readonly #labour: Int32Array;
  readonly #masks: Int32Array;
  /** Asked and output over base of the last days, and whether electricity was the key, by day mod 3. */
  readonly #asked: readonly Float64Array[];
  readonly #outputRatio: readonly Float64Array[];
  readonly #isKey = [false, false, false];

  constructor(
    private readonly chain: Chain,
    causes: RootCauses,
    private readonly carriers: Carriers,
  ) {
    const { count, sector } = chain.enterprises;
    const rowsOf = (cause: 'labour' | 'masks'): Int32Array =>
      Int32Array.from(
        sector,
        (at) => carriers.terminal + causes.number(chain.sectors[at].outside ? 'external-input' : cause, at),
      );
    this.#labour = rowsOf('labour');
    this.#masks = rowsOf('masks');
    const history = (): Float64Array[] => [0, 1, 2].map(() => new Float64Array(chain.masks ? count : 0));
    this.#asked = history();
    this.#outputRatio = history();
  }

  /** Notes the desk's rule of the day. */
  read({ support }: Levers, day: number): void {
    this.#isKey[day % 3] = support.isElectricityKey > 0;
  }

  /** Whose today's shortage of staff at work is. */
  blend(blend: Blend, board: DayBoard, i: number, day: number): void {
    if (!this.chain.workers) return;
    const labour = board.labourRatio[i];
    const masks = board.maskRatio[i];
    if (labour < 1) blend.add(((1 - labour) * (1 + masks)) / 2, this.#labour[i]);
    if (masks < 1) this.#addMasks(blend, board, i, day, ((1 - masks) * (1 + labour)) / 2);
    blend.afresh(this.carriers.staff + i);
  }

  /** Keeps what the desk will have looked at. @param output row of today's output */
  remember(blend: Blend, output: number, board: DayBoard, i: number, day: number): void {
    const { workers, masks, enterprises } = this.chain;
    if (!workers || !masks) return;
    this.#asked[day % 3][i] = board.masksAsked[i];
    this.#outputRatio[day % 3][i] = board.outputYuan[i] / enterprises.baseOutputYuan[i];
    blend.add(1, output);
    blend.afresh(this.carriers.outputBefore + i);
  }

  #addMasks(blend: Blend, board: DayBoard, i: number, day: number, size: number): void {
    const { masks } = this.chain;
    if (!masks) return;
    const short = masks.perWorkerDay * board.onPostHeads[i] * (1 - board.maskRatio[i]);
    const refused = short > 0 ? Math.min(short, this.#refused(i, day)) / short : 0;
    blend.add(size * refused, this.carriers.outputBefore + i);
    blend.add(size * (1 - refused), this.#masks[i]);
  }

  /** Masks that did not arrive today because the meter read too little on the day reported. */
  #refused(i: number, day: number): number {
    const { masks } = this.chain;
    const seen = day - DECIDED_AFTER;
    const { touched } = this.carriers.compositions;
    if (!masks || seen < 0 || !this.#isKey[(day - 1) % 3] || touched[this.carriers.outputBefore + i] === 0) return 0;
    const reading = electricityReading(masks.idleRatio, this.#outputRatio[seen % 3][i]);
    return reading < masks.thresholdRatio ? this.#asked[seen % 3][i] : 0;
  }
}

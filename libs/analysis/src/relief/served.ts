// What reaches final demand in a day.
import type { Frame } from '#libs/kernel';
import type { Chain } from '#libs/model';
import { DayBoard } from '../day-board';

export class ServedFinal {
  readonly #board: DayBoard;

  constructor(private readonly chain: Chain) {
    this.#board = new DayBoard(chain, ['finalServedYuan']);
  }

  /** Yuan at base prices; sellers outside do not count. */
  ofDay(frames: readonly Frame[]): number {
    this.#board.read(frames);
    const { sectors, enterprises } = this.chain;
    let served = 0;
    for (let i = 0; i < enterprises.count; i++)
      if (!sectors[enterprises.sector[i]].outside) served += this.#board.finalServedYuan[i];
    return served;
  }
}

// Rows of the root causes that an enterprise can be the origin of, looked up once; -1 where a cause cannot be.
import type { LossCause } from '#libs/messages';
import type { Chain } from '#libs/model';
import type { RootCauses } from './causes';

export class CauseRows {
  readonly finalDemand: Int32Array;
  readonly finishedTarget: Int32Array;

  constructor(
    private readonly chain: Chain,
    causes: RootCauses,
    terminal: number,
  ) {
    const { sector } = chain.enterprises;
    const of = (cause: LossCause): Int32Array =>
      Int32Array.from(sector, (at) => (causes.number(cause, at) < 0 ? -1 : terminal + causes.number(cause, at)));
    this.finalDemand = of('final-demand');
    this.finishedTarget = of('finished-target');
  }

  /** A cause that acts on an enterprise and is not among the run's: a defect of the list. */
  unforeseen(cause: LossCause, i: number): Error {
    const { ids, sector } = this.chain.enterprises;
    return new Error(`${cause} of ${this.chain.sectors[sector[i]].id} acts on ${ids[i]}, unforeseen by the scenario`);
  }
}

// A run's losses by root cause: day by day the largest, over the run all of them. In value added, so that a metre counts
// once, like the lost output beside it.
import type { Chain } from '#libs/model';
import type { RootCause } from './causes';
import type { RunSummary } from '../summary';

/** Less than this share of the day's value added lost: nothing holds the chain back. */
const LEAST_LOSS = 0.01;

interface DayShares {
  readonly day: number;
  readonly grossYuan: Float64Array;
  readonly valueAddedYuan: Float64Array;
}

export type LossSummary = Required<{
  readonly [Key in 'losses' | 'bottleneck']: NonNullable<RunSummary[Key]>;
}>;

/** What a day lost. */
export interface FoldedLosses {
  /** Causes by what they took, the largest first. */
  readonly losses: LossSummary['losses'];
  /** Null on a day that loses less than 1 %; since when the same pair has led, day after day. */
  readonly bottleneck: (LossSummary['losses'][number] & { readonly sinceDay: number }) | null;
}

export class LossFold {
  readonly #total: Float64Array;
  readonly #bottleneck: LossSummary['bottleneck'][number][] = [];
  #sinceDay = 0;
  readonly #baseYuan: number;

  constructor(
    private readonly chain: Chain,
    private readonly causes: readonly RootCause[],
  ) {
    const { sector, valueAddedYuan } = chain.enterprises;
    this.#total = new Float64Array(causes.length);
    this.#baseYuan = valueAddedYuan.reduce((sum, yuan, i) => sum + (chain.sectors[sector[i]].outside ? 0 : yuan), 0);
  }

  /** @param shares sectors that lose x causes, row-major, as `LossAccounts` gives them; days in order */
  fold({ day, valueAddedYuan }: DayShares): FoldedLosses {
    const ofDay = new Float64Array(this.causes.length);
    valueAddedYuan.forEach((yuan, at) => (ofDay[at % ofDay.length] += yuan));
    let worst = 0;
    let lost = 0;
    ofDay.forEach((yuan, k) => {
      this.#total[k] += yuan;
      lost += yuan;
      if (yuan > ofDay[worst]) worst = k;
    });
    const losses = this.#ranked(ofDay, lost);
    if (!(lost > LEAST_LOSS * this.#baseYuan)) return { losses, bottleneck: null };
    const { cause, sector } = this.causes[worst];
    const found = { day, cause, sector: this.#idOf(sector), share: ofDay[worst] / lost };
    const last = this.#bottleneck.at(-1);
    const isSame = last?.day === day - 1 && last.cause === cause && last.sector === found.sector;
    if (!isSame) this.#sinceDay = day;
    this.#bottleneck.push(found);
    const { sector: at, share } = found;
    return { losses, bottleneck: { cause, sector: at, yuan: ofDay[worst], share, sinceDay: this.#sinceDay } };
  }

  /** Causes by what they took, the largest first. */
  summary(): LossSummary {
    const lost = this.#total.reduce((sum, yuan) => sum + yuan, 0);
    return { losses: this.#ranked(this.#total, lost), bottleneck: this.#bottleneck };
  }

  #ranked(yuanByCause: Float64Array, lost: number): LossSummary['losses'] {
    return this.causes
      .map(({ cause, sector }, k) => ({
        cause,
        sector: this.#idOf(sector),
        yuan: yuanByCause[k],
        share: yuanByCause[k] / lost,
      }))
      .filter(({ yuan }) => yuan > 0)
      .sort((a, b) => b.yuan - a.yuan);
  }

  #idOf(sector: number): string | null {
    return sector < 0 ? null : this.chain.sectors[sector].id;
  }
}

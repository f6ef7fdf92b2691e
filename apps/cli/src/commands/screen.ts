// `resumption screen FILE`: which enterprises matter most, by what stops when each of them closes.
import { networkOf, rankEnterprises } from '#libs/analysis';
import type { CompiledScenario } from '#libs/scenario';
import type { Context } from '../context';
import { wholeNumber, type OverrideOptions } from '../overrides';
import { drawScreening, type ScreenedChain } from '../terminal';
import { prepareRun } from './run';

export interface ScreenOptions extends Pick<OverrideOptions, 'set'> {
  readonly top?: string;
  readonly json?: boolean;
}

export const DEFAULT_TOP = '20';
const MOST_TOP = 2_000_000;

export function screen(path: string, options: ScreenOptions, context: Context): void {
  const top = wholeNumber('--top', options.top ?? DEFAULT_TOP, { least: 1, most: MOST_TOP });
  const { compiled } = prepareRun(path, options);
  const screened = screenChain(compiled, top);
  context.out(options.json ? `${JSON.stringify(screened)}\n` : `${drawScreening(screened, context)}\n`);
}

/** The `top` enterprises of a chain by index. */
function screenChain({ chain, spec }: CompiledScenario, top: number): ScreenedChain {
  const { enterprises, sectors, links } = chain;
  const { byIndex, indexRatio, othersBelowHalf } = rankEnterprises(networkOf(chain));
  return {
    scenario: { id: spec.id, name: spec.name },
    seed: spec.seed,
    enterprises: enterprises.count,
    links: links.count,
    ranking: Array.from(byIndex.subarray(0, top), (row, index) => {
      const { id: sector, outside } = sectors[enterprises.sector[row]];
      return {
        rank: index + 1,
        enterprise: enterprises.ids[row],
        sector,
        sectorName: spec.sectors[sector].name ?? { en: sector },
        outside,
        indexRatio: indexRatio[row],
        othersBelowHalf: othersBelowHalf[row],
      };
    }),
  };
}

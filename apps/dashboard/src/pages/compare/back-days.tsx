// When the chain and each sector are back at 80, 90 and 95 %, and by how many days that changed.
import { signed } from '#libs/words';
import type { ReactNode } from 'react';
import { Defined } from '../../charts';
import { useSpeech } from '../../words/language';
import type { CompareView } from './curves';
import { LEVELS, type Level, type ScopeComparison } from './shape';

const PERCENTS: Readonly<Record<Level, number>> = { day80: 80, day90: 90, day95: 95 };

export function BackDays({
  view,
  isOnlyDiffering,
}: {
  readonly view: CompareView;
  readonly isOnlyDiffering: boolean;
}): ReactNode {
  const { comparison, said, at } = view;
  const { words } = said;
  const { shared } = useSpeech();
  const isDiffering = (scope: ScopeComparison): boolean => LEVELS.some((level) => scope[level][at] !== scope[level][0]);
  const scopes = comparison.scopes.filter((scope) => scope.sector === null || !isOnlyDiffering || isDiffering(scope));
  return (
    <section className="chart" aria-label={words.backTitle}>
      <header>
        <h2>
          <Defined name="day80">{words.backTitle}</Defined>
        </h2>
        <p className="label chart-note">{words.backNote}</p>
      </header>
      <table className="compare-back">
        <thead>
          <tr>
            <th scope="col">{shared.sector}</th>
            {LEVELS.map((level) => (
              <th key={level} scope="col" className="number" colSpan={2}>
                {shared.backAt(PERCENTS[level])}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scopes.map((scope) => (
            <tr key={scope.sector ?? ''} className={scope.sector === null ? 'whole' : ''}>
              <th scope="row">{scope.sector === null ? words.chain : said.sector(scope.sector)}</th>
              {LEVELS.map((level) => (
                <BackCells key={level} days={scope[level]} view={view} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function BackCells({
  days,
  view,
}: {
  readonly days: readonly (number | null)[];
  readonly view: CompareView;
}): ReactNode {
  const { said, at } = view;
  const { words, dates } = said;
  const [before, after] = [days[0], days[at]];
  if (after === null) {
    return (
      <>
        <td className="number note" title={words.notBy(dates.of(view.comparison.days - 1))}>
          –
        </td>
        <td className="gap">{before === null ? '' : `✗`}</td>
      </>
    );
  }
  const gap = before === null ? null : after - before;
  return (
    <>
      <td className="number">{dates.of(after)}</td>
      <td className={`gap ${gap !== null && gap < 0 ? 'better' : gap === 0 ? 'same' : 'worse'}`}>
        {gap === null ? '✓' : gap === 0 ? '0' : words.daysApart(signed(gap))}
      </td>
    </>
  );
}

// What each cause cost in the two runs, the largest first, and what stays the bottleneck.
import type { ReactNode } from 'react';
import { Chart, Defined } from '../../charts';
import { useSpeech } from '../../words/language';
import type { CompareView } from './curves';
import { isAccounted } from './finding';
import type { CauseLoss } from './shape';

const SHOWN = 7;
/** Differences below it are no difference. */
const ROUNDING_YUAN = 0.5;

export function LostByCause({ view }: { readonly view: CompareView }): ReactNode {
  const { comparison, said, at } = view;
  const { words, dates } = said;
  const { yuan } = useSpeech();
  const { losses, days, runs } = comparison;
  const rows = joined(losses, at);
  const most = Math.max(1, ...rows.flatMap(({ before, after }) => [before, after]));
  const stuck = losses.reduce<CauseLoss | undefined>(
    (largest, one) => ((one.lostYuan[at] ?? 0) > (largest?.lostYuan[at] ?? 0) ? one : largest),
    undefined,
  );
  const nameOf = (row: Row): string => (row.of ? said.cause(row.of) : words.other(row.count));
  return (
    <Chart
      id="losses"
      title={<Defined name="losses">{words.lossTitle}</Defined>}
      name={words.lossTitle}
      note={words.lossNote(dates.range(0, days - 1))}
      table={() => ({
        columns: [words.lossTitle, ...runs.map((_, of) => said.run(of)), words.difference],
        rows: losses.map((one) => [
          said.cause(one),
          ...one.lostYuan.map((lost) => (lost === null ? '–' : yuan(lost))),
          changeOf((one.lostYuan[at] ?? 0) - (one.lostYuan[0] ?? 0), yuan),
        ]),
      })}
    >
      {() =>
        rows.length === 0 ? (
          <p className="label">{words.noLosses}</p>
        ) : !isAccounted(comparison, at) || !isAccounted(comparison, 0) ? (
          <p className="label">{words.notAccounted}</p>
        ) : (
          <>
            <p className="label compare-key">
              <span>
                <i className="base" /> {words.base} {yuan(sumOf(losses, 0))}
              </span>
              <span>
                <i className="fork" /> {said.run(at)} {yuan(sumOf(losses, at))}
              </span>
            </p>
            <ul className="compare-losses">
              {rows.map((row) => (
                <li key={nameOf(row)} className={row.of !== null && row.of === stuck ? 'stuck' : ''}>
                  <span className="name">
                    {row.of !== null && row.of === stuck ? '▲ ' : ''}
                    {nameOf(row)}
                  </span>
                  <span className="bars">
                    <i className="base" style={{ width: `${(row.before / most) * 100}%` }} title={yuan(row.before)} />
                    <i className="fork" style={{ width: `${(row.after / most) * 100}%` }} title={yuan(row.after)} />
                  </span>
                  <span className="gap">{changeOf(row.after - row.before, yuan)}</span>
                </li>
              ))}
            </ul>
          </>
        )
      }
    </Chart>
  );
}

interface Row {
  readonly of: CauseLoss | null;
  readonly before: number;
  readonly after: number;
  readonly count: number;
}

function joined(losses: readonly CauseLoss[], at: number): Row[] {
  const rows = losses.map((of): Row => ({ of, before: of.lostYuan[0] ?? 0, after: of.lostYuan[at] ?? 0, count: 1 }));
  const rest = rows.slice(SHOWN);
  if (rest.length < 2) return rows;
  const sum = (value: (row: Row) => number): number => rest.reduce((all, row) => all + value(row), 0);
  return [
    ...rows.slice(0, SHOWN),
    { of: null, before: sum(({ before }) => before), after: sum(({ after }) => after), count: rest.length },
  ];
}

const sumOf = (losses: readonly CauseLoss[], run: number): number =>
  losses.reduce((sum, { lostYuan }) => sum + (lostYuan[run] ?? 0), 0);

/** A difference with its sign; 0 where there is none. */
export function changeOf(gap: number, yuan: (value: number) => string): string {
  if (Math.abs(gap) < ROUNDING_YUAN) return '0';
  return gap > 0 ? `+${yuan(gap)}` : yuan(gap);
}

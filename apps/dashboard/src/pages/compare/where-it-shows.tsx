// Where it shows: difference of each sector on each day, teal where the fork is better, grey where it is worse.
import { signed } from '#libs/words';
import type { ReactNode } from 'react';
import { Chart, dayAxis, DayTicks, Playhead } from '../../charts';
import type { CompareView } from './curves';
import { axisDaysOf } from './shape';
import { ROUNDING, sectorSpreads, type SectorSpread } from './differences';

const ROW = 22;
const CELL = 18;
/** Differences of so much have the full colour, where none is larger. */
const LEAST_FULL = 0.05;

export function WhereItShows({
  view,
  isOnlyDiffering,
}: {
  readonly view: CompareView;
  readonly isOnlyDiffering: boolean;
}): ReactNode {
  const { comparison, said, at, rate } = view;
  const { words, dates } = said;
  const spreads = sectorSpreads(comparison, at, rate).filter(
    ({ most }) => !isOnlyDiffering || Math.abs(most) >= ROUNDING,
  );
  return (
    <Chart
      id="where"
      title={words.where}
      name={words.where}
      note={words.whereNote}
      height={spreads.length * ROW + 20}
      table={() => ({
        columns: [words.day, ...spreads.map(({ sector }) => said.sector(sector))],
        rows: Array.from({ length: comparison.days }, (_, day) => [
          dates.of(day),
          ...spreads.map(({ by }) => signed(by[day] * 100, 1)),
        ]),
      })}
    >
      {(width) => <Heat {...{ view, spreads, width }} />}
    </Chart>
  );
}

interface HeatShape {
  readonly view: CompareView;
  readonly spreads: readonly SectorSpread[];
  readonly width: number;
}

function Heat({ view, spreads, width }: HeatShape): ReactNode {
  const { comparison, said, day } = view;
  const { words, dates } = said;
  const axis = dayAxis({ days: axisDaysOf(comparison), left: width < 560 ? 72 : 92, right: width - 52 });
  const full = Math.max(LEAST_FULL, ...spreads.map(({ most }) => Math.abs(most)));
  const bottom = spreads.length * ROW;
  const gap = axis.step > 4 ? 1 : 0;
  return (
    <svg
      width={width}
      height={bottom + 20}
      role="img"
      aria-label={spreads.map(({ sector, most }) => `${said.sector(sector)} ${signed(most * 100, 1)}`).join(', ')}
    >
      {spreads.map(({ sector, by, most, mostDay }, at) => (
        <g key={sector}>
          <title>{`${said.sector(sector)}: ${words.points(signed(most * 100, 1))}, ${dates.of(mostDay)}`}</title>
          <text x={0} y={at * ROW + 13}>
            {said.sector(sector)}
          </text>
          {by.map((value, of) => (
            <rect
              key={of}
              x={axis.x(of)}
              y={at * ROW}
              width={Math.max(0.5, axis.step - gap)}
              height={CELL}
              style={{ fill: colourOf(value, full) }}
            />
          ))}
          <text x={width} y={at * ROW + 13} textAnchor="end" className="most">
            {Math.abs(most) < ROUNDING ? '0' : signed(most * 100, Math.abs(most) < 0.1 ? 1 : 0)}
          </text>
        </g>
      ))}
      <Playhead axis={axis} day={day} top={0} bottom={bottom - 4} />
      <DayTicks axis={axis} dates={dates} y={bottom + 12} />
    </svg>
  );
}

/** Better mixes teal into the ghost, worse the ink. */
function colourOf(value: number, full: number): string {
  if (Math.abs(value) < ROUNDING) return 'var(--ghost)';
  const much = Math.round(12 + 88 * Math.min(1, Math.abs(value) / full));
  return `color-mix(in srgb, ${value > 0 ? 'var(--recovery-5)' : 'var(--ink-2)'} ${much}%, var(--ghost))`;
}

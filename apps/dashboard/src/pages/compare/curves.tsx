// The chain's rate in each run on one axis, the difference shaded, and when 80 % is reached.
import { percent, signed } from '#libs/words';
import { area } from 'd3-shape';
import type { ReactNode } from 'react';
import {
  Chart,
  Curve,
  dayAxis,
  DayTicks,
  Defined,
  Playhead,
  PlayheadDate,
  RatioGrid,
  ratioScale,
  type DayAxis,
} from '../../charts';
import { choose } from '../../state/place';
import { spreadOf } from './differences';
import { axisDaysOf, type Comparison, type Rate } from './shape';
import type { Said } from './use-said';

const HEIGHT = 300;
const TOP = 14;
const BOTTOM = HEIGHT - 26;
/** Dashes of the third run and of those after it. */
const DASHES = ['8 3 2 3', '2 3', '12 4', '4 2 1 2'];
const LEVEL = 0.8;
/** Below this width one note at the fork is enough. */
const NARROW = 560;

/** Of a run that is neither the first nor the one held against it. */
export function dashOf(of: number, at: number): string {
  return DASHES[(of < at ? of - 1 : of - 2) % DASHES.length];
}

export interface CompareView {
  readonly comparison: Comparison;
  readonly said: Said;
  /** The run that is held against the first. */
  readonly at: number;
  readonly rate: Rate;
  /** The day that is looked at. */
  readonly day: number;
}

export function Curves({ view }: { readonly view: CompareView }): ReactNode {
  const { comparison, said, at, rate } = view;
  const { words, dates } = said;
  const { chains, days } = comparison;
  const spread = spreadOf(chains[0][rate], chains[at][rate], days);
  const name = words.wholeChain(words.rates[rate]);
  const points = words.points(signed(spread.most * 100, 1));
  const isNone = Math.abs(spread.most) < 0.00005;
  return (
    <Chart
      id="curves"
      title={<Defined name={rate}>{name}</Defined>}
      name={name}
      note={isNone ? words.noneShaded : words.shaded(points, dates.of(spread.mostDay))}
      height={HEIGHT}
      csv={csvOf(comparison, rate)}
      table={() => ({
        columns: [words.day, ...comparison.runs.map((_, run) => said.run(run)), words.difference],
        rows: spread.by.map((gap, day) => [
          dates.of(day),
          ...chains.map((chain) => percent(chain[rate][day], 1)),
          signed(gap * 100, 1),
        ]),
      })}
    >
      {(width) => <Plot view={view} width={width} />}
    </Chart>
  );
}

/** The rate of each run by day, unrounded, as a file. */
function csvOf({ runs, chains, days }: Comparison, rate: Rate): string {
  const rows = Array.from({ length: days }, (_, day) => [day, ...chains.map((chain) => chain[rate][day])].join(','));
  const text = [['day', ...runs.map(({ run }) => run)].join(','), ...rows, ''].join('\n');
  return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
}

function Plot({ view, width }: { readonly view: CompareView; readonly width: number }): ReactNode {
  const { comparison, said, at, rate, day } = view;
  const { words, dates } = said;
  const { chains, days, runs } = comparison;
  const all = axisDaysOf(comparison);
  const axis = dayAxis({ days: all, left: 44, right: width - 8 });
  const y = ratioScale(TOP, BOTTOM);
  const [base, fork] = [chains[0][rate], chains[at][rate]];
  const shade = area<number>()
    .x((_, of) => axis.centre(of))
    .y0((_, of) => y(base[of]))
    .y1((value) => y(value))(fork.slice(0, days));
  const forkDay = runs[at].forkedFrom?.day;
  const others = chains.map((_, of) => of).filter((of) => of !== 0 && of !== at);
  return (
    <svg
      width={width}
      height={HEIGHT}
      role="img"
      aria-label={`${words.wholeChain(words.rates[rate])}: ${runs.map((_, of) => `${said.run(of)} ${percent(chains[of][rate][day])}`).join(', ')}`}
      onPointerDown={(event) => {
        const { left } = event.currentTarget.getBoundingClientRect();
        choose({ day: Math.min(days - 1, axis.dayAt(event.clientX - left)) });
      }}
    >
      <RatioGrid axis={axis} y={y} />
      {shade && <path className="compare-shade" d={shade} />}
      {others.map((of) => (
        <Curve key={of} axis={axis} y={y} values={chains[of][rate].slice(0, days)} kind="base" dash={dashOf(of, at)} />
      ))}
      <Curve axis={axis} y={y} values={base.slice(0, days)} kind="base" />
      <Curve axis={axis} y={y} values={fork.slice(0, days)} kind="fork" />
      {forkDay !== undefined && forkDay > 0 && forkDay < all && (
        <ForkLine
          x={axis.x(forkDay)}
          texts={[words.forkedAt(dates.of(forkDay)), ...(width < NARROW ? [] : [words.sameBefore])]}
        />
      )}
      {rate === 'capacityRecovery' && <Eighty {...{ view, axis, y }} />}
      <Playhead axis={axis} day={day} top={TOP} bottom={BOTTOM} />
      <DayTicks axis={axis} dates={dates} y={HEIGHT - 6} day={day} />
      <PlayheadDate axis={axis} day={day} text={dates.of(day)} y={HEIGHT - 6} />
    </svg>
  );
}

function ForkLine({ x, texts }: { readonly x: number; readonly texts: readonly string[] }): ReactNode {
  const isTight = x < 160;
  return (
    <g className="compare-fork">
      <line x1={x} x2={x} y1={TOP} y2={BOTTOM} />
      {texts.map((text, at) => (
        <text
          key={text}
          x={isTight ? x + 6 : x - 6}
          y={TOP + 10 + at * 15}
          textAnchor={isTight ? 'start' : 'end'}
          className="note-text"
        >
          {text}
        </text>
      ))}
    </g>
  );
}

interface EightyShape {
  readonly view: CompareView;
  readonly axis: DayAxis;
  readonly y: (ratio: number) => number;
}

/** When each of the two is back at 80 %, joined where the days differ. */
function Eighty({ view: { comparison, said, at }, axis, y }: EightyShape): ReactNode {
  const [before, after] = [comparison.scopes[0].day80[0], comparison.scopes[0].day80[at]];
  if (before === null || after === null || before === after) return null;
  const [x, other] = [axis.centre(after), axis.centre(before)];
  const isLeft = Math.max(x, other) > (axis.left + axis.right) * 0.62;
  return (
    <g className="compare-eighty">
      <line x1={x} x2={other} y1={y(LEVEL)} y2={y(LEVEL)} />
      <circle className="before" cx={other} cy={y(LEVEL)} r={4} />
      <circle className="after" cx={x} cy={y(LEVEL)} r={4} />
      <text
        x={isLeft ? Math.min(x, other) - 10 : Math.max(x, other) + 10}
        y={y(LEVEL) + 20}
        textAnchor={isLeft ? 'end' : 'start'}
      >
        {said.words.eightyInstead(said.dates.of(after), said.dates.of(before))}
      </text>
    </g>
  );
}

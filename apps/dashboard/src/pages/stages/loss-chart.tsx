// What the sector loses a day by root cause: what arose here at the bottom, what arrived from elsewhere above a line.
import type { ReactNode } from 'react';
import { Chart, dayAxis, DayTicks, Defined, Playhead, PlayheadDate, type DayAxis } from '../../charts';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { LEFT, RIGHT } from './recovery-chart';
import { bottleneckOf, keyOf, lossSeries, type CauseSeries, type SectorOfDay } from './stage-days';
import { STAGES_WORDS } from './words';

const TOP = 8;
const BOTTOM = 148;
const DATES = 172;
const TOLD_APART = 6;

interface Props {
  readonly sector: string;
  readonly name: string;
  readonly days: readonly SectorOfDay[];
}

interface Layer {
  readonly key: string;
  readonly label: string;
  readonly tone: string;
  readonly isOwn: boolean;
  readonly isStuck: boolean;
  readonly values: readonly number[];
}

export function LossChart({ sector, name, days }: Props): ReactNode {
  const { run, day, look } = useScope();
  const { language, yuan } = useSpeech();
  const words = STAGES_WORDS[language];
  const dates = useDates();
  const { layers, mostYuan } = useLayers(days, sector);
  const table = () => ({
    columns: [words.day, ...layers.map(({ label, isOwn }) => `${label}, ${isOwn ? words.own : words.arriving}`)],
    rows: days.map((_, at) => [dates.of(at), ...layers.map(({ values }) => yuan(values[at]))]),
  });
  return (
    <Chart
      id="losses"
      title={<Defined name="losses">{words.lossTitle}</Defined>}
      note={words.lossNote}
      name={`${name}: ${words.lossTitle}`}
      table={table}
      height={DATES + 8}
    >
      {(width) => {
        const axis = dayAxis({ days: run.days, left: LEFT, right: width - RIGHT });
        return (
          <>
            <svg
              width={width}
              height={DATES + 8}
              onClick={(event) =>
                look(
                  Math.min(
                    days.length - 1,
                    axis.dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left),
                  ),
                )
              }
            >
              <text className="note-text" x={LEFT - 8} y={TOP + 8} textAnchor="end">
                {yuanShort(mostYuan, yuan)}
              </text>
              <line className="base-line" x1={LEFT} x2={width - RIGHT} y1={BOTTOM} y2={BOTTOM} />
              <Bars {...{ axis, layers, mostYuan, day }} />
              <Playhead axis={axis} day={day} top={0} bottom={BOTTOM + 4} />
              <DayTicks axis={axis} dates={dates} y={DATES} day={day} />
              <PlayheadDate axis={axis} day={day} text={dates.of(day)} y={DATES} />
            </svg>
            <Legend layers={layers} day={day} />
          </>
        );
      }}
    </Chart>
  );
}

const yuanShort = (value: number, yuan: (value: number) => string): string => yuan(value).replace(/ yuan$/, '');

function useLayers(
  days: readonly SectorOfDay[],
  sector: string,
): { readonly layers: readonly Layer[]; readonly mostYuan: number } {
  const { chain, days: all, day } = useScope();
  const bottleneck = bottleneckOf(all, day);
  const { language, nameOf, shared } = useSpeech();
  const words = STAGES_WORDS[language];
  const { causes, other, mostYuan } = lossSeries(days, sector, TOLD_APART);
  const stuck = bottleneck ? keyOf(bottleneck) : undefined;
  const labelOf = (one: CauseSeries): string => {
    const where = chain.sectors.find(({ id }) => id === one.sector);
    return `${where ? nameOf(where.name) : (one.sector ?? shared.roads)} · ${shared.causes[one.cause]}`;
  };
  // Greys in order of size, so that the larger is the darker.
  const bySize = [...causes].sort((a, b) => sum(b.values) - sum(a.values)).filter(({ key }) => key !== stuck);
  const layers: Layer[] = causes.map((one) => ({
    ...{ key: one.key, label: labelOf(one), isOwn: one.isOwn, isStuck: one.key === stuck, values: one.values },
    tone: one.key === stuck ? 'stuck' : `other-${Math.min(3, bySize.indexOf(one))}`,
  }));
  if (other.some((value) => value > mostYuan / 200)) {
    layers.push({ key: 'other', label: words.other, tone: 'other-4', isOwn: false, isStuck: false, values: other });
  }
  return { layers, mostYuan };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

interface BarsShape {
  readonly axis: DayAxis;
  readonly layers: readonly Layer[];
  readonly mostYuan: number;
  readonly day: number;
}

function Bars({ axis, layers, mostYuan, day }: BarsShape): ReactNode {
  const { yuan } = useSpeech();
  const scale = (BOTTOM - TOP) / Math.max(1, mostYuan);
  const count = layers[0]?.values.length ?? 0;
  const width = Math.max(0.5, axis.step - (axis.step > 4 ? 1 : 0));
  return Array.from({ length: count }, (_, at) => {
    let top = BOTTOM;
    let wasOwn = true;
    return (
      <g key={at} className={at > day ? 'loss-day after' : 'loss-day'} aria-hidden="true">
        {layers.map(({ key, label, tone, isOwn, values }) => {
          const height = values[at] * scale;
          if (height < 0.25) return null;
          // A gap where what arrived begins.
          if (wasOwn && !isOwn && top < BOTTOM) top -= 2;
          wasOwn = isOwn;
          top -= height;
          return (
            <rect key={key} className={tone} x={axis.x(at)} y={top} width={width} height={height}>
              <title>{`${label}: ${yuan(values[at])}`}</title>
            </rect>
          );
        })}
      </g>
    );
  });
}

/** The causes with what each takes on the day: the words of the bars. */
function Legend({ layers, day }: { readonly layers: readonly Layer[]; readonly day: number }): ReactNode {
  const { language, yuan } = useSpeech();
  const words = STAGES_WORDS[language];
  const groups = [
    { title: words.arriving, those: layers.filter(({ isOwn }) => !isOwn).reverse() },
    { title: words.own, those: layers.filter(({ isOwn }) => isOwn).reverse() },
  ];
  return (
    <div className="loss-legend">
      {groups
        .filter(({ those }) => those.length > 0)
        .map(({ title, those }) => (
          <div key={title}>
            <h3>{title}</h3>
            <ul>
              {those.map(({ key, label, tone, isStuck, values }) => (
                <li key={key} className={isStuck ? 'is-stuck' : (values.at(day) ?? 0) < 1 ? 'is-over' : undefined}>
                  <i className={tone} aria-hidden="true" /> {isStuck ? '▲ ' : ''}
                  {label} {(values.at(day) ?? 0) < 1 ? <span>–</span> : <b>{yuan(values.at(day) ?? 0)}</b>}
                </li>
              ))}
            </ul>
          </div>
        ))}
    </div>
  );
}

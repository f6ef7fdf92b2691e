// How it got here: days of the enterprise and of those that let it down, one below the other, with the shortage as a line.
import type { Enterprise } from '#libs/api';
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ask } from '../../api/client';
import { useAnswer } from '../../api/queries';
import { Chart, dayAxis, DayTicks, Playhead, Strip } from '../../charts';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { useNames } from './names';
import { windowOf, type Station } from './path';
import { WHY_WORDS } from './words';

const ROW = 38;
const HEIGHT = 20;
const WIDE = 560;

export function Way({
  enterprise,
  path,
}: {
  readonly enterprise: string;
  readonly path: readonly Station[];
}): ReactNode {
  const { run, day, days } = useScope();
  const { language, percent, shared } = useSpeech();
  const words = WHY_WORDS[language];
  const dates = useDates();
  const isWay = path.length > 1;
  const suppliers = useLargestSuppliers(enterprise, !isWay);
  const stations: readonly Station[] = isWay ? path : [...suppliers.map((id) => ({ id, short: null })), ...path];
  const found = useQueries({
    queries: stations.map(({ id }) => ({
      queryKey: ['readEnterprise', { params: { run: run.id, id } }, days.length],
      queryFn: () => ask('readEnterprise', { params: { run: run.id, id } }),
      staleTime: Infinity,
    })),
  }).map(({ data }) => data);
  const { from, to } = windowOf(stations, day, days.length - 1);
  const title = isWay ? words.wayTitle : words.chainTitle;
  return (
    <Chart
      id="way"
      title={title}
      name={title}
      note={isWay ? words.wayNote : words.chainNote}
      height={stations.length * ROW + 24}
      table={() => ({
        columns: [shared.enterprise, ...range(from, to).map(dates.of)],
        rows: stations.map(({ id }, at) => [
          id,
          ...range(from, to).map((one) => percent(found[at]?.ratio[one] ?? NaN)),
        ]),
      })}
    >
      {(width) => <Strips {...{ width, stations, found, from, to }} />}
    </Chart>
  );
}

/** An id that fits in front of its strip. */
const shortened = (id: string, most: number): string => (id.length > most ? `${id.slice(0, most - 1)}…` : id);

const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

/** Its largest supplier inside the chain, and the largest of that one. */
function useLargestSuppliers(enterprise: string, enabled: boolean): readonly string[] {
  const { run } = useScope();
  const first = useLargest(run.id, enterprise, enabled, []);
  const second = useLargest(run.id, first ?? '', enabled && first !== undefined, [enterprise]);
  return [second, first].filter((id) => id !== undefined);
}

function useLargest(run: string, id: string, enabled: boolean, not: readonly string[]): string | undefined {
  const { chain } = useScope();
  const known = useAnswer('readEnterprise', { params: { run, id } }, { enabled, isSealed: true });
  const inside = known.data?.suppliers.filter(
    ({ id: of, sector }) => !not.includes(of) && chain.sectors.some((one) => one.id === sector),
  );
  return inside?.reduce<(typeof inside)[number] | undefined>(
    (most, one) => (most === undefined || one.baseYuan > most.baseYuan ? one : most),
    undefined,
  )?.id;
}

interface StripsShape {
  readonly width: number;
  readonly stations: readonly Station[];
  readonly found: readonly (Enterprise | undefined)[];
  readonly from: number;
  readonly to: number;
}

function Strips({ width, stations, found, from, to }: StripsShape): ReactNode {
  const { day } = useScope();
  const dates = useDates();
  const { language } = useSpeech();
  const isWide = width >= WIDE;
  const axis = dayAxis({ days: to - from + 1, left: isWide ? 148 : 92, right: width - (isWide ? 132 : 44) });
  const bottom = stations.length * ROW;
  const shifted = { ...dates, of: (one: number) => dates.of(one + from) };
  return (
    <svg width={width} height={bottom + 22} role="img" aria-label={WHY_WORDS[language].wayTitle}>
      {stations.map(({ id }, at) => (
        <Row
          key={id}
          {...{ axis, isWide, width, id, from, to }}
          top={at * ROW}
          known={found[at]}
          isLast={at === stations.length - 1}
        />
      ))}
      {stations.map(({ id, short }, at) => {
        const next = stations[at + 1]?.short;
        if (!short || stations.length < 2) return null;
        const y = at * ROW + HEIGHT + 4;
        const [left, right] = [axis.x(Math.max(0, short.fromDay - from)), axis.x(short.toDay - from + 1)];
        const meets = next ? Math.max(left, Math.min(axis.x(next.fromDay - from) + axis.step / 2, right)) : undefined;
        return (
          <g key={id} className="shortage" aria-hidden="true">
            <line x1={left} x2={right - 1} y1={y} y2={y} />
            {meets !== undefined && <line x1={meets} x2={meets} y1={y} y2={y + ROW} />}
          </g>
        );
      })}
      <Playhead axis={axis} day={day - from} top={0} bottom={bottom - 8} />
      <DayTicks axis={axis} dates={shifted} y={bottom + 12} />
    </svg>
  );
}

interface RowShape {
  readonly axis: ReturnType<typeof dayAxis>;
  readonly isWide: boolean;
  readonly width: number;
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly known: Enterprise | undefined;
  readonly isLast: boolean;
}

function Row({ axis, isWide, width, id, from, to, top, known, isLast }: RowShape): ReactNode {
  const { day } = useScope();
  const { percent, shared, language } = useSpeech();
  const names = useNames();
  const dates = useDates();
  const ratio = known?.ratio[day];
  const bound = known?.bound[day];
  const held = bound === undefined ? '' : shared.bounds[bound];
  return (
    <g>
      {ratio !== undefined && <title>{WHY_WORDS[language].onDay(dates.of(day), percent(ratio), held)}</title>}
      <text x={0} y={top + 9} className={isLast ? 'station-name is-asked' : 'station-name'}>
        {shortened(id, isWide ? 22 : 14)}
      </text>
      <text x={0} y={top + 23} className="note-text">
        {known ? names.sector(known.sector) : ''}
      </text>
      <Strip {...{ axis, top }} height={HEIGHT} values={known?.ratio.slice(from, to + 1) ?? []} day={to - from} />
      {ratio !== undefined && (
        <text x={width} y={top + 14} textAnchor="end" className="station-name">
          {isWide ? `${percent(ratio)} · ${held}` : percent(ratio)}
        </text>
      )}
    </g>
  );
}

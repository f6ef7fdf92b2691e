// Dates under the axis of days, and the playhead through all that stands on it. Parts of an <svg>.
import type { RunDates } from '#libs/words';
import { tickDays, type DayAxis } from './day-axis';

interface TicksShape {
  readonly axis: DayAxis;
  readonly dates: RunDates;
  /** Base line of the dates. */
  readonly y: number;
  /** The day whose date is written by the playhead; dates too near it are left out. */
  readonly day?: number;
}

const ROOM = 48;
const PLATE_WIDTH = 56;

/** The plate stays on the axis where its day is near an end of it. */
const plateX = (axis: DayAxis, day: number): number =>
  Math.max(axis.left, Math.min(axis.centre(day) - PLATE_WIDTH / 2, axis.right - PLATE_WIDTH));

export function DayTicks({ axis, dates, y, day }: TicksShape): React.ReactNode {
  const ticks = tickDays(axis).filter(
    (tick) => day === undefined || Math.abs(axis.centre(tick) - plateX(axis, day) - PLATE_WIDTH / 2) > ROOM,
  );
  return (
    <g className="day-ticks" aria-hidden="true">
      {ticks.map((tick) => (
        <text
          key={tick}
          x={axis.centre(tick)}
          y={y}
          textAnchor={tick === 0 ? 'start' : 'middle'}
          dx={tick === 0 ? -axis.step / 2 : 0}
        >
          {dates.of(tick)}
        </text>
      ))}
    </g>
  );
}

/** The line of the day that is looked at. */
export function Playhead({
  axis,
  day,
  top,
  bottom,
}: {
  readonly axis: DayAxis;
  readonly day: number;
  readonly top: number;
  readonly bottom: number;
}): React.ReactNode {
  const x = axis.centre(day);
  return <line className="playhead" x1={x} x2={x} y1={top} y2={bottom} />;
}

/** The date of the playhead, on a plate. */
export function PlayheadDate({
  axis,
  day,
  text,
  y,
}: {
  readonly axis: DayAxis;
  readonly day: number;
  readonly text: string;
  readonly y: number;
}): React.ReactNode {
  const x = plateX(axis, day);
  return (
    <g className="playhead-date" aria-hidden="true">
      <rect x={x} y={y - 13} width={PLATE_WIDTH} height={18} rx={4} />
      <text x={x + PLATE_WIDTH / 2} y={y} textAnchor="middle">
        {text}
      </text>
    </g>
  );
}

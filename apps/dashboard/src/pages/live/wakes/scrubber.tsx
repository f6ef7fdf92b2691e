// The scrubber under the days, with its keys; a press anywhere on the axis looks at that day.
import { useRef, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { DayTicks, Playhead, PlayheadDate } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useLiveWords } from '../use-live-words';
import type { WakesLayout } from './wakes-layout';

const WEEK = 7;

/** What is drawn on the axis, and the scrubber over it. */
export function Scrubbed({
  layout,
  width,
  label,
  children,
}: {
  readonly layout: WakesLayout;
  readonly width: number;
  readonly label: string;
  readonly children: ReactNode;
}): ReactNode {
  const { axis, height, track } = layout;
  const words = useLiveWords();
  const { day, days, look } = useScope();
  const dates = useDates();
  const svg = useRef<SVGSVGElement>(null);
  const last = Math.max(0, days.length - 1);
  const lookAt = (event: PointerEvent): void => {
    const left = svg.current?.getBoundingClientRect().left ?? 0;
    const to = Math.min(last, axis.dayAt(event.clientX - left));
    if (to !== day) look(to === last ? null : to);
  };
  const pressed = (event: PointerEvent<SVGRectElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId);
    lookAt(event);
  };
  const moved = (event: PointerEvent): void => {
    if (event.buttons & 1) lookAt(event);
  };
  const keyed = (event: KeyboardEvent): void => {
    const to = {
      ArrowLeft: day - 1,
      ArrowDown: day - 1,
      ArrowRight: day + 1,
      ArrowUp: day + 1,
      PageDown: day - WEEK,
      PageUp: day + WEEK,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    look(to >= last ? null : to);
  };
  return (
    <div className="scrubbed" style={{ height }}>
      <svg ref={svg} width={width} height={height} role="img" aria-label={label}>
        {children}
        <g className="track" aria-hidden="true">
          <line x1={axis.left} x2={axis.right} y1={track} y2={track} />
          <line className="sealed" x1={axis.left} x2={axis.x(days.length)} y1={track} y2={track} />
          <line className="seen" x1={axis.left} x2={axis.centre(day)} y1={track} y2={track} />
        </g>
        <DayTicks axis={axis} dates={dates} y={track + 22} day={day} />
        <Playhead axis={axis} day={day} top={layout.curve.top - 4} bottom={track} />
        <circle className="thumb" cx={axis.centre(day)} cy={track} r={6} />
        <PlayheadDate axis={axis} day={day} text={dates.of(day)} y={track + 22} />
        <rect
          className="scrub-area"
          x={axis.left}
          y={layout.curve.top - 10}
          width={Math.max(0, axis.right - axis.left)}
          height={height - layout.curve.top + 10}
          onPointerDown={pressed}
          onPointerMove={moved}
        />
      </svg>
      <div
        className="scrubber"
        role="slider"
        tabIndex={0}
        aria-label={words.scrubber}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={day}
        aria-valuetext={dates.of(day)}
        style={{ left: axis.left, width: Math.max(0, axis.right - axis.left), top: track - 10 }}
        onKeyDown={keyed}
      />
    </div>
  );
}

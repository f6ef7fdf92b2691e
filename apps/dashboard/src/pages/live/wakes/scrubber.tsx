// The drawing on the axis of days, under one playhead, and the scrubber that stays at the foot of the window.
import type { ReactNode } from 'react';
import { DayTicks, Playhead, PlayheadDate, type DayAxis } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useLiveWords } from '../use-live-words';
import { useScrub } from './use-scrub';
import type { WakesLayout } from './wakes-layout';

interface DrawingShape {
  readonly layout: WakesLayout;
  readonly width: number;
  readonly label: string;
  readonly children: ReactNode;
}

export function Drawing({ layout, width, label, children }: DrawingShape): ReactNode {
  const { axis, height, curve } = layout;
  const { day } = useScope();
  const { onPointerDown, onPointerMove } = useScrub(axis);
  return (
    <svg className="scrubbed" width={width} height={height} role="img" aria-label={label}>
      {children}
      <Playhead axis={axis} day={day} top={curve.top - 4} bottom={height} />
      <rect
        className="scrub-area"
        x={axis.left}
        y={0}
        width={Math.max(0, axis.right - axis.left)}
        height={height}
        {...{ onPointerDown, onPointerMove }}
      />
    </svg>
  );
}

/** Middle of the line, and height of it with its dates. */
const LINE = 10;
const HEIGHT = 40;

export function Scrubber({ axis, width }: { readonly axis: DayAxis; readonly width: number }): ReactNode {
  const words = useLiveWords();
  const { day, days } = useScope();
  const dates = useDates();
  const { last, onPointerDown, onPointerMove, onKeyDown } = useScrub(axis);
  const length = Math.max(0, axis.right - axis.left);
  return (
    <div className="scrubber">
      <svg width={width} height={HEIGHT} aria-hidden="true">
        <g className="track">
          <line x1={axis.left} x2={axis.right} y1={LINE} y2={LINE} />
          <line className="sealed" x1={axis.left} x2={axis.x(days.length)} y1={LINE} y2={LINE} />
          <line className="seen" x1={axis.left} x2={axis.centre(day)} y1={LINE} y2={LINE} />
        </g>
        <DayTicks axis={axis} dates={dates} y={LINE + 22} day={day} />
        <Playhead axis={axis} day={day} top={0} bottom={LINE} />
        <circle className="thumb" cx={axis.centre(day)} cy={LINE} r={6} />
        <PlayheadDate axis={axis} day={day} text={dates.of(day)} y={LINE + 22} />
        <rect
          className="scrub-area"
          x={axis.left}
          y={0}
          width={length}
          height={HEIGHT}
          {...{ onPointerDown, onPointerMove }}
        />
      </svg>
      <div
        className="slider"
        role="slider"
        tabIndex={0}
        aria-label={words.scrubber}
        aria-valuemin={0}
        aria-valuemax={last}
        aria-valuenow={day}
        aria-valuetext={dates.of(day)}
        style={{ left: axis.left, width: length }}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

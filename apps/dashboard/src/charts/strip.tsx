// A row of days: colour says how recovered, words what held it, at the start of each spell where they fit. Part of an <svg>.
import { memo } from 'react';
import type { DayAxis } from './day-axis';
import { onRecovery, recoveryFill } from './recovery';
import { labelWidth, spellsOf } from './spells';

interface StripShape {
  readonly axis: DayAxis;
  readonly top: number;
  readonly height: number;
  /** Ratio by sealed day. */
  readonly values: readonly number[];
  /** What held it, by sealed day; no words where left out. */
  readonly held?: readonly string[];
  /** Cells after it are paler. */
  readonly day: number;
  /** Pixels at which a line crosses the row: no word stands under it. */
  readonly crossed?: readonly number[];
  /** No words: on a phone. */
  readonly isBare?: boolean;
}

const NOWHERE: readonly number[] = [];

/** Drawn anew only where something of it has changed. */
export const Strip = memo(function Strip({
  axis,
  top,
  height,
  values,
  held,
  crossed = NOWHERE,
  day,
  isBare = false,
}: StripShape) {
  const gap = axis.step > 4 ? 1 : 0;
  const days = Array.from({ length: axis.days }, (_, at) => at);
  return (
    <g className="strip" aria-hidden="true">
      {days.map((at) => (
        <rect
          key={at}
          className={at >= values.length ? 'empty' : at > day ? 'after' : undefined}
          x={axis.x(at)}
          y={top}
          width={Math.max(0.5, axis.step - gap)}
          height={height}
          style={at < values.length ? { fill: recoveryFill(values[at]) } : undefined}
        />
      ))}
      {held && !isBare && <Words {...{ axis, top, height, values, held, crossed, day }} />}
    </g>
  );
});

function Words({ axis, top, height, values, held = [], crossed = NOWHERE, day }: StripShape): React.ReactNode {
  return spellsOf(held).map(({ from, to, word }) => {
    const width = labelWidth(word);
    const crossing = crossed.filter((x) => x > axis.x(from) - 2 && x < axis.x(from) + width + 8);
    const x = Math.max(axis.x(from), ...crossing) + 4;
    if (word === '' || x + width > axis.x(to + 1)) return null;
    const first = Math.max(from, Math.floor((x - axis.left) / axis.step));
    const under = values.slice(first, first + Math.max(1, Math.ceil(width / axis.step)));
    const mean = under.reduce((sum, value) => sum + value, 0) / Math.max(1, under.length);
    return (
      <text key={from} className={first > day ? 'on-after' : onRecovery(mean)} x={x} y={top + height / 2 + 4}>
        {word}
      </text>
    );
  });
}

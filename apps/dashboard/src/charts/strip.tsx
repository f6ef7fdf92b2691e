// A row of days: colour says how recovered, words what held it, at the start of each spell where they fit. Part of an <svg>.
import { memo } from 'react';
import type { DayAxis } from './day-axis';
import { onRecovery, recoveryFill } from './recovery';

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
  /** No words: on a phone. */
  readonly isBare?: boolean;
}

export interface Spell {
  readonly from: number;
  /** Last day. */
  readonly to: number;
  readonly word: string;
}

/** Runs of equal words. */
export function spellsOf(words: readonly string[]): readonly Spell[] {
  const spells: { from: number; to: number; word: string }[] = [];
  words.forEach((word, day) => {
    const last = spells.at(-1);
    if (last?.word === word) last.to = day;
    else spells.push({ from: day, to: day, word });
  });
  return spells;
}

const LABEL_HEIGHT = 11;

/** About how wide a label is, in pixels: Chinese is square. */
export function labelWidth(text: string, size = LABEL_HEIGHT): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2e80' ? size : size * 0.56;
  return width;
}

/** Drawn anew only where something of it has changed. */
export const Strip = memo(function Strip({ axis, top, height, values, held, day, isBare = false }: StripShape) {
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
      {held && !isBare && <Words {...{ axis, top, height, values, held, day }} />}
    </g>
  );
});

function Words({ axis, top, height, values, held = [], day }: StripShape): React.ReactNode {
  const fitting = spellsOf(held).filter(
    ({ from, to, word }) => word !== '' && (to - from + 1) * axis.step > labelWidth(word) + 6,
  );
  return fitting.map(({ from, word }) => {
    const covered = Math.max(1, Math.ceil(labelWidth(word) / axis.step));
    const under = values.slice(from, from + covered);
    const mean = under.reduce((sum, value) => sum + value, 0) / Math.max(1, under.length);
    return (
      <text
        key={from}
        className={from > day ? 'on-after' : onRecovery(mean)}
        x={axis.x(from) + 4}
        y={top + height / 2 + 4}
      >
        {word}
      </text>
    );
  });
}

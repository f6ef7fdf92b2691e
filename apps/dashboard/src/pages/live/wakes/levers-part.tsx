// Levers under the days: bars as high as their value, with it at the start of each step.
import { labelWidth } from '../../../charts';
import { amountText } from '../../../shell/decide/amount';
import { useScope } from '../../../state/scope';
import { DECIDE_WORDS } from '../../../words/decide';
import { useSpeech } from '../../../words/language';
import type { LeverRow } from './lever-rows';
import type { WakesLayout } from './wakes-layout';

export function LeversPart({
  layout,
  rows,
}: {
  readonly layout: WakesLayout;
  readonly rows: readonly LeverRow[];
}): React.ReactNode {
  const { axis, levers, isNarrow } = layout;
  const { nameOf, language } = useSpeech();
  const { day } = useScope();
  const { nothingActs: nothing, on, off } = DECIDE_WORDS[language];
  const said = { nothing, on, off };
  const nameWidth = axis.left - 8;
  return (
    <g className="lever-rows">
      <line className="rule" x1={0} x2={axis.right + (isNarrow ? 0 : 112)} y1={levers.top - 8} y2={levers.top - 8} />
      {rows.map(({ lever, spells, most, isDecided }, at) => {
        const top = levers.top + at * levers.step;
        const now = lever.values[day] ?? null;
        return (
          <g key={lever.path}>
            <text className={isDecided ? 'row-name strong' : 'row-name'} x={0} y={top + 11}>
              {shortened(nameOf(lever.name), nameWidth)}
              <title>{`${nameOf(lever.name)} · ${lever.path}`}</title>
            </text>
            {spells.map(({ from, to, value }) => {
              const high = lever.kind === 'switch' ? levers.height / 2 : Math.max(2, (value / most) * levers.height);
              const width = (to - from + 1) * axis.step - 1;
              const text = amountText(value, lever.kind, said);
              return (
                <g key={from} className={from > day ? 'after' : undefined}>
                  <rect
                    className="lever-bar"
                    x={axis.x(from)}
                    y={top + levers.height - high}
                    width={Math.max(1, width)}
                    height={high}
                    rx={1}
                  />
                  {!isNarrow && labelWidth(text) + 6 < width && (
                    <text x={axis.x(from) + 4} y={top + 11}>
                      {text}
                    </text>
                  )}
                </g>
              );
            })}
            {!isNarrow && (
              <text className="note-text" x={axis.right + 112} y={top + 11} textAnchor="end">
                {now === null || now === 0 ? '–' : amountText(now, lever.kind, said)}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** What does not fit is in the tooltip. */
function shortened(text: string, width: number): string {
  if (labelWidth(text) <= width) return text;
  let short = text;
  while (short.length > 3 && labelWidth(`${short}…`) > width) short = short.slice(0, -1);
  return `${short.trimEnd()}…`;
}

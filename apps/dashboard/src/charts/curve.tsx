// A ratio over days as a line, paler after the playhead; observations as open rings. Parts of an <svg>.
import { line } from 'd3-shape';
import type { DayAxis } from './day-axis';

type RateKind = 'capacity' | 'resumed' | 'on-post' | 'base' | 'fork';

/** Pixels of a ratio, 1 at the top. */
export type RatioScale = (ratio: number) => number;

export function ratioScale(top: number, bottom: number): RatioScale {
  return (ratio) => bottom - Math.max(0, Math.min(1, ratio)) * (bottom - top);
}

interface CurveShape {
  readonly axis: DayAxis;
  readonly y: RatioScale;
  /** By day; null where there is none. */
  readonly values: readonly (number | null)[];
  /** After it the line is paler; the last day where left out. */
  readonly day?: number;
  /** Line style: capacity strongest, resumed thin, on post dotted; runs: base dashed grey, fork solid teal. */
  readonly kind: RateKind;
  /** For a third and further run. */
  readonly dash?: string;
}

export function Curve({ axis, y, values, day = values.length - 1, kind, dash }: CurveShape): React.ReactNode {
  const path = line<number | null>()
    .defined((value) => value !== null && value !== undefined && Number.isFinite(value))
    .y((value) => y(value ?? 0));
  const until = path.x((_, at) => axis.centre(at))(values.slice(0, day + 1));
  const after = path.x((_, at) => axis.centre(at + day))(values.slice(day));
  const style = dash === undefined ? {} : { strokeDasharray: dash };
  return (
    <g className={`curve curve-${kind}`} aria-hidden="true">
      {after && <path className="after" d={after} style={style} />}
      {until && <path d={until} style={style} />}
    </g>
  );
}

/** Lines and labels at 0, 50 and 100 %. */
export function RatioGrid({ axis, y }: { readonly axis: DayAxis; readonly y: RatioScale }): React.ReactNode {
  return (
    <g className="ratio-grid" aria-hidden="true">
      {[0, 0.5, 1].map((ratio) => (
        <g key={ratio}>
          <line x1={axis.left} x2={axis.right} y1={y(ratio)} y2={y(ratio)} />
          <text x={axis.left - 8} y={y(ratio) + 4} textAnchor="end">
            {ratio === 1 ? '100\u2009%' : ratio * 100}
          </text>
        </g>
      ))}
    </g>
  );
}

/** What a source observed on a day. */
export function Ring({
  axis,
  y,
  day,
  ratio,
  title,
}: {
  readonly axis: DayAxis;
  readonly y: RatioScale;
  readonly day: number;
  readonly ratio: number;
  readonly title: string;
}): React.ReactNode {
  return (
    <circle className="ring" cx={axis.centre(day)} cy={y(ratio)} r={3.5}>
      <title>{title}</title>
    </circle>
  );
}

// The way of the bottleneck through the rows of sectors: along the foot of a row while a sector is the bottleneck, up or
// down where it moves on.
import type { DayResult } from '#libs/api';
import type { DayAxis } from '../../../charts';

interface Rows {
  /** Foot of a sector's row; of null, the roads. Undefined where it has none. */
  readonly footOf: (sector: string | null) => number | undefined;
  readonly axis: DayAxis;
}

/** Line until and after the playhead, each as the `d` of a path. */
export function bottleneckPath(
  days: readonly DayResult[],
  day: number,
  { footOf, axis }: Rows,
): { readonly until: string; readonly after: string } {
  const feet = days.map(({ bottleneck }) => (bottleneck ? footOf(bottleneck.sector) : undefined));
  // The playhead stands in the middle of its day.
  const edge = axis.centre(day);
  return {
    until: pathOf(feet, axis, { from: axis.left, to: edge }),
    after: pathOf(feet, axis, { from: edge, to: axis.right }),
  };
}

export interface Connector {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** Where the line goes up or down: no word stands under it. */
export function connectorsOf(days: readonly DayResult[], { footOf, axis }: Rows): readonly Connector[] {
  return days.flatMap(({ bottleneck }, day): Connector[] => {
    const before = days[day - 1]?.bottleneck;
    const [from, to] = [before && footOf(before.sector), bottleneck && footOf(bottleneck.sector)];
    if (typeof from !== 'number' || typeof to !== 'number' || from === to) return [];
    return [{ x: axis.x(day), top: Math.min(from, to), bottom: Math.max(from, to) }];
  });
}

function pathOf(
  feet: readonly (number | undefined)[],
  axis: DayAxis,
  { from, to }: { readonly from: number; readonly to: number },
): string {
  let path = '';
  let last: number | undefined;
  feet.forEach((foot, day) => {
    const start = Math.max(from, axis.x(day));
    const end = Math.min(to, axis.x(day + 1));
    if (foot === undefined || end <= start) {
      last = undefined;
      return;
    }
    if (last === undefined) path += `M${start.toFixed(1)} ${foot}`;
    else if (last !== foot) path += `V${foot}`;
    path += `H${end.toFixed(1)}`;
    last = foot;
  });
  return path;
}

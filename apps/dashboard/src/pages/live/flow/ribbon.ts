// A pipe as a ribbon: its middle line, and polygons around it whose width may change along the way.
import type { FlowPipe } from './layout';

const SAMPLES = 10;
/** A way round others bends more often. */
const SAMPLES_ROUND = 30;
const smooth = (t: number): number => t * t * (3 - 2 * t);

/** The middle line of a pipe. `t` from 0 to 1. */
export function middleOf(
  { start, end, lane }: Pick<FlowPipe, 'start' | 'end' | 'lane'>,
  t: number,
): { x: number; y: number } {
  const x = start.x + (end.x - start.x) * t;
  if (lane === undefined) return { x, y: start.y + (end.y - start.y) * smooth(t) };
  if (t < 0.25) return { x, y: start.y + (lane - start.y) * smooth(t * 4) };
  if (t > 0.75) return { x, y: lane + (end.y - lane) * smooth((t - 0.75) * 4) };
  return { x, y: lane };
}

/** The part of a ribbon between two places, from one width to another, as the `d` of a path. */
export function ribbon(
  pipe: Pick<FlowPipe, 'start' | 'end' | 'lane'>,
  part: { readonly from: number; readonly to: number; readonly widths: readonly [number, number] },
): string {
  const { from, to, widths } = part;
  const above: string[] = [];
  const below: string[] = [];
  const samples = pipe.lane === undefined ? SAMPLES : SAMPLES_ROUND;
  for (let sample = 0; sample <= samples; sample++) {
    const along = sample / samples;
    const { x, y } = middleOf(pipe, from + (to - from) * along);
    const half = (widths[0] + (widths[1] - widths[0]) * along) / 2;
    above.push(`${x.toFixed(1)} ${(y - half).toFixed(1)}`);
    below.unshift(`${x.toFixed(1)} ${(y + half).toFixed(1)}`);
  }
  return `M${above.join('L')}L${below.join('L')}Z`;
}

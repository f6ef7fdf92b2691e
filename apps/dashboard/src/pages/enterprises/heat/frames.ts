// With `?frames=1` the times at which the map was drawn lie on the window, for a test that measures how smoothly it moves.
declare global {
  interface Window {
    heatFrames?: number[];
  }
}

/** Enough for some minutes; older ones are dropped. */
const MOST_FRAMES = 20_000;

export function countFrame(isCounted: boolean): void {
  if (!isCounted) return;
  const frames = (window.heatFrames ??= []);
  if (frames.length >= MOST_FRAMES) frames.splice(0, MOST_FRAMES / 2);
  frames.push(performance.now());
}

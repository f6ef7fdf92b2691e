// Teal says how recovered: seven stops from 0 to 100 %, mixed in RGB. Asleep is near the ground, awake is far from it.
const STOPS = 6;

const clamp = (ratio: number): number => (ratio > 0 ? Math.min(1, ratio) : 0);

/** The colour of a ratio as CSS, which follows the theme by itself. */
export function recoveryFill(ratio: number): string {
  const at = clamp(ratio) * STOPS;
  const low = Math.min(STOPS - 1, Math.floor(at));
  const high = Math.round((at - low) * 100);
  return `color-mix(in srgb, var(--recovery-${low + 1}) ${high}%, var(--recovery-${low}))`;
}

/** Ink that can be read on the colour of a ratio (charts.css). */
export function onRecovery(ratio: number): 'on-low' | 'on-middle' | 'on-high' {
  return ratio < 0.6 ? 'on-low' : ratio < 0.72 ? 'on-middle' : 'on-high';
}

/**
 * The colours of 0 to `steps`, for a canvas: red, green, blue and alpha packed as the bytes of an ImageData lie, so that a
 * pixel is one write.
 * @param element whose theme counts
 */
export function recoveryPalette(element: Element, steps: number): Uint32Array {
  const style = getComputedStyle(element);
  const stops = Array.from({ length: STOPS + 1 }, (_, at) => rgbOf(style.getPropertyValue(`--recovery-${at}`)));
  return Uint32Array.from({ length: steps + 1 }, (_, step) => {
    const at = (step / steps) * STOPS;
    const low = Math.min(STOPS - 1, Math.floor(at));
    const mixed = [0, 1, 2].map((part) =>
      Math.round(stops[low][part] + (stops[low + 1][part] - stops[low][part]) * (at - low)),
    );
    return packed(mixed);
  });
}

function rgbOf(hex: string): readonly number[] {
  const digits = hex.trim().slice(1);
  return [0, 2, 4].map((at) => parseInt(digits.slice(at, at + 2), 16) || 0);
}

// Canvas pixels lie red first, and every machine that runs a browser is little-endian.
function packed([red, green, blue]: readonly number[]): number {
  return ((255 << 24) | (blue << 16) | (green << 8) | red) >>> 0;
}

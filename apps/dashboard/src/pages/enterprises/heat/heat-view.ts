// What of the map is seen: bands of sectors down the page, and a window that zooms and moves over them. Pixels are those of
// the page; `tall` is the height of the window, and of the whole map while nothing is zoomed.
import type { Heat } from './heat-fold';

export interface HeatBand {
  readonly sector: string;
  readonly first: number;
  readonly count: number;
  /** In pixels of the map that is not zoomed. */
  readonly top: number;
  readonly height: number;
}

export interface HeatLayout {
  readonly bands: readonly HeatBand[];
  readonly tall: number;
  readonly days: number;
}

export interface HeatView {
  /** 1: all enterprises are seen. */
  readonly zoom: number;
  /** Top of the window on the map, in pixels of the map that is not zoomed. */
  readonly top: number;
  /** 1: all days are seen. */
  readonly zoomDays: number;
  /** First day seen, with its fraction. */
  readonly left: number;
}

export const WHOLE: HeatView = { zoom: 1, top: 0, zoomDays: 1, left: 0 };

/** Small sectors are drawn taller than their share, so that they can be seen and named. */
const LEAST_BAND = 17;
/** Height of an enterprise at the closest. */
const CLOSEST_ROW = 24;
const FEWEST_DAYS = 7;

export function layoutOf({ groups, count }: Pick<Heat, 'groups' | 'count'>, tall: number, days: number): HeatLayout {
  const least = Math.min(LEAST_BAND, tall / Math.max(1, groups.length));
  const rest = tall - least * groups.length;
  let top = 0;
  const bands = groups.map(({ sector, first, count: many }) => {
    const height = least + (rest * many) / Math.max(1, count);
    const band = { sector, first, count: many, top, height };
    top += height;
    return band;
  });
  return { bands, tall, days };
}

/** The window kept on the map, and the zoom within its bounds. */
export function within({ bands, tall, days }: HeatLayout, view: HeatView): HeatView {
  const densest = Math.max(1, ...bands.map(({ count, height }) => count / height));
  const zoom = clamp(view.zoom, 1, Math.max(1, densest * CLOSEST_ROW));
  const zoomDays = clamp(view.zoomDays, 1, Math.max(1, days / FEWEST_DAYS));
  return {
    ...{ zoom, zoomDays },
    top: clamp(view.top, 0, tall - tall / zoom),
    left: clamp(view.left, 0, days - days / zoomDays),
  };
}

/** Zooms so that what lies under the point stays there. @param at pixel from the window's top; day with its fraction */
export function zoomed(
  layout: HeatLayout,
  view: HeatView,
  { factor, daysFactor = 1, at, day }: { factor: number; daysFactor?: number; at: number; day: number },
): HeatView {
  const bounds = within(layout, { ...view, zoom: view.zoom * factor, zoomDays: view.zoomDays * daysFactor });
  return within(layout, {
    ...bounds,
    top: view.top + at / view.zoom - at / bounds.zoom,
    left: day - ((day - view.left) * view.zoomDays) / bounds.zoomDays,
  });
}

/** Moves what is seen: down and to the right is positive. */
export function moved(layout: HeatLayout, view: HeatView, pixels: number, days = 0): HeatView {
  return within(layout, { ...view, top: view.top - pixels / view.zoom, left: view.left - days });
}

/** The band under a pixel of the window, with the place in it and its fraction; undefined outside of the map. */
export function placeUnder(
  { bands }: HeatLayout,
  { zoom, top }: Pick<HeatView, 'zoom' | 'top'>,
  pixel: number,
): { readonly band: HeatBand; readonly place: number } | undefined {
  const y = top + pixel / zoom;
  const band = bands.find((one) => y >= one.top && y < one.top + one.height);
  return band && { band, place: band.first + ((y - band.top) / band.height) * band.count };
}

/** Height of one enterprise in a band, in pixels of the page. */
export const rowHeight = ({ height, count }: HeatBand, { zoom }: HeatView): number => (height / count) * zoom;

/** Pixel of the window at which a place begins. */
export function pixelOf({ bands }: HeatLayout, { zoom, top }: HeatView, place: number): number {
  const band = bands.find(({ first, count }) => place >= first && place < first + count) ?? bands.at(-1);
  if (!band) return 0;
  return (band.top + ((place - band.first) / band.count) * band.height - top) * zoom;
}

/** In the address: `zoom,top,zoomDays,left`. */
export function viewText(view: HeatView): string | null {
  if (view.zoom <= 1 && view.zoomDays <= 1) return null;
  return [view.zoom, view.top, view.zoomDays, view.left].map((part) => String(Number(part.toFixed(3)))).join(',');
}

export function viewOf(text: string | undefined): HeatView {
  const [zoom, top, zoomDays, left] = (text ?? '').split(',').map(Number);
  const parts = { zoom, top, zoomDays, left };
  return Object.values(parts).every((part) => Number.isFinite(part)) ? parts : WHOLE;
}

const clamp = (value: number, least: number, most: number): number => Math.max(least, Math.min(most, value));

// Paints what is seen: every device pixel down the window gets the mean of the enterprises beneath it, one pixel a day, and
// the days are then stretched across. A frame costs pixels x days, however many enterprises there are.
import { FULL, type Heat } from './heat-fold';
import { rowHeight, type HeatBand, type HeatLayout, type HeatView } from './heat-view';

/** From this height on enterprises are parted by a line. */
const PARTED_FROM = 6;
/** Between two sectors, whatever the zoom. */
const BAND_GAP = 3;
/** From this width on days are parted by a line. */
const DAYS_PARTED_FROM = 5;

export interface HeatPainter {
  readonly paint: (heat: Heat, layout: HeatLayout, view: HeatView) => void;
}

/** @param palette colours of 0 to FULL, packed */
export function heatPainter(canvas: HTMLCanvasElement, palette: Uint32Array): HeatPainter {
  const context = canvas.getContext('2d');
  const cells = document.createElement('canvas');
  const cellContext = cells.getContext('2d');
  let image: ImageData | undefined;
  const paint = (heat: Heat, layout: HeatLayout, view: HeatView): void => {
    const { width, height } = canvas;
    if (!context || !cellContext || height === 0 || heat.days === 0 || layout.bands.length === 0) return;
    if (!image || image.width !== heat.days || image.height !== height) {
      cells.width = heat.days;
      cells.height = height;
      image = cellContext.createImageData(heat.days, height);
    }
    fill(new Uint32Array(image.data.buffer), { heat, layout, view, height, palette });
    cellContext.putImageData(image, 0, 0);
    context.clearRect(0, 0, width, height);
    context.imageSmoothingEnabled = false;
    const step = (width / layout.days) * view.zoomDays;
    context.drawImage(cells, 0, 0, heat.days, height, -view.left * step, 0, heat.days * step, height);
    if (step / scaleOf(height, layout) >= DAYS_PARTED_FROM) partDays(context, { heat, view, step, height });
  };
  return { paint };
}

const scaleOf = (height: number, { tall }: HeatLayout): number => height / tall;

interface Filling {
  readonly heat: Heat;
  readonly layout: HeatLayout;
  readonly view: HeatView;
  readonly height: number;
  readonly palette: Uint32Array;
}

/** Writes every cell of the image. It runs once a frame, so it allocates nothing but these few numbers. */
function fill(pixels: Uint32Array, { heat, layout, view, height, palette }: Filling): void {
  const { days, sums } = heat;
  const { bands } = layout;
  const perPixel = layout.tall / height / view.zoom;
  const gap = Math.round(BAND_GAP * scaleOf(height, layout));
  let at = 0;
  let before = -1;
  let blank = 0;
  for (let pixel = 0; pixel < height; pixel++) {
    const y = view.top + pixel * perPixel;
    while (at < bands.length - 1 && y >= bands[at + 1].top) {
      at++;
      if (pixel > 0) blank = gap;
    }
    const band = bands[at];
    const line = pixel * days;
    const from = placeAt(band, y);
    const isParted = from !== before && rowHeight(band, view) >= PARTED_FROM;
    if (blank > 0 || isParted) {
      if (blank > 0) blank--;
      before = from;
      pixels.fill(0, line, line + days);
      continue;
    }
    before = from;
    const to = Math.max(from + 1, Math.min(band.first + band.count, placeAt(band, y + perPixel)));
    const many = to - from;
    for (let day = 0; day < days; day++) {
      pixels[line + day] = palette[Math.min(FULL, Math.round((sums[day][to] - sums[day][from]) / many))];
    }
  }
}

function placeAt(band: HeatBand, y: number): number {
  const place = band.first + Math.floor(((y - band.top) / band.height) * band.count);
  return Math.min(band.first + band.count - 1, place);
}

interface Parting {
  readonly heat: Heat;
  readonly view: HeatView;
  readonly step: number;
  readonly height: number;
}

function partDays(context: CanvasRenderingContext2D, { heat, view, step, height }: Parting): void {
  for (let day = 1; day <= heat.days; day++) {
    context.clearRect(Math.round((day - view.left) * step) - 1, 0, 1, height);
  }
}

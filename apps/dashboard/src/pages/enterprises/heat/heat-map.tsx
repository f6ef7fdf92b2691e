// Enterprise x day of all enterprises: zoomed and moved by wheel, drag, keys and buttons; the cell under pointer or cursor
// is told, and opened.
import { useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { useWidth } from '../../../charts';
import { choose, usePlace } from '../../../state/place';
import { useSpeech } from '../../../words/language';
import { ENTERPRISES_WORDS } from '../words';
import { countFrame } from './frames';
import type { Heat } from './heat-fold';
import { heatPainter, type HeatPainter } from './heat-paint';
import { HeatTip } from './heat-tip';
import { layoutOf, viewOf, viewText, WHOLE, within, zoomed, type HeatLayout, type HeatView } from './heat-view';
import { HeatFrame } from './heat-frame';
import { useGestures, type Spot } from './use-gestures';
import { usePalette } from './use-palette';

interface Props {
  readonly heat: Heat;
  /** Days of the whole run: those to come are empty. */
  readonly days: number;
  readonly tall: number;
  readonly open: (enterprise: string, day: number) => void;
}

const BUTTON_FACTOR = 2;
/** The address follows when the map has come to rest. */
const REST_MS = 300;

export function HeatMap({ heat, days, tall, open }: Props): ReactNode {
  const [box, width] = useWidth<HTMLDivElement>();
  const layout = layoutOf(heat, tall, days);
  const [view, setView] = useHeatView(layout);
  const [spot, setSpot] = useState<Spot>();
  const surface = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  usePainting({ canvas, heat, layout, view, width });
  const opened = useRef<() => void>(undefined);
  useGestures({ surface, layout, view, setView, setSpot, spot, width, opens: () => opened.current?.() });
  const { language } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const byButton = (factor: number): void =>
    setView((seen) => zoomed(layout, seen, { factor, at: tall / 2, day: days / 2 }));
  return (
    <div className="heat">
      <div className="heat-tools" role="group" aria-label={words.zoom}>
        <button aria-label={words.closer} onClick={() => byButton(BUTTON_FACTOR)}>
          +
        </button>
        <button aria-label={words.farther} onClick={() => byButton(1 / BUTTON_FACTOR)}>
          −
        </button>
        <button onClick={() => setView(WHOLE)}>{words.whole}</button>
        <span className="note">{words.mapKeys}</span>
      </div>
      <HeatFrame {...{ heat, layout, view, width }}>
        <div
          ref={surface}
          className={view.zoom > 1 || view.zoomDays > 1 ? 'heat-surface moved' : 'heat-surface'}
          tabIndex={0}
          role="application"
          aria-label={words.mapLabel}
          style={{ height: tall }}
        >
          <div ref={box} className="heat-box">
            <canvas ref={canvas} style={{ width, height: tall }} />
          </div>
          {spot ? <HeatTip {...{ heat, layout, view, spot, width, open, setView }} onOpen={opened} /> : null}
        </div>
      </HeatFrame>
    </div>
  );
}

type Change = (change: HeatView | ((view: HeatView) => HeatView)) => void;

/** What is seen, in the address when it rests; however many changes come, it is drawn once a frame. */
function useHeatView(layout: HeatLayout): readonly [HeatView, Change] {
  const asked = usePlace().choices['map'];
  const [view, setView] = useState(() => viewOf(asked));
  const next = useRef(view);
  const frame = useRef(0);
  const newest = useRef(layout);
  newest.current = layout;
  const change = useCallback<Change>((to) => {
    next.current = within(newest.current, typeof to === 'function' ? to(next.current) : to);
    if (frame.current !== 0) return;
    frame.current = requestAnimationFrame(() => {
      frame.current = 0;
      // Now, not in a task of its own: the frame that asked is the frame that shows.
      flushSync(() => setView(next.current));
    });
  }, []);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);
  useEffect(() => {
    const timer = setTimeout(() => {
      const text = viewText(view);
      if (text !== (asked ?? null)) choose({ map: text });
    }, REST_MS);
    return () => clearTimeout(timer);
  }, [view, asked]);
  return [within(layout, view), change];
}

interface Painting {
  readonly canvas: React.RefObject<HTMLCanvasElement | null>;
  readonly heat: Heat;
  readonly layout: HeatLayout;
  readonly view: HeatView;
  readonly width: number;
}

/** With every view that is shown, at device pixels. */
function usePainting(painting: Painting): void {
  const palette = usePalette();
  const isCounted = usePlace().choices['frames'] === '1';
  const newest = useRef(painting);
  newest.current = painting;
  const { canvas, heat, view, width } = painting;
  const { tall, days } = painting.layout;
  const painter = useRef<HeatPainter>(undefined);
  const colours = useRef<Uint32Array>(undefined);
  useLayoutEffect(() => {
    const place = canvas.current;
    if (!place || !palette || width === 0) return;
    if (!painter.current || colours.current !== palette) painter.current = heatPainter(place, palette);
    colours.current = palette;
    const scale = devicePixelRatio || 1;
    const [across, down] = [Math.round(width * scale), Math.round(tall * scale)];
    if (place.width !== across) place.width = across;
    if (place.height !== down) place.height = down;
    painter.current.paint(newest.current.heat, newest.current.layout, newest.current.view);
    countFrame(isCounted);
  }, [canvas, palette, isCounted, heat, view.zoom, view.top, view.zoomDays, view.left, width, tall, days]);
}

// Wheel, drag and keys over the map. The wheel leaves the page alone where there is nothing more to zoom out of.
import { useEffect, useRef, type RefObject } from 'react';
import { moved, placeUnder, rowHeight, WHOLE, zoomed, type HeatLayout, type HeatView } from './heat-view';

/** Where pointer or cursor is: pixels of the window. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

interface Gestures {
  readonly surface: RefObject<HTMLElement | null>;
  readonly layout: HeatLayout;
  readonly view: HeatView;
  readonly width: number;
  readonly spot: Spot | undefined;
  readonly setView: (change: HeatView | ((view: HeatView) => HeatView)) => void;
  readonly setSpot: (spot: Spot | undefined) => void;
  /** Opens what is under the spot. */
  readonly opens: () => void;
}

const WHEEL_FACTOR = 1.0018;
const KEY_FACTOR = 2;
/** A press that moves less is a click. */
const CLICK_PIXELS = 4;

export function useGestures(gestures: Gestures): void {
  const newest = useRef(gestures);
  newest.current = gestures;
  const { surface } = gestures;
  useEffect(() => {
    const element = surface.current;
    if (!element) return undefined;
    const stopping = new AbortController();
    const { signal } = stopping;
    element.addEventListener('wheel', (event) => onWheel(event, newest.current), { passive: false, signal });
    listenToPointer(element, newest, signal);
    element.addEventListener('keydown', (event) => onKey(event, newest.current), { signal });
    return () => stopping.abort();
  }, [surface]);
}

function spotOf(event: MouseEvent, element: HTMLElement): Spot {
  const { left, top } = element.getBoundingClientRect();
  return { x: event.clientX - left, y: event.clientY - top };
}

/** Day under a pixel, with its fraction. */
export function dayUnder({ layout, view, width }: Pick<Gestures, 'layout' | 'view' | 'width'>, x: number): number {
  return view.left + x / ((width / layout.days) * view.zoomDays);
}

function onWheel(event: WheelEvent, gestures: Gestures): void {
  const { layout, view, surface, setView } = gestures;
  const isOut = event.deltaY > 0;
  if (!surface.current || (isOut && view.zoom <= 1 && view.zoomDays <= 1)) return;
  event.preventDefault();
  const { x, y } = spotOf(event, surface.current);
  const factor = WHEEL_FACTOR ** -event.deltaY;
  const day = dayUnder(gestures, x);
  setView((seen) =>
    event.shiftKey
      ? zoomed(layout, seen, { factor: 1, daysFactor: factor, at: y, day })
      : zoomed(layout, seen, { factor, at: y, day }),
  );
}

function listenToPointer(element: HTMLElement, newest: RefObject<Gestures>, signal: AbortSignal): void {
  let last: Spot | undefined;
  let way = 0;
  element.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0 || (event.target as HTMLElement).closest('a') !== null) return;
      last = spotOf(event, element);
      way = 0;
      element.setPointerCapture(event.pointerId);
    },
    { signal },
  );
  element.addEventListener(
    'pointermove',
    (event) => {
      const spot = spotOf(event, element);
      const { layout, width, setView, setSpot } = newest.current;
      if (last) {
        const [right, down] = [spot.x - last.x, spot.y - last.y];
        way += Math.abs(right) + Math.abs(down);
        last = spot;
        setView((seen) => moved(layout, seen, down, right / ((width / layout.days) * seen.zoomDays)));
      }
      setSpot(spot);
    },
    { signal },
  );
  element.addEventListener(
    'pointerup',
    (event) => {
      if (last && way < CLICK_PIXELS) {
        newest.current.setSpot(spotOf(event, element));
        newest.current.opens();
      }
      last = undefined;
    },
    { signal },
  );
  element.addEventListener('pointercancel', () => (last = undefined), { signal });
  element.addEventListener(
    'pointerleave',
    () => {
      if (!last) newest.current.setSpot(undefined);
    },
    { signal },
  );
}

function onKey(event: KeyboardEvent, gestures: Gestures): void {
  const { layout, view, width, setView, setSpot, opens } = gestures;
  const spot = gestures.spot ?? { x: width / 2, y: layout.tall / 2 };
  const dayWide = (width / layout.days) * view.zoomDays;
  const under = placeUnder(layout, view, spot.y);
  const row = Math.max(4, under ? rowHeight(under.band, view) : 0);
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => setView(zoomed(layout, view, { factor: KEY_FACTOR, at: spot.y, day: dayUnder(gestures, spot.x) })),
    '=': () => keys['+'](),
    '-': () => setView(zoomed(layout, view, { factor: 1 / KEY_FACTOR, at: spot.y, day: dayUnder(gestures, spot.x) })),
    '0': () => setView(WHOLE),
    PageUp: () => setView(moved(layout, view, layout.tall / 2)),
    PageDown: () => setView(moved(layout, view, -layout.tall / 2)),
    ArrowUp: () => goBy(0, -row),
    ArrowDown: () => goBy(0, row),
    ArrowLeft: () => goBy(-dayWide, 0),
    ArrowRight: () => goBy(dayWide, 0),
    Enter: opens,
    Escape: () => setSpot(undefined),
  };
  /** The cursor goes on; at an edge the map comes along. */
  const goBy = (right: number, down: number): void => {
    const [x, y] = [spot.x + right, spot.y + down];
    const over = [Math.min(0, x) + Math.max(0, x - width + 1), Math.min(0, y) + Math.max(0, y - layout.tall + 1)];
    if (over[0] !== 0 || over[1] !== 0) setView(moved(layout, view, -over[1], -over[0] / dayWide));
    setSpot({ x: x - over[0], y: y - over[1] });
  };
  const action = keys[event.key];
  if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  action();
}

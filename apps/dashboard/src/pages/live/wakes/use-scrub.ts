// Looking at a day by pressing or dragging anywhere on the axis, or by keys.
import type { KeyboardEvent, PointerEvent } from 'react';
import type { DayAxis } from '../../../charts';
import { useScope } from '../../../state/scope';

const WEEK = 7;

export interface Scrub {
  readonly last: number;
  readonly onPointerDown: (event: PointerEvent<SVGElement>) => void;
  readonly onPointerMove: (event: PointerEvent<SVGElement>) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** @returns handlers for elements inside an <svg> that begins where the axis is counted from */
export function useScrub(axis: DayAxis): Scrub {
  const { day, days, look } = useScope();
  const last = Math.max(0, days.length - 1);
  const lookAt = (event: PointerEvent<SVGElement>): void => {
    const left = event.currentTarget.ownerSVGElement?.getBoundingClientRect().left ?? 0;
    const to = Math.min(last, axis.dayAt(event.clientX - left));
    if (to !== day) look(to === last ? null : to);
  };
  return {
    last,
    onPointerDown: (event) => {
      event.currentTarget.setPointerCapture(event.pointerId);
      lookAt(event);
    },
    onPointerMove: (event) => {
      if (event.buttons & 1) lookAt(event);
    },
    onKeyDown: (event) => {
      const places: Readonly<Record<string, number>> = {
        ...{ ArrowLeft: day - 1, ArrowDown: day - 1, ArrowRight: day + 1, ArrowUp: day + 1 },
        ...{ PageDown: day - WEEK, PageUp: day + WEEK, Home: 0, End: last },
      };
      if (!Object.hasOwn(places, event.key)) return;
      event.preventDefault();
      const to = places[event.key];
      look(to >= last ? null : to);
    },
  };
}

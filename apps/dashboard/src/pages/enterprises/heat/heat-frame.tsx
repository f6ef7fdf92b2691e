// Around the map: names of sectors beside their bands, dates below, the day that is looked at.
import type { ReactNode } from 'react';
import { dayAxis, tickDays } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import type { Heat } from './heat-fold';
import type { HeatLayout, HeatView } from './heat-view';

/** A date as long as `29 Feb`, in pixels: one that would be cut off at the right is left out. */
const DATE_WIDTH = 44;

interface Props {
  readonly heat: Heat;
  readonly layout: HeatLayout;
  readonly view: HeatView;
  readonly width: number;
  readonly children: ReactNode;
}

export function HeatFrame({ heat, layout, view, width, children }: Props): ReactNode {
  const { nameOf, count } = useSpeech();
  const { day } = useScope();
  const dates = useDates();
  const step = (width / layout.days) * view.zoomDays;
  const left = -view.left * step;
  const axis = dayAxis({ days: layout.days, left, right: left + layout.days * step });
  const isSeen = (x: number): boolean => x >= 0 && x <= width;
  return (
    <div className="heat-frame">
      <div className="heat-names" style={{ height: layout.tall }} aria-hidden="true">
        {layout.bands.map((band, at) => {
          const top = (band.top - view.top) * view.zoom;
          const bottom = top + band.height * view.zoom;
          if (bottom < 12 || top > layout.tall - 12) return null;
          // A name stays in sight for as long as its band does.
          const y = Math.max(0, Math.min(top, bottom - 16));
          return (
            <span key={band.sector} style={{ transform: `translateY(${y}px)` }}>
              {nameOf(heat.groups[at].name)} <i>{count(band.count)}</i>
            </span>
          );
        })}
      </div>
      <div className="heat-middle">
        {children}
        {isSeen(axis.centre(day)) && width > 0 ? (
          <div
            className="heat-playhead"
            style={{ transform: `translateX(${axis.centre(day)}px)`, height: layout.tall + 4 }}
          />
        ) : null}
      </div>
      <div className="heat-dates" aria-hidden="true">
        {width > 0
          ? tickDays(axis)
              .filter((tick) => isSeen(axis.centre(tick)) && axis.x(tick) + DATE_WIDTH <= width)
              .map((tick) => (
                <span key={tick} style={{ transform: `translateX(${axis.x(tick)}px)` }}>
                  {dates.of(tick)}
                </span>
              ))
          : null}
      </div>
    </div>
  );
}

// The list itself: as long as the run is, drawn only where it is seen, and at its end while it grows.
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { DayRow, EventRowView, type Links } from './event-row';
import type { EventRow } from './told';

const ROW = 46;
const OVERSCAN = 12;

interface ListShape {
  readonly rows: readonly EventRow[];
  readonly links: Links;
  readonly label: string;
  /** The row to bring into view, and again when it changes. */
  readonly target: number;
  /** Stays at the end as rows come. */
  readonly isAtEnd: boolean;
}

const keyOf = (row: EventRow): string => (row.of === 'day' ? `day ${row.day}` : row.told.id);

export function EventList({ rows, links, label, target, isAtEnd }: ListShape): ReactNode {
  const place = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = (): void => {
      if (place.current) setMargin(place.current.getBoundingClientRect().top + scrollY);
    };
    measure();
    addEventListener('resize', measure);
    return () => removeEventListener('resize', measure);
  }, []);
  const list = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    scrollMargin: margin,
    getItemKey: (index) => keyOf(rows[index]),
  });
  useEffect(() => {
    if (target >= 0) list.scrollToIndex(target, { align: 'center' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when another row is asked for
  }, [target]);
  useEffect(() => {
    if (isAtEnd) list.scrollToIndex(rows.length - 1, { align: 'end' });
    // eslint-disable-next-line react-hooks/exhaustive-deps -- only when rows have come
  }, [rows.length]);
  return (
    <div ref={place} role="list" aria-label={label} className="event-list" style={{ height: list.getTotalSize() }}>
      {list.getVirtualItems().map(({ index, key, start }) => {
        const row = rows[index];
        return (
          <div
            key={key}
            ref={list.measureElement}
            data-index={index}
            role="listitem"
            aria-setsize={rows.length}
            aria-posinset={index + 1}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            {row.of === 'day' ? <DayRow row={row} /> : <EventRowView row={row} links={links} />}
          </div>
        );
      })}
    </div>
  );
}

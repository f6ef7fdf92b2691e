// The one axis of days that curve, strips, levers and scrubber share: a cell a day, from the first day to the last.
export interface DayAxis {
  readonly days: number;
  /** Edges of the first and the last cell, in pixels. */
  readonly left: number;
  readonly right: number;
  /** Width of a day. */
  readonly step: number;
  /** Left edge of the day's cell. */
  readonly x: (day: number) => number;
  /** Where a point or the playhead of the day stands. */
  readonly centre: (day: number) => number;
  /** The day under a pixel, inside the axis always. */
  readonly dayAt: (pixel: number) => number;
}

/** @param options `days` >= 1, edges in pixels */
export function dayAxis({
  days,
  left,
  right,
}: {
  readonly days: number;
  readonly left: number;
  readonly right: number;
}): DayAxis {
  const step = Math.max(0, right - left) / Math.max(1, days);
  return {
    ...{ days, left, right, step },
    x: (day) => left + day * step,
    centre: (day) => left + (day + 0.5) * step,
    dayAt: (pixel) => Math.max(0, Math.min(days - 1, Math.floor((pixel - left) / (step || 1)))),
  };
}

const WEEK = 7;
/** Pixels that a date takes, with air around it. */
const DATE_WIDTH = 56;

/** Days that get a date: whole weeks, as many as fit. */
export function tickDays(axis: DayAxis): readonly number[] {
  const every = WEEK * Math.max(1, Math.ceil(DATE_WIDTH / (WEEK * (axis.step || 1))));
  const ticks: number[] = [];
  for (let day = 0; day < axis.days; day += every) ticks.push(day);
  return ticks;
}

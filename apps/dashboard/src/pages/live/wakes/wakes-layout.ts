// Heights of what stands on the axis of days, one below the other: curve, strips, levers.
import { dayAxis, ratioScale, type DayAxis, type RatioScale } from '../../../charts';

export interface WakesLayout {
  readonly axis: DayAxis;
  readonly isNarrow: boolean;
  readonly curve: { readonly top: number; readonly bottom: number; readonly y: RatioScale };
  readonly rows: { readonly top: number; readonly step: number; readonly height: number };
  readonly levers: { readonly top: number; readonly step: number; readonly height: number };
  readonly height: number;
}

const NARROW = 620;

export function wakesLayout(
  width: number,
  { days, sectors, levers }: { readonly days: number; readonly sectors: number; readonly levers: number },
): WakesLayout {
  const isNarrow = width < NARROW;
  const axis = dayAxis({ days, left: isNarrow ? 96 : 168, right: width - (isNarrow ? 8 : 112) });
  const curveTop = 22;
  const curveBottom = curveTop + (isNarrow ? 76 : 72);
  const rowStep = 18;
  const rowsTop = curveBottom + 22;
  const leversTop = rowsTop + sectors * rowStep + 16;
  return {
    ...{ axis, isNarrow, height: leversTop + levers * 18 + (levers > 0 ? 4 : -6) },
    curve: { top: curveTop, bottom: curveBottom, y: ratioScale(curveTop, curveBottom) },
    rows: { top: rowsTop, step: rowStep, height: 15 },
    levers: { top: leversTop, step: 18, height: 13 },
  };
}

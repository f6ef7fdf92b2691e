// What the cell under pointer or cursor is: an enterprise on a day, or so many together where they are too thin to tell.
import { useEffect, type ReactNode, type RefObject } from 'react';
import { useAnswer } from '../../../api/queries';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { ENTERPRISES_WORDS } from '../words';
import { meanOf, type Heat, type HeatGroup } from './heat-fold';
import { pixelOf, placeUnder, rowHeight, zoomed, type HeatLayout, type HeatView } from './heat-view';
import { dayUnder, type Spot } from './use-gestures';

interface Props {
  readonly heat: Heat;
  readonly layout: HeatLayout;
  readonly view: HeatView;
  readonly spot: Spot;
  readonly width: number;
  readonly setView: (change: (view: HeatView) => HeatView) => void;
  readonly open: (enterprise: string, day: number) => void;
  /** Gets what a click on the map does. */
  readonly onOpen: RefObject<(() => void) | undefined>;
}

/** Names are asked for in pages of this size, the same for many cells. */
const PAGE = 200;
/** An enterprise thinner than this, in pixels, cannot be pointed at. */
const LEAST_ROW = 2;
/** What a click does where enterprises are too thin to be pointed at. */
const CLOSER = 6;

export function HeatTip({ heat, layout, view, spot, width, open, setView, onOpen }: Props): ReactNode {
  const { language, nameOf, percent, count } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const dates = useDates();
  const day = Math.floor(dayUnder({ layout, view, width }, spot.x));
  const under = placeUnder(layout, view, spot.y);
  const group = heat.groups.find(({ sector }) => sector === under?.band.sector);
  const isOne = under !== undefined && rowHeight(under.band, view) >= LEAST_ROW;
  const place = Math.min(Math.floor(under?.place ?? 0), heat.count - 1);
  const id = useName({ heat, group, place, day, isAsked: isOne && day < heat.days });
  useEffect(() => {
    onOpen.current = (): void => {
      if (id !== undefined) open(id, day);
      else
        setView((seen) =>
          zoomed(layout, seen, { factor: CLOSER, at: spot.y, day: dayUnder({ layout, view, width }, spot.x) }),
        );
    };
    return () => {
      onOpen.current = undefined;
    };
  });
  if (!under || !group || day < 0 || day >= heat.days) return null;
  const thick = rowHeight(under.band, view);
  const to = isOne ? place + 1 : Math.min(group.first + group.count, place + Math.max(1, Math.round(1 / thick)));
  const ratio = meanOf(heat, day, place, to);
  const who = isOne ? (id ?? nameOf(group.name)) : words.together(count(to - place), nameOf(group.name));
  const isRight = spot.x > width - 240;
  return (
    <>
      {isOne ? (
        <div
          className="heat-cursor"
          style={{
            top: pixelOf(layout, view, place),
            left: (day - view.left) * (width / layout.days) * view.zoomDays,
            width: (width / layout.days) * view.zoomDays,
            height: Math.max(3, thick),
          }}
        />
      ) : null}
      <div
        className="heat-tip"
        role="status"
        style={{
          top: Math.min(spot.y + 12, layout.tall - 64),
          ...(isRight ? { right: width - spot.x + 12 } : { left: spot.x + 12 }),
        }}
      >
        <b>{who}</b>
        <span>
          {dates.of(day)}
          {language === 'zh' ? '：' : ': '}
          {isOne ? percent(ratio) : words.onAverage(percent(ratio))}
        </span>
        <span className="note">{id === undefined ? words.zoomToName : words.clickForWhy}</span>
      </div>
    </>
  );
}

interface Asked {
  readonly heat: Heat;
  readonly group: HeatGroup | undefined;
  readonly place: number;
  readonly day: number;
  readonly isAsked: boolean;
}

/** Id of the enterprise at a place; undefined until it is known. */
function useName({ heat, group, place, isAsked }: Asked): string | undefined {
  const { run } = useScope();
  const row = heat.rows[place] ?? 0;
  const offset = Math.floor((row - (group?.firstRow ?? 0)) / PAGE) * PAGE;
  const { data } = useAnswer(
    'listEnterprises',
    { params: { run: run.id }, query: { day: 0, sector: group?.sector, sort: 'id', offset, limit: PAGE } },
    { enabled: isAsked && group !== undefined, isSealed: true },
  );
  return isAsked ? data?.rows.find((one) => one.row === row)?.id : undefined;
}

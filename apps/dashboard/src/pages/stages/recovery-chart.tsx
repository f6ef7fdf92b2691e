// Three rates over the days, and beneath them what held the sector on each: one axis, one playhead.
import type { ReactNode } from 'react';
import { urlOf } from '../../api/client';
import { Chart, Curve, dayAxis, DayTicks, Playhead, PlayheadDate, RatioGrid, ratioScale, Strip } from '../../charts';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { SectorOfDay } from './stage-days';
import { STAGES_WORDS } from './words';

export const LEFT = 68;
export const RIGHT = 8;
const TOP = 12;
const BOTTOM = 148;
const STRIP = { top: 160, height: 20 } as const;
const DATES = 200;

interface Props {
  readonly sector: string;
  readonly name: string;
  readonly days: readonly SectorOfDay[];
}

export function RecoveryChart({ sector, name, days }: Props): ReactNode {
  const { run, day, look } = useScope();
  const { language, shared, percent } = useSpeech();
  const words = STAGES_WORDS[language];
  const dates = useDates();
  const held = days.map(({ heldBy }) => shared.bounds[heldBy]);
  const csv = urlOf('readMetrics', { params: { run: run.id }, query: { scope: 'sector', id: sector, format: 'csv' } });
  const table = () => ({
    columns: [words.day, shared.resumed, shared.onPost, shared.capacity, words.heldBy],
    numeric: [1, 2, 3],
    rows: days.map(({ resumption, returnToPost, capacityRecovery }, at) => [
      dates.of(at),
      percent(resumption),
      returnToPost === null ? '–' : percent(returnToPost),
      percent(capacityRecovery),
      held[at],
    ]),
  });
  return (
    <Chart
      id="recovery"
      title={words.recovery}
      note={<Legend />}
      name={`${name}: ${words.recovery}`}
      {...{ table, csv }}
      height={DATES + 8}
    >
      {(width) => {
        const axis = dayAxis({ days: run.days, left: LEFT, right: width - RIGHT });
        const y = ratioScale(TOP, BOTTOM);
        const curve = { axis, y, day };
        return (
          <svg
            width={width}
            height={DATES + 8}
            onClick={(event) =>
              look(
                Math.min(days.length - 1, axis.dayAt(event.clientX - event.currentTarget.getBoundingClientRect().left)),
              )
            }
          >
            <RatioGrid {...{ axis, y }} />
            <Curve {...curve} kind="on-post" values={days.map(({ returnToPost }) => returnToPost)} />
            <Curve {...curve} kind="resumed" values={days.map(({ resumption }) => resumption)} />
            <Curve {...curve} kind="capacity" values={days.map(({ capacityRecovery }) => capacityRecovery)} />
            <Strip
              axis={axis}
              {...STRIP}
              values={days.map(({ capacityRecovery }) => capacityRecovery)}
              held={held}
              day={day}
            />
            <Playhead axis={axis} day={day} top={TOP - 8} bottom={STRIP.top + STRIP.height + 4} />
            <DayTicks axis={axis} dates={dates} y={DATES} day={day} />
            <PlayheadDate axis={axis} day={day} text={dates.of(day)} y={DATES} />
          </svg>
        );
      }}
    </Chart>
  );
}

/** The three lines by their look, beside the title. */
function Legend(): ReactNode {
  const { language, shared } = useSpeech();
  const kinds = [
    ['capacity', shared.capacity],
    ['resumed', shared.resumed],
    ['on-post', shared.onPost],
  ] as const;
  return (
    <span className="line-legend">
      {kinds.map(([kind, name]) => (
        <span key={kind}>
          <svg width={24} height={8} className={`curve curve-${kind}`} aria-hidden="true">
            <path d="M0,4 H24" />
          </svg>{' '}
          {name}
        </span>
      ))}
      <span>{STAGES_WORDS[language].recoveryNote}</span>
    </span>
  );
}

// The recovery curve: three rates, what was switched when, and what sources observed.
import type { Lever } from '#libs/api';
import { Curve, labelWidth, RatioGrid, Ring } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { isOfStage, ratesObserved, type RateObserved } from '../top/observed';
import { useLiveWords } from '../use-live-words';
import { markersOf } from './lever-rows';
import type { WakesLayout } from './wakes-layout';

const MOST_MARKERS = 4;

export function CurvePart({
  layout,
  levers,
}: {
  readonly layout: WakesLayout;
  readonly levers: readonly Lever[];
}): React.ReactNode {
  const { axis, curve, isNarrow } = layout;
  const { days, day } = useScope();
  const { y } = curve;
  const today = days[day];
  return (
    <g>
      <RatioGrid axis={axis} y={y} />
      {!isNarrow && <Markers layout={layout} levers={levers} />}
      <Curve axis={axis} y={y} day={day} kind="on-post" values={days.map(({ chain }) => chain.returnToPost)} />
      <Curve axis={axis} y={y} day={day} kind="resumed" values={days.map(({ chain }) => chain.resumption)} />
      <Curve axis={axis} y={y} day={day} kind="capacity" values={days.map(({ chain }) => chain.capacityRecovery)} />
      {today && (
        <g className="dots" aria-hidden="true">
          <circle className="dot-resumed" cx={axis.centre(day)} cy={y(today.chain.resumption)} r={3} />
          <circle className="dot-capacity" cx={axis.centre(day)} cy={y(today.chain.capacityRecovery)} r={3.5} />
        </g>
      )}
      {!isNarrow && <Key layout={layout} />}
      <Observed layout={layout} />
    </g>
  );
}

function Key({ layout: { curve } }: { readonly layout: WakesLayout }): React.ReactNode {
  const words = useLiveWords();
  const top = curve.top + 4;
  const rows = [
    [words.capacity[0], 'capacity'],
    [words.resumed[0], 'resumed'],
    [words.posted[0], 'on-post'],
  ] as const;
  return (
    <g aria-hidden="true">
      {rows.map(([name, kind], at) => (
        <g key={kind}>
          <text className={kind === 'capacity' ? 'key strong' : 'key'} x={0} y={top + at * 18}>
            {name}
          </text>
          <g className={`curve curve-${kind}`}>
            <path d={`M64 ${top + at * 18 - 4}H88`} />
          </g>
        </g>
      ))}
    </g>
  );
}

/** Of several observations of one figure on one day the first is told; all of them are in the table. */
function Observed({ layout: { axis, curve, isNarrow } }: { readonly layout: WakesLayout }): React.ReactNode {
  const words = useLiveWords();
  const { percent, shared } = useSpeech();
  const { chain, days } = useScope();
  const dates = useDates();
  const seen = ratesObserved(chain).filter(({ day }) => day < axis.days);
  const told = (one: RateObserved): string => {
    const value = `${one.atLeast ? '≥ ' : ''}${percent(one.observed)}`;
    return words.observedOn(isOfStage(one.subject) ? shared.stages[one.subject] : null, value, dates.of(one.day));
  };
  return seen.map((one, at) => {
    const isFirst = at === 0 && !isNarrow;
    const then = one.subject === null ? days[one.day]?.chain[one.metric as 'capacityRecovery'] : undefined;
    const more = then === undefined || then === null ? '' : ` (${words.simulatedThen(percent(then))})`;
    return (
      <g key={one.id}>
        <Ring axis={axis} y={curve.y} day={one.day} ratio={one.observed} title={told(one) + more} />
        {isFirst && (
          <text x={axis.centre(one.day) + 8} y={curve.y(one.observed) + 20}>
            {told(one) + more}
          </text>
        )}
      </g>
    );
  });
}

function Markers({
  layout: { axis, curve, rows },
  levers,
}: {
  readonly layout: WakesLayout;
  readonly levers: readonly Lever[];
}): React.ReactNode {
  const words = useLiveWords();
  const { nameOf } = useSpeech();
  let free = axis.left;
  return (
    <g className="markers" aria-hidden="true">
      {markersOf(levers, MOST_MARKERS).map(({ day, lever, isOn }) => {
        const text = isOn ? words.switchedOn(nameOf(lever.name)) : words.ends(nameOf(lever.name));
        const x = axis.x(day);
        const fits = x + 4 >= free && x + labelWidth(text) + 8 < axis.right + 100;
        if (fits) free = x + labelWidth(text) + 16;
        return (
          <g key={`${lever.path} ${day}`}>
            <line x1={x} x2={x} y1={curve.top - 14} y2={rows.top - 4} />
            {fits && (
              <text className="note-text" x={x + 4} y={curve.top - 8}>
                {text}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

// Three rates, always together and in this order, capacity strongest; with what a source observed of each.
import type { Chain, DayResult } from '#libs/api';
import { signed } from '#libs/words';
import { Defined } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords } from '../use-live-words';
import { isOfStage, ratesObserved } from './observed';

type RateName = 'resumption' | 'returnToPost' | 'capacityRecovery';

export function Rates(): React.ReactNode {
  const words = useLiveWords();
  const { today, days, day, chain } = useScope();
  const before = days[day - 1];
  const rows: readonly (readonly [RateName, readonly [string, string]])[] = [
    ['resumption', words.resumed],
    ['returnToPost', words.posted],
    ['capacityRecovery', words.capacity],
  ];
  return (
    <div className="rates">
      {rows.map(([name, [title, means]]) => (
        <Rate key={name} {...{ name, title, means, today, before, chain }} />
      ))}
    </div>
  );
}

interface RateShape {
  readonly name: RateName;
  readonly title: string;
  readonly means: string;
  readonly today: DayResult | undefined;
  readonly before: DayResult | undefined;
  readonly chain: Chain;
}

function Rate({ name, title, means, today, before, chain }: RateShape): React.ReactNode {
  const words = useLiveWords();
  const { percent, shared } = useSpeech();
  const dates = useDates();
  const value = today?.chain[name] ?? null;
  const earlier = before?.chain[name] ?? null;
  const points = value === null || earlier === null ? undefined : signed((value - earlier) * 100);
  const [seen] = ratesObserved(chain).filter(({ metric }) => metric === name);
  return (
    <div className={`rate ${name}`}>
      <p>
        <Defined name={name}>
          <b>{title}</b> <span className="note">{means}</span>
        </Defined>
        <span className="change note" title={points === undefined ? undefined : words.sinceYesterday(points)}>
          {points}
        </span>
        <span className={value === null ? 'value none' : 'value'}>
          {value === null ? shared.notModelled : percent(value)}
        </span>
      </p>
      <div className="meter" aria-hidden="true">
        <i style={{ width: `${Math.max(0, Math.min(1, value ?? 0)) * 100}%` }} />
        {seen && <em style={{ left: `${seen.observed * 100}%` }} />}
      </div>
      {seen && (
        <p className="note seen">
          {words.observedOn(
            isOfStage(seen.subject) ? shared.stages[seen.subject] : null,
            `${seen.atLeast ? '≥ ' : ''}${percent(seen.observed)}`,
            dates.of(seen.day),
          )}
        </p>
      )}
    </div>
  );
}

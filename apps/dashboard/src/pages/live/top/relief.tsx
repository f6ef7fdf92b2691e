// Beside the losses by accounting: which constraint, lifted, would gain most, as far as computed; and whether the two differ.
import type { Relief as ReliefTable } from '#libs/api';
import { yuan } from '#libs/words';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ask } from '../../../api/client';
import { useAnswer } from '../../../api/queries';
import { Chart, Defined } from '../../../charts';
import { Refusal } from '../../../shell/decide/refusal';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { useLiveWords, useSectorName } from '../use-live-words';

const SHOWN = 3;
const LOOK_AGAIN_MS = 1000;
/** Tables come every so many days by themselves. */
const EVERY_DAYS = 7;

export function Relief(): React.ReactNode {
  const words = useLiveWords();
  const { percent, language } = useSpeech();
  const { run, day, days } = useScope();
  const dates = useDates();
  const told = useToldRelief();
  const reliefs = useReliefs(run.id, `${Math.floor(days.length / EVERY_DAYS)} ${run.mode} ${run.status}`);
  const known = reliefs.data?.tables.filter((table) => table.day <= day).sort((one, other) => other.day - one.day)[0];
  const isUnderWay = reliefs.data?.underWay.includes(day) ?? false;
  const rows = known?.reliefs ?? [];
  return (
    <Chart
      id="relief"
      className="relief"
      name={words.byRelief}
      title={<Defined name="bottleneckByRelief">{words.byRelief}</Defined>}
      note={known ? `${words.gainOver(known.overDays)}, ${words.ifLifted(dates.of(known.day))}` : undefined}
      table={() => ({
        columns: [words.cause, words.gainOver(known?.overDays ?? 0), words.share],
        rows: rows.map((one) => [told(one), yuan(one.gainYuan, language, 'short'), percent(one.shareOfBaseline)]),
      })}
    >
      {() => (
        <>
          {known ? <Gains table={known} /> : <p className="label">{words.noRelief}</p>}
          {known?.day !== day && <Ask day={day} isUnderWay={isUnderWay} nextDay={reliefs.data?.nextDay ?? null} />}
        </>
      )}
    </Chart>
  );
}

function useReliefs(run: string, asItGoes: string): ReturnType<typeof useAnswer<'listReliefs'>> {
  const [isWaiting, setWaiting] = useState(false);
  const answer = useAnswer('listReliefs', { params: { run } }, { everyMs: isWaiting ? LOOK_AGAIN_MS : false });
  const { refetch } = answer;
  useEffect(() => setWaiting((answer.data?.underWay.length ?? 0) > 0), [answer.data]);
  useEffect(() => void refetch(), [asItGoes, refetch]);
  return answer;
}

function useToldRelief(): (one: { readonly cause: string; readonly sector: string | null }) => string {
  const { shared } = useSpeech();
  const nameOf = useSectorName();
  const liftable: Readonly<Record<string, string>> = shared.liftable;
  return ({ cause, sector }) =>
    sector === null && cause === 'transport' ? nameOf(null) : `${nameOf(sector)} · ${liftable[cause] ?? cause}`;
}

function Gains({ table }: { readonly table: ReliefTable }): React.ReactNode {
  const words = useLiveWords();
  const { language, shared } = useSpeech();
  const nameOf = useSectorName();
  const told = useToldRelief();
  const { days, day } = useScope();
  const dates = useDates();
  const gains = table.reliefs.filter(({ gainYuan }) => gainYuan > 0).slice(0, SHOWN);
  const stuck = days[table.day]?.bottleneck ?? null;
  const [best] = gains;
  if (!best) return <p className="label">{shared.nothingToRelieve(dates.of(table.day))}</p>;
  // Orange is the bottleneck of the day looked at.
  const isToday = table.day === day;
  const isStuck = (one: typeof best): boolean =>
    stuck !== null && one.cause === stuck.cause && one.sector === stuck.sector;
  return (
    <>
      <ol className="gains">
        {gains.map((one) => (
          <li key={told(one)} className={isToday && isStuck(one) ? 'is-stuck' : undefined}>
            <span>
              {isToday && isStuck(one) ? '▲ ' : ''}
              {told(one)}
            </span>
            <b>+{yuan(one.gainYuan, language, 'short')}</b>
            <i style={{ width: `${(one.gainYuan / best.gainYuan) * 100}%` }} />
          </li>
        ))}
      </ol>
      {stuck && (
        <p className="label reading">
          {isStuck(best) ? (
            words.sameReading(isToday ? undefined : dates.of(table.day))
          ) : (
            <>
              <b>{words.differ(isToday ? undefined : dates.of(table.day))}</b>{' '}
              {words.differLead(`${nameOf(stuck.sector)} · ${shared.causes[stuck.cause]}`, told(best))}
            </>
          )}
        </p>
      )}
    </>
  );
}

function Ask({
  day,
  isUnderWay,
  nextDay,
}: {
  readonly day: number;
  readonly isUnderWay: boolean;
  readonly nextDay: number | null;
}): React.ReactNode {
  const words = useLiveWords();
  const { run } = useScope();
  const dates = useDates();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<number>();
  const [refusal, setRefusal] = useState<unknown>();
  const compute = (): void => {
    setAsked(day);
    setRefusal(undefined);
    ask('askRelief', { params: { run: run.id }, body: { day } })
      .then(() => queries.invalidateQueries({ queryKey: ['listReliefs'] }), setRefusal)
      .finally(() => setAsked(undefined));
  };
  if (isUnderWay || asked === day)
    return (
      <p className="label" role="status">
        {words.computing(dates.of(day))}
      </p>
    );
  return (
    <>
      <p className="ask-relief">
        <button className="small" onClick={compute}>
          {words.compute(dates.of(day))}
        </button>
        {run.status === 'running' && <span className="note">{words.atNext(nextDay)}</span>}
      </p>
      <Refusal error={refusal} />
    </>
  );
}

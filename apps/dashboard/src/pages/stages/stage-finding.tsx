// The headline: what holds this sector on the day, since when and at what cost; its three rates beside it.
import type { Chain } from '#libs/api';
import type { ReactNode } from 'react';
import { Defined, recoveryFill } from '../../charts';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { bottleneckOf, heldSince, splitOf, type SectorOfDay } from './stage-days';
import { STAGES_WORDS } from './words';

interface Props {
  readonly sector: Chain['sectors'][number];
  readonly days: readonly SectorOfDay[];
}

export function StageFinding({ sector, days }: Props): ReactNode {
  const { run, chain, day, days: all, today } = useScope();
  const { language, nameOf, yuan, percent, shared, words: shell } = useSpeech();
  const words = STAGES_WORDS[language];
  const dates = useDates();
  const now = days.at(day);
  if (!today || !now) {
    return (
      <header className="stage-finding">
        <div>
          <h1>{words.notYet}</h1>
          <p className="lead">{words.pressPlay}</p>
        </div>
      </header>
    );
  }
  const name = nameOf(sector.name);
  const isStuck = bottleneckOf(all, day)?.sector === sector.id;
  const since = heldSince(
    days.map(({ heldBy }) => heldBy),
    day,
  );
  const split = splitOf(now);
  const rootOf = (cause: { cause: keyof typeof shared.causes; sector: string | null }): string => {
    const where = chain.sectors.find(({ id }) => id === cause.sector);
    return `${where ? nameOf(where.name) : (cause.sector ?? shared.roads)} · ${shared.causes[cause.cause]}`;
  };
  const parts = split
    ? [
        split.mostOwn && split.own >= 0.005 ? words.arose(percent(split.own), shared.causes[split.mostOwn.cause]) : '',
        split.most && split.arrived >= 0.005 ? words.arrived(percent(split.arrived), rootOf(split.most)) : '',
      ].filter((part) => part !== '')
    : [];
  const stop = language === 'zh' ? '。' : '.';
  const from = parts.length > 0 ? shared.colon + parts.join(shared.semicolon) : '';
  const isLost = now.lostValueAddedYuan >= 1;
  const lead = [
    words.makes(yuan(Math.max(0, sector.baseYuan - now.lostYuan)), yuan(sector.baseYuan)),
    isLost ? `${words.costs(yuan(now.lostValueAddedYuan))}${from}${stop}` : words.nothingLost,
    isLost && !split && run.accountsForLosses ? words.notAccounted : '',
    isStuck ? words.isBottleneck : '',
  ];
  return (
    <header className="stage-finding">
      <div>
        <p className="label">
          {dates.of(day)} · {shell.dayOf(day, run.days)}
          {now.heldBy === 'none' ? '' : ` · ${words.since(dates.of(since))}`}
        </p>
        <h1 className={isStuck ? 'stuck' : undefined} aria-live="polite">
          {isStuck ? '▲ ' : ''}
          {words.holds[now.heldBy](name)}
        </h1>
        <p className="lead">{lead.filter((one) => one !== '').join(language === 'zh' ? '' : ' ')}</p>
      </div>
      <div>
        <Rates now={now} before={days.at(Math.max(0, day - 1)) ?? now} />
        <Value made={Math.max(0, sector.baseYuan - now.lostYuan)} normal={sector.baseYuan} />
      </div>
    </header>
  );
}

/** What is made on the day, within what is made on a normal one. */
function Value({ made, normal }: { readonly made: number; readonly normal: number }): ReactNode {
  const { language, yuan } = useSpeech();
  return (
    <div className="value">
      <span className="note">{STAGES_WORDS[language].aDay(yuan(made), yuan(normal))}</span>
      <div className="value-bar" aria-hidden="true">
        <i
          style={{
            width: `${Math.min(1, made / Math.max(1, normal)) * 100}%`,
            background: recoveryFill(made / Math.max(1, normal)),
          }}
        />
      </div>
    </div>
  );
}

function Rates({ now, before }: { readonly now: SectorOfDay; readonly before: SectorOfDay }): ReactNode {
  const { language, shared, percent, signed } = useSpeech();
  const words = STAGES_WORDS[language];
  const rates = [
    { name: 'resumption', title: shared.resumed, note: words.resumedNote, of: (day: SectorOfDay) => day.resumption },
    { name: 'returnToPost', title: shared.onPost, note: words.onPostNote, of: (day: SectorOfDay) => day.returnToPost },
    {
      name: 'capacityRecovery',
      title: shared.capacity,
      note: words.capacityNote,
      of: (day: SectorOfDay) => day.capacityRecovery,
    },
  ];
  return (
    <dl className="rates">
      {rates.map(({ name, title, note, of }, at) => {
        const [value, last] = [of(now), of(before)];
        return (
          <div key={name} className={at === 2 ? 'strong' : undefined}>
            <dt>
              <Defined name={name}>
                <b>{title.charAt(0).toUpperCase() + title.slice(1)}</b>
              </Defined>{' '}
              <span className="note">{note}</span>
            </dt>
            <dd>
              <span className="note">{value === null || last === null ? '' : signed((value - last) * 100)}</span>{' '}
              {value === null ? <span className="note">{shared.notModelled}</span> : percent(value)}
            </dd>
            <div className="rate-bar" aria-hidden="true">
              <i
                style={{
                  width: `${Math.min(1, value ?? 0) * 100}%`,
                  background: at === 2 ? recoveryFill(0.84) : 'var(--other-0)',
                }}
              />
            </div>
          </div>
        );
      })}
    </dl>
  );
}

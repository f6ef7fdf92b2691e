// The finding as the headline, its cost and where the shortage is, and below it the day's loss by cause.
import { Chart, Defined, LossBar, type LossPart } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { sentence } from '../../../words/sentence';
import { useLiveWords, useSectorName } from '../use-live-words';
import { accountedDay, findingOf, type Finding } from './finding';
import { lossParts } from './loss-parts';

export function Headline(): React.ReactNode {
  const { day, chain, days } = useScope();
  const dates = useDates();
  const accounted = accountedDay(days, day);
  if (!accounted) return null;
  const on = accounted.day < day ? dates.of(accounted.day) : undefined;
  const finding = findingOf(chain, days, accounted);
  const parts = lossParts(accounted);
  return (
    <div className="finding">
      <DateLine finding={finding} />
      <Title finding={finding} />
      <Lead finding={finding} on={on} />
      {parts.length > 0 && finding.state !== 'free' && (
        <Losses parts={parts} all={accounted.chain.lostValueAddedYuan} on={on} />
      )}
    </div>
  );
}

function DateLine({ finding }: { readonly finding: Finding }): React.ReactNode {
  const words = useLiveWords();
  const { language, words: shell } = useSpeech();
  const { run, day } = useScope();
  const dates = useDates();
  const { year, month, date } = dates.calendar(day);
  const weekday = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { weekday: 'short', timeZone: 'UTC' });
  const told = [
    dates.long ? dates.of(day) : words.dateLine(weekday.format(Date.UTC(year, month - 1, date)), dates.of(day), year),
    shell.dayOf(day, run.days),
    ...(finding.state === 'stuck' ? [words.stuckSince(dates.of(finding.bottleneck.sinceDay))] : []),
  ];
  return <p className="label date-line">{told.join(' · ')}</p>;
}

function Title({ finding }: { readonly finding: Finding }): React.ReactNode {
  const words = useLiveWords();
  const { percent } = useSpeech();
  const nameOf = useSectorName();
  const { today } = useScope();
  if (finding.state === 'unaccounted') return <h1>{words.unaccounted(percent(today?.chain.capacityRecovery ?? 0))}</h1>;
  const isStuck = finding.state === 'stuck';
  const where = isStuck ? finding.bottleneck.sector : null;
  const told = sentence(
    isStuck ? words.stuck[finding.bottleneck.cause](where === null ? null : nameOf(where)) : words.nothingHolds,
  );
  return (
    <>
      <h1 className={isStuck ? 'stuck' : undefined} key={told}>
        {isStuck && <span aria-hidden="true">▲ </span>}
        {told}
      </h1>
      {/* Spoken when it changes: this one stays, while the headline is made anew to fade. */}
      <span className="unseen" role="status">
        {told}
      </span>
    </>
  );
}

interface LeadShape {
  readonly finding: Finding;
  /** The day it is of, where it is not the day looked at. */
  readonly on: string | undefined;
}

function Lead({ finding, on }: LeadShape): React.ReactNode {
  const words = useLiveWords();
  const { percent, yuan, language } = useSpeech();
  const { run } = useScope();
  const nameOf = useSectorName();
  if (finding.state === 'unaccounted')
    return <p className="lead">{run.accountsForLosses ? words.unaccountedLead : words.noLosses}</p>;
  if (finding.state === 'free') return <p className="lead">{words.freeLead(percent(finding.lostShare))}</p>;
  const { bottleneck, sector, reach } = finding;
  const [before, after] = words.costs(percent(bottleneck.share), on);
  const name = nameOf(bottleneck.sector);
  const evidence =
    bottleneck.cause === 'labour' && sector && sector.returnToPost !== null
      ? words.onPost(name, percent(sector.returnToPost))
      : bottleneck.cause === 'gate' && sector
        ? words.reopened(name, percent(sector.resumption))
        : '';
  const reached =
    reach?.when === 'felt'
      ? words.felt(reach.sectors.map(({ id, yuan: lost }) => ({ name: nameOf(id), money: yuan(lost) })))
      : reach?.when === 'later'
        ? words.reachesLater(nameOf(reach.sector), reach.days)
        : reach
          ? words.underWay(nameOf(reach.sector), reach.days)
          : '';
  return (
    <p className="lead">
      {before}
      <b>{yuan(bottleneck.yuan)}</b>
      {unbroken([after, evidence, reached].filter((part) => part !== '').join(language === 'zh' ? '' : ' '))}
    </p>
  );
}

/** A line does not end between a figure and its unit. */
const unbroken = (text: string): string => text.replaceAll('\u2009', '\u202f').trimEnd();

interface LossesShape {
  readonly parts: readonly LossPart[];
  readonly all: number;
  /** As of the lead. */
  readonly on: string | undefined;
}

function Losses({ parts, all, on }: LossesShape): React.ReactNode {
  const words = useLiveWords();
  const { shared, percent, yuan } = useSpeech();
  const nameOf = useSectorName();
  const named = parts.map((part) => ({
    ...part,
    where: nameOf(part.where === '' ? null : part.where),
    cause: shared.causes[part.cause as keyof typeof shared.causes],
  }));
  const [first] = named;
  return (
    <Chart
      id="losses"
      className="losses"
      name={words.lossBar(on)}
      title={<Defined name="lostValueAdded">{words.lossBar(on)}</Defined>}
      note={words.lostOf(yuan(first.yuan), yuan(all), on === undefined)}
      table={() => ({
        columns: [words.sector, words.cause, words.share, words.money],
        numeric: [2, 3],
        rows: named.map(({ where, cause, share, yuan: lost }) => [where, cause, percent(share), yuan(lost)]),
      })}
    >
      {() => <LossBar parts={named} other={words.other} />}
    </Chart>
  );
}

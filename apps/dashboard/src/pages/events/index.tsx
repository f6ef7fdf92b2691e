// What happened, as sentences: the newest first or as a story, with what led to what.
import './events.css';
import { useMemo, useState, type ReactNode } from 'react';
import { Refusal } from '../../shell/decide/refusal';
import { choose, usePlace } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { EventList } from './event-list';
import { useSentence, type Links } from './event-row';
import { CLEARED, Filters, useWanted } from './filters';
import { effectsOf, isAboutBottleneck, isWanted, latestOf, rowsOf, type EventRow } from './told';
import { MOST_EVENTS, useMilestones } from './use-milestones';
import { useAtEnd } from './use-at-end';
import { EVENTS_WORDS } from './words';

export function EventsPage(): ReactNode {
  const { run, days } = useScope();
  const { choices } = usePlace();
  const { language, count } = useSpeech();
  const words = EVENTS_WORDS[language];
  const { events, upTo, isCut, error } = useMilestones(run.id, days.length - 1);
  const wanted = useWanted();
  const { type, sector, search, from, to, isStory } = wanted;
  const end = useAtEnd(isStory, upTo);
  const chosen = choices['event'];
  const shown = useMemo(
    () => events.filter((one) => isWanted(one, { type, sector, search, from, to: Math.min(to, end.upTo) })),
    [events, type, sector, search, from, to, end.upTo],
  );
  const rows = useMemo(() => rowsOf(shown, !isStory), [shown, isStory]);
  const byId = useMemo(() => new Map(events.map((one) => [one.id, one])), [events]);
  const effects = useMemo(() => effectsOf(events), [events]);
  const types = useMemo(() => new Set(events.map((one) => one.type)), [events]);
  const [pointed, point] = useState<string>();
  const goTo = (id: string): void => {
    const one = byId.get(id);
    // What is filtered away is shown again.
    choose({ ...(one && !isWanted(one, wanted) ? CLEARED : {}), event: id });
  };
  const links: Links = { byId, effects, goTo, chosen, pointed, point };
  const target = useTarget(rows, chosen);
  if (events.length === 0) {
    const isWaiting = upTo < days.length - 1 && !error;
    return (
      <main className="page events" aria-busy={isWaiting}>
        <h1>{isWaiting ? words.loading : words.nothing}</h1>
        {error ? <Refusal error={error} /> : <p className="lead">{isWaiting ? '' : words.nothingLead}</p>}
      </main>
    );
  }
  return (
    <main className="page events">
      <Headline events={events} />
      <Filters types={types} />
      <p className="label shown" role="status">
        {words.shown(count(shown.length), count(events.length))}
        {isCut && ` ${words.cut(count(MOST_EVENTS))}`}
      </p>
      <Refusal error={error} />
      {end.isHeld && (
        <button className="new-days" onClick={end.release}>
          {words.newDays(upTo - end.upTo)}
        </button>
      )}
      {rows.length === 0 ? (
        <div className="no-match">
          <h2>{words.noMatch}</h2>
          <p className="label">{words.noMatchLead}</p>
          <button onClick={() => choose(CLEARED)}>{words.clear}</button>
        </div>
      ) : (
        <EventList {...{ rows, links, target }} label={words.title} isAtEnd={end.isFollowing} />
      )}
    </main>
  );
}

/** The row of the event that was gone to; else of the day that is looked at, where one chose it before coming here. */
function useTarget(rows: readonly EventRow[], chosen: string | undefined): number {
  const { day, isFollowing } = useScope();
  const [first] = useState(isFollowing ? undefined : day);
  const find = (): number => {
    if (chosen !== undefined) {
      return rows.findIndex((row) => row.of === 'event' && row.members.some(({ id }) => id === chosen));
    }
    return first === undefined ? -1 : rows.findIndex((row) => row.of === 'day' && row.day === first);
  };
  return find();
}

function Headline({ events }: { readonly events: Parameters<typeof latestOf>[0] }): ReactNode {
  const { day } = useScope();
  const { language, count } = useSpeech();
  const words = EVENTS_WORDS[language];
  const dates = useDates();
  const text = useSentence();
  const latest = latestOf(events, day);
  const told = latest && text(latest.told).replace(/[.。]$/, '');
  const isStuck = latest !== undefined && isAboutBottleneck(latest.told.type);
  if (!latest) return <h1>{words.nothing}</h1>;
  return (
    <>
      <h1 className={isStuck ? 'stuck' : ''} aria-live="polite">
        {isStuck && '▲ '}
        {told}
      </h1>
      <p className="lead">{words.lead(dates.of(latest.told.day), latest.more, count(events.length))}</p>
    </>
  );
}

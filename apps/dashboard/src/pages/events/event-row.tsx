// One event as a sentence, with what brought it about and what it led to; and the line above each day.
import type { MilestoneTold } from '#libs/api';
import type { MilestoneType } from '#libs/messages';
import { useState, type ReactNode } from 'react';
import { openDecision } from '../../state/decide';
import { addressOf, choose, go } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { isAboutBottleneck, withoutDate, type EventRow } from './told';
import { EVENTS_WORDS } from './words';

/** Causes or effects that are told at once. */
const TOLD = 2;
const LISTED = 200;

export interface Links {
  readonly byId: ReadonlyMap<string, MilestoneTold>;
  readonly effects: ReadonlyMap<string, readonly MilestoneTold[]>;
  readonly goTo: (id: string) => void;
  /** Event that was gone to. */
  readonly chosen: string | undefined;
  /** What a hovered or focused link leads to. */
  readonly pointed: string | undefined;
  readonly point: (id: string | undefined) => void;
}

export function DayRow({ row }: { readonly row: Extract<EventRow, { of: 'day' }> }): ReactNode {
  const { day } = useScope();
  const words = EVENTS_WORDS[useSpeech().language];
  const dates = useDates();
  const date = dates.of(row.day);
  return (
    <div className={row.day === day ? 'event-day is-now' : 'event-day'}>
      <h2>{date}</h2>
      <span className="label">{words.ofDay(row.count)}</span>
      <span className="tools">
        <button
          className="quiet"
          aria-label={`${words.watchFrom}, ${date}`}
          onClick={() => go('live', { day: row.day })}
        >
          {words.watchFrom}
        </button>
        <button
          className="quiet"
          aria-label={`${words.forkHere}, ${date}`}
          onClick={() => {
            choose({ day: row.day });
            openDecision('fork');
          }}
        >
          {words.forkHere}
        </button>
      </span>
    </div>
  );
}

export function EventRowView({
  row,
  links,
}: {
  readonly row: Extract<EventRow, { of: 'event' }>;
  readonly links: Links;
}): ReactNode {
  const { language } = useSpeech();
  const words = EVENTS_WORDS[language];
  const { told, members } = row;
  const text = useSentence();
  const isStuck = isAboutBottleneck(told.type);
  const isChosen = members.some(({ id }) => id === links.chosen);
  const isPointed = members.some(({ id }) => id === links.pointed);
  const effects = effectsOfRow(members, links);
  return (
    <div
      className={`event ${isStuck ? 'is-stuck' : ''} ${isChosen ? 'is-chosen' : ''} ${isPointed ? 'is-pointed' : ''}`}
    >
      <span className="type label">{words.types[told.type as MilestoneType] ?? told.type}</span>
      <div>
        <p className="told">
          {isStuck && '▲ '}
          {text(told, members.length)}
          {told.enterprise !== null && members.length === 1 && (
            <a className="ask" href={addressOf('why', { enterprise: told.enterprise, day: told.day })}>
              {words.askWhy}
            </a>
          )}
        </p>
        {members.length > 1 && <Members members={members} />}
        <Linked
          label={words.because}
          mark="←"
          of={told.causes.flatMap((id) => links.byId.get(id) ?? [])}
          links={links}
        />
        <Linked label={words.ledTo} mark="→" of={effects} links={links} />
      </div>
    </div>
  );
}

/** An event, or several that happened together. */
export function useSentence(): (told: MilestoneTold, together?: number) => string {
  const { chain } = useScope();
  const { language, nameOf, count } = useSpeech();
  const words = EVENTS_WORDS[language];
  return (told, together = 1) => {
    if (together < 2) return withoutDate(nameOf(told.text));
    const sector = chain.sectors.find(({ id }) => id === told.sector);
    return words.resumedTogether(count(together), sector ? nameOf(sector.name) : (told.sector ?? ''));
  };
}

/** Of several effects of one kind and day one stands for all. */
function effectsOfRow(members: readonly MilestoneTold[], { effects }: Links): MilestoneTold[] {
  const found = members.flatMap(({ id }) => effects.get(id) ?? []);
  const own = new Set(members.map(({ id }) => id));
  return [...new Map(found.filter(({ id }) => !own.has(id)).map((one) => [one.id, one])).values()];
}

function Members({ members }: { readonly members: readonly MilestoneTold[] }): ReactNode {
  const [isOpen, setOpen] = useState(false);
  const words = EVENTS_WORDS[useSpeech().language];
  return (
    <div className="members">
      <button className="quiet" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {words.members}
      </button>
      {isOpen && (
        <p className="label">
          {members.slice(0, LISTED).map(({ id, enterprise, day }) => (
            <a key={id} href={addressOf('why', { enterprise, day })}>
              {enterprise}
            </a>
          ))}
          {members.length > LISTED && words.andMore(members.length - LISTED)}
        </p>
      )}
    </div>
  );
}

interface LinkedShape {
  readonly label: string;
  readonly mark: string;
  readonly of: readonly MilestoneTold[];
  readonly links: Links;
}

function Linked({ label, mark, of, links }: LinkedShape): ReactNode {
  const [isAll, setAll] = useState(false);
  const { language, shared } = useSpeech();
  const words = EVENTS_WORDS[language];
  const dates = useDates();
  const text = useSentence();
  if (of.length === 0) return null;
  const shown = of.slice(0, isAll ? LISTED : TOLD);
  return (
    <p className="linked label">
      <span aria-hidden="true">{mark}</span> {label}{' '}
      {shown.map((one) => (
        <button
          key={one.id}
          className="link"
          onClick={() => links.goTo(one.id)}
          onPointerEnter={() => links.point(one.id)}
          onPointerLeave={() => links.point(undefined)}
          onFocus={() => links.point(one.id)}
          onBlur={() => links.point(undefined)}
        >
          {dates.of(one.day)}
          {shared.colon}
          {text(one)}
        </button>
      ))}
      {of.length > shown.length && (
        <button className="quiet" onClick={() => setAll(true)} disabled={isAll}>
          {words.andMore(of.length - shown.length)}
        </button>
      )}
    </p>
  );
}

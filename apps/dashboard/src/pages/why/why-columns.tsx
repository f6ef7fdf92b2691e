// The loss read from left to right: heights are shares, orange is what the largest cause brought about.
import type { Why } from '#libs/api';
import type { ReactNode } from 'react';
import { Defined } from '../../charts';
import { choose } from '../../state/place';
import { useDates, useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { Box, Columns, Leaf, Through } from './columns';
import { useNames } from './names';
import { WHY_WORDS } from './words';

const LEAST_HEIGHT = 460;
const MOST_HEIGHT = 540;
/** Height that a line of text takes, and the least in which one can still be read. */
const LINE = 17;
const SLIM = 12;
const TWO_LINES = 40;
const THREE_LINES = 74;
const GAP = 2;

interface ColumnsShape {
  readonly answer: Why;
  readonly columns: Columns;
  /** What held the enterprise itself down that day. */
  readonly heldBy: string | undefined;
}

interface Laid<T> {
  readonly top: number;
  readonly one: T;
}

function laid<T extends { readonly share: number }>(parts: readonly T[]): Laid<T>[] {
  let top = 0;
  return parts.map((one) => {
    const at = { top, one };
    top += one.share;
    return at;
  });
}

/** As high as the smallest cause needs for its line, within bounds. */
function heightOf(leaves: readonly Leaf[]): number {
  const least = Math.min(...leaves.map(({ share }) => share).filter((share) => share >= 0.02), 1);
  return Math.round(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, (LINE + GAP) / least)));
}

export function WhyColumns({ answer, columns, heldBy }: ColumnsShape): ReactNode {
  const { language, percent, yuan, shared } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const through = columns.boxes.flatMap((box) => box.through.map((one) => ({ ...one, kind: box.kind })));
  const leaves = through.flatMap((one) => one.leaves);
  const height = heightOf(leaves);
  const main = names.cause(columns.main);
  const title = (name: string, share: number, mainShare: number): string =>
    `${name}: ${percent(share)}${mainShare > 0 ? `${shared.semicolon}${words.mainPart(main, percent(mainShare))}` : ''}`;
  return (
    <div className="why-columns" style={{ height: height + 24 }}>
      <Column head={words.heads[0]} defined="lostYuan" className="lost">
        <Part
          share={1}
          top={0}
          height={height}
          mainShare={columns.main.share}
          title={title(answer.enterprise, 1, columns.main.share)}
        >
          <b>{answer.enterprise}</b>
          <span>{words.outputOf(yuan(answer.outputYuan), yuan(answer.baseYuan))}</span>
          <span className="figure">{percent(1)}</span>
          <span>{words.ofLost(yuan(answer.lostYuan))}</span>
        </Part>
      </Column>
      <Column head={words.heads[1]}>
        {laid(columns.boxes).map(({ top, one }) => (
          <Part
            key={one.kind}
            {...{ top, height }}
            share={one.share}
            mainShare={one.mainShare}
            title={title(words.missing[one.kind], one.share, one.mainShare)}
          >
            <b>{words.missing[one.kind]}</b>
            <span>{noteOf(one, heldBy, words, names)}</span>
            <span className="figure">{percent(one.share)}</span>
          </Part>
        ))}
      </Column>
      <Column head={words.heads[2]}>
        {laid(through).map(({ top, one }) => (
          <ThroughPart key={top} {...{ top, one, height, title }} />
        ))}
      </Column>
      <Column head={words.heads[3]} defined="losses" className="leaves" sum={`Σ ${percent(1)}`}>
        {laid(leaves).map(({ top, one }) => (
          <LeafPart key={top} {...{ top, one, height }} />
        ))}
      </Column>
    </div>
  );
}

function noteOf(
  { kind, through }: Box,
  heldBy: string | undefined,
  words: (typeof WHY_WORDS)['en'],
  names: ReturnType<typeof useNames>,
): string {
  if (kind === 'itself') return heldBy === undefined ? '' : words.heldThatDay(heldBy);
  const sectors = [...new Set(through.flatMap(({ sector }) => sector ?? []))];
  return sectors.length > 0 ? words.from(names.list(sectors)) : '';
}

function ThroughPart({
  one,
  top,
  height,
  title,
}: {
  readonly one: Through & Pick<Box, 'kind'>;
  readonly top: number;
  readonly height: number;
  readonly title: (name: string, share: number, mainShare: number) => string;
}): ReactNode {
  const { percent, language } = useSpeech();
  const words = WHY_WORDS[language];
  const dates = useDates();
  const name = useThroughName()(one);
  if (one.of === 'cause') {
    return (
      <Part {...{ top, height }} share={one.share} mainShare={0} title={words.nobodyBetween} className="nobody">
        <span>{words.nobodyBetween}</span>
      </Part>
    );
  }
  const days = dates.range(one.fromDay, one.toDay);
  return (
    <Part
      {...{ top, height }}
      share={one.share}
      mainShare={one.mainShare}
      title={title(name, one.share, one.mainShare)}
    >
      {one.id !== null && one.of !== 'dock' ? <AskAbout id={one.id} name={name} /> : <b>{name}</b>}
      <span>{one.of === 'unmet' ? words.onDays(days) : days}</span>
      <span className="figure">{percent(one.share)}</span>
    </Part>
  );
}

/** Who stands between, in words. */
export function useThroughName(): (one: Pick<Through, 'of' | 'id' | 'sector' | 'count'>) => string {
  const words = WHY_WORDS[useSpeech().language];
  const names = useNames();
  return ({ of, id, sector, count }) => {
    if (of === 'others') return words.small(count);
    if (of === 'dock') return words.dock(id ?? '');
    const who = id ?? words.several(count, names.sector(sector));
    return of === 'orders' ? words.orderedOtherwise(who) : who;
  };
}

/** A supplier is an enterprise, too: one may ask on. */
function AskAbout({ id, name }: { readonly id: string; readonly name: string }): ReactNode {
  const { days } = useScope();
  return (
    <button className="ask-on" onClick={() => choose({ enterprise: id })} disabled={days.length === 0}>
      {name}
    </button>
  );
}

function LeafPart({
  one,
  top,
  height,
}: {
  readonly one: Leaf;
  readonly top: number;
  readonly height: number;
}): ReactNode {
  const { percent, language, shared } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const dates = useDates();
  const { cause, sector, count } = one;
  const name = cause === null ? shared.otherCauses(count) : names.cause({ cause, sector });
  const days = dates.range(one.fromDay, one.toDay);
  const when = one.via.length > 0 ? `${days} · ${words.via(names.list(one.via))}` : days;
  return (
    <Part
      {...{ top, height }}
      share={one.share}
      mainShare={0}
      className={one.isMain ? 'main' : ''}
      title={`${name}, ${when}: ${percent(one.share)}`}
    >
      <b>
        {one.isMain ? '▲ ' : ''}
        {name}
      </b>
      <span className="when">{when}</span>
      <span className="share">{percent(one.share)}</span>
    </Part>
  );
}

function Column({
  head,
  defined,
  sum,
  className = '',
  children,
}: {
  readonly head: string;
  /** Of the figures below it. */
  readonly defined?: string;
  readonly sum?: string;
  readonly className?: string;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <div className={`why-column ${className}`}>
      <p className="label head">
        {defined === undefined ? <span>{head}</span> : <Defined name={defined}>{head}</Defined>} <span>{sum}</span>
      </p>
      <ol aria-label={head}>{children}</ol>
    </div>
  );
}

interface PartShape {
  readonly share: number;
  readonly mainShare: number;
  /** Shares above it. */
  readonly top: number;
  /** Pixels of the whole. */
  readonly height: number;
  readonly title: string;
  readonly className?: string;
  readonly children: ReactNode;
}

function Part({ share, mainShare, top, height, title, className = '', children }: PartShape): ReactNode {
  const own = Math.max(1, share * height - GAP);
  const size =
    own >= THREE_LINES
      ? 'tall'
      : own >= TWO_LINES
        ? 'middle'
        : own >= LINE - 1
          ? 'line'
          : own >= SLIM
            ? 'line slim'
            : 'thin';
  return (
    <li className={`part ${size} ${className}`} style={{ top: top * height, height: own }} title={title}>
      {children}
      {mainShare > 0 && <i className="edge" style={{ height: Math.max(2, Math.min(own, mainShare * height - GAP)) }} />}
    </li>
  );
}

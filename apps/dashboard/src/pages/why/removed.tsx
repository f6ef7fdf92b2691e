// Beside the shares, what would have been: the run again without each of the largest causes.
import type { Why } from '#libs/api';
import type { ReactNode } from 'react';
import { Chart } from '../../charts';
import { useSpeech } from '../../words/language';
import { useNames } from './names';
import { WHY_WORDS } from './words';

type Removed = NonNullable<Why['counterfactuals']>[number];

interface RemovedShape {
  readonly answer: Why;
  /** Undefined while it is computed. */
  readonly removed: readonly Removed[] | undefined;
}

/** Output won, over what was lost; null where a cause cannot be removed. */
function gainOf({ outputYuan }: Removed, answer: Why): number | null {
  return outputYuan === null ? null : (outputYuan - answer.outputYuan) / answer.lostYuan;
}

/** A gain above so many times the loss is drawn with an open end, so that shares can still be read. */
const MOST_DRAWN = 1.5;

export function RemovedCauses({ answer, removed }: RemovedShape): ReactNode {
  const { language, percent, yuan, shared } = useSpeech();
  const words = WHY_WORDS[language];
  const names = useNames();
  const gains = (removed ?? []).map((one) => gainOf(one, answer));
  const widest = Math.min(MOST_DRAWN, Math.max(1, ...gains.map((gain) => gain ?? 0)));
  const sum = gains.reduce<number>((all, gain) => all + (gain ?? 0), 0);
  const table = (): { columns: string[]; rows: string[][] } => ({
    columns: [shared.whyRemoved, shared.whyShareHead, shared.whyLostWithout, shared.whyDifference],
    rows: (removed ?? []).map((one) => [
      names.cause(one),
      percent(one.share),
      one.outputYuan === null ? shared.whyNotRemovable : yuan(Math.max(0, answer.baseYuan - one.outputYuan)),
      one.outputYuan === null ? '' : yuan(Math.max(0, answer.baseYuan - one.outputYuan) - answer.lostYuan),
    ]),
  });
  return (
    <Chart id="removed" title={words.removedTitle} name={words.removedTitle} table={table}>
      {() => (
        <>
          <p className="label removed-note">{words.removedNote}</p>
          {removed === undefined ? (
            <div className="ghosts" aria-hidden="true">
              {[0, 1, 2].map((at) => (
                <i key={at} />
              ))}
            </div>
          ) : (
            <ul className="removed">
              {removed.map((one, at) => (
                <li key={names.cause(one)} className={at === 0 ? 'main' : ''}>
                  <p>
                    {at === 0 ? '▲ ' : ''}
                    {names.cause(one)}
                  </p>
                  <Bar kind="filled" width={one.share / widest} text={percent(one.share)} />
                  <GainBar gain={gains[at]} widest={widest} lostYuan={answer.lostYuan} />
                </li>
              ))}
            </ul>
          )}
          {removed !== undefined && (
            <p className="label removed-note">
              {removed.length === 0
                ? words.noRerun
                : removed.length > 1 && gains.every((gain) => (gain ?? 0) >= 0)
                  ? words.needNotAdd(percent(sum))
                  : words.needNot}
            </p>
          )}
        </>
      )}
    </Chart>
  );
}

function GainBar({
  gain,
  widest,
  lostYuan,
}: {
  readonly gain: number | null;
  readonly widest: number;
  readonly lostYuan: number;
}): ReactNode {
  const { language, percent, yuan } = useSpeech();
  const words = WHY_WORDS[language];
  if (gain === null) return <span className="label">{words.notTried}</span>;
  const money = yuan(Math.abs(gain) * lostYuan);
  if (Math.abs(gain) < 0.0005) return <Bar kind="outlined" width={0} text={words.noMore} />;
  const text = gain > 0 ? words.more(money, percent(gain)) : words.less(money, percent(-gain));
  return <Bar kind="outlined" width={Math.max(0, gain) / widest} text={text} />;
}

/** A label stands beside its bar: a full bar leaves room for it. */
const FULL = 54;

function Bar({
  kind,
  width,
  text,
}: {
  readonly kind: string;
  readonly width: number;
  readonly text: string;
}): ReactNode {
  return (
    <span className="removed-bar">
      <i className={width > 1 ? `${kind} is-cut` : kind} style={{ width: `${Math.min(1, width) * FULL}%` }} />
      {text}
    </span>
  );
}

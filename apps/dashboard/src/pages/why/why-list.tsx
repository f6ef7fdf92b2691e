// The same loss on a phone: one below the other, each with a bar of its share.
import type { ReactNode } from 'react';
import { choose } from '../../state/place';
import { useDates } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { Columns, Leaf } from './columns';
import { useNames } from './names';
import { useThroughName } from './why-columns';
import { WHY_WORDS } from './words';

export function WhyList({ columns }: { readonly columns: Columns }): ReactNode {
  const { language, percent } = useSpeech();
  const words = WHY_WORDS[language];
  const nameOf = useThroughName();
  return (
    <ol className="why-list">
      {columns.boxes.map((box) => (
        <li key={box.kind}>
          <p className="head">
            <b>{words.missing[box.kind]}</b> <b>{percent(box.share)}</b>
          </p>
          {box.through.map((one, at) => (
            <div key={at} className="through">
              {one.of !== 'cause' && box.kind !== 'others' && (
                <p className="head">
                  {one.id !== null && one.of !== 'dock' ? (
                    <button className="ask-on" onClick={() => choose({ enterprise: one.id })}>
                      {nameOf(one)}
                    </button>
                  ) : (
                    <span>{nameOf(one)}</span>
                  )}
                  <span>{percent(one.share)}</span>
                </p>
              )}
              <ol>
                {one.leaves.map((leaf, index) => (
                  <LeafRow key={index} leaf={leaf} />
                ))}
              </ol>
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

function LeafRow({ leaf }: { readonly leaf: Leaf }): ReactNode {
  const { percent, shared } = useSpeech();
  const names = useNames();
  const dates = useDates();
  const { cause, sector, count, share, isMain } = leaf;
  return (
    <li className={isMain ? 'leaf main' : 'leaf'}>
      <span className="name">
        {isMain ? '▲ ' : ''}
        {cause === null ? shared.otherCauses(count) : names.cause({ cause, sector })}
      </span>
      <span>{percent(share)}</span>
      <i className="bar" style={{ width: `${share * 100}%` }} />
      <span className="note">{dates.range(leaf.fromDay, leaf.toDay)}</span>
    </li>
  );
}

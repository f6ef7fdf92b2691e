// The list: as many rows as there are enterprises, of which those in sight are drawn.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type ReactNode } from 'react';
import type { EnterpriseDay } from '#libs/api';
import { yuan } from '#libs/words';
import { recoveryFill } from '../../charts';
import { addressOf, choose, go } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { EnterpriseSort, Filters } from './filters';
import { useRows } from './use-rows';
import { ENTERPRISES_WORDS, type EnterprisesWords } from './words';

const ROW = 32;
const OVERSCAN = 12;

type Column = keyof EnterprisesWords['columns'];

const COLUMNS: readonly { readonly key: Column; readonly sort?: EnterpriseSort; readonly isNumber?: boolean }[] = [
  { key: 'id', sort: 'id' },
  { key: 'sector' },
  { key: 'zone' },
  { key: 'bound' },
  { key: 'ratio', sort: 'worst', isNumber: true },
  { key: 'lost', sort: 'lost', isNumber: true },
  { key: 'base', sort: 'base', isNumber: true },
];

export function EnterpriseList({ filters }: { readonly filters: Filters }): ReactNode {
  const { run, day, today } = useScope();
  const { language, count } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const scroller = useRef<HTMLDivElement>(null);
  const [first, setFirst] = useState(0);
  const { total, at, error } = useRows({ run: run.id, day, isSealed: today !== undefined, first, ...filters });
  const virtual = useVirtualizer({
    count: total ?? 0,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: OVERSCAN,
    onChange: (list) => setFirst(Math.floor((list.scrollOffset ?? 0) / ROW)),
  });
  return (
    <>
      <p className="label found" role="status">
        {total === undefined ? '' : words.found(count(total))} {error ? error.message : ''}
      </p>
      <div className="enterprise-list" ref={scroller} tabIndex={0} role="group" aria-label={words.listTitle}>
        <div role="table" aria-label={words.listTitle} aria-rowcount={(total ?? 0) + 1}>
          <Head sort={filters.sort} />
          <div role="rowgroup" className="list-rows" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="list-row"
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row row={at(index)} day={day} />
              </div>
            ))}
          </div>
        </div>
        {total === 0 ? (
          <p className="lead nobody">
            {words.nobody} {words.nobodyMend}
          </p>
        ) : null}
      </div>
    </>
  );
}

function Head({ sort }: { readonly sort: EnterpriseSort }): ReactNode {
  const { language } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  return (
    <div role="rowgroup" className="list-head">
      <div role="row" aria-rowindex={1} className="list-row">
        {COLUMNS.map(({ key, sort: by, isNumber }) => (
          <span
            key={key}
            role="columnheader"
            className={`cell-${key} ${isNumber ? 'number' : ''}`}
            aria-sort={
              by === undefined || by !== sort ? undefined : by === 'id' || by === 'worst' ? 'ascending' : 'descending'
            }
          >
            {by === undefined ? (
              words.columns[key]
            ) : (
              <button className="quiet" title={words.sortBy(words.columns[key])} onClick={() => choose({ sort: by })}>
                {words.columns[key]}
                {by === sort ? (by === 'id' || by === 'worst' ? ' ↑' : ' ↓') : ''}
              </button>
            )}
          </span>
        ))}
      </div>
    </div>
  );
}

function Row({ row, day }: { readonly row: EnterpriseDay | undefined; readonly day: number }): ReactNode {
  const { shared, nameOf, percent, language } = useSpeech();
  const { chain } = useScope();
  if (!row) return <span role="cell" className="cell-id waiting" />;
  const sector = chain.sectors.find(({ id }) => id === row.sector);
  const why = { enterprise: row.id, day };
  const money = (value: number): string => yuan(value, language, 'short');
  return (
    <>
      <span role="cell" className="cell-id">
        <a
          href={addressOf('why', why)}
          onClick={(event) => {
            if (event.ctrlKey || event.metaKey || event.shiftKey) return;
            event.preventDefault();
            go('why', why);
          }}
        >
          {row.id}
        </a>
      </span>
      <span role="cell" className="cell-sector">
        {sector ? nameOf(sector.name) : row.sector}
      </span>
      <span role="cell" className="cell-zone">
        {row.zone}
      </span>
      <span role="cell" className="cell-bound">
        {shared.bounds[row.bound]}
      </span>
      <span role="cell" className="cell-ratio number">
        <i className="ratio-bar" aria-hidden="true">
          <i style={{ width: `${row.ratio * 100}%`, background: recoveryFill(row.ratio) }} />
        </i>
        <span className="ratio">{percent(row.ratio)}</span>
      </span>
      <span role="cell" className="cell-lost number">
        {money(Math.max(0, row.baseYuan - row.outputYuan))}
      </span>
      <span role="cell" className="cell-base number">
        {money(row.baseYuan)}
      </span>
    </>
  );
}

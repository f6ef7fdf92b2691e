// A chart with its title, its note, its table and its download. The table stands in the chart's place, where the address
// says so: `table=1` means every chart, `table=curve,strips` those.
import type { ReactNode } from 'react';
import { choose, usePlace } from '../state/place';
import { useSpeech } from '../words/language';
import { TableView, type TableShape } from './table-view';
import { useWidth } from './use-width';

interface ChartShape {
  /** Names it in the address. */
  readonly id: string;
  readonly title: ReactNode;
  /** How it is read, beside the title. */
  readonly note?: ReactNode;
  /** Title of the table, as plain words. */
  readonly name: string;
  /** Made only when it is shown. */
  readonly table: () => TableShape;
  /** Address of a download. */
  readonly csv?: string;
  /** Drawn with the width that there is; not before it is known. */
  readonly children: (width: number) => ReactNode;
  readonly className?: string;
  /** Least height, so that nothing jumps when it is drawn. */
  readonly height?: number;
}

export function Chart({ id, title, note, name, table, csv, children, className, height }: ChartShape): ReactNode {
  const { words } = useSpeech();
  const [isTable, toggle] = useTable(id);
  const [ref, width] = useWidth<HTMLDivElement>();
  return (
    <section className={`chart ${className ?? ''}`} aria-label={name}>
      <header>
        <h2>{title}</h2>
        {note !== undefined && <p className="label chart-note">{note}</p>}
        <span className="chart-tools">
          <button className="quiet" aria-pressed={isTable} onClick={toggle}>
            {words.table}
          </button>
          {csv !== undefined && (
            <a className="quiet" href={csv} download>
              CSV
            </a>
          )}
        </span>
      </header>
      <div ref={ref} className="chart-body" style={height === undefined ? undefined : { minHeight: height }}>
        {isTable ? <TableView {...table()} caption={name} /> : width > 0 && children(width)}
      </div>
    </section>
  );
}

/** Whether a chart is shown as a table, and what turns it. */
function useTable(id: string): readonly [boolean, () => void] {
  const { table } = usePlace().choices;
  const named = table === undefined || table === '1' ? [] : table.split(',');
  const isTable = table === '1' || named.includes(id);
  const toggle = (): void => {
    const next = isTable ? named.filter((one) => one !== id) : [...named, id];
    choose({ table: next.length === 0 ? null : next.join(',') });
  };
  return [isTable, toggle];
}

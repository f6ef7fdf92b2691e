// Rows of the sectors: how far each is back and what held it, with the way of the bottleneck through them.
import type { Chain } from '#libs/api';
import { useMemo } from 'react';
import { Ring, Strip } from '../../../charts';
import { useDates, useScope } from '../../../state/scope';
import { useSpeech } from '../../../words/language';
import { sectorsObserved } from '../top/observed';
import { useLiveWords, useSectorName } from '../use-live-words';
import { bottleneckPath, connectorsOf } from './bottleneck-path';
import type { WakesLayout } from './wakes-layout';

/** A sector is back from the first day at this and more. */
const BACK = 0.8;

export function StripsPart({ layout }: { readonly layout: WakesLayout }): React.ReactNode {
  const { axis, rows, isNarrow } = layout;
  const words = useLiveWords();
  const { shared, percent } = useSpeech();
  const nameOf = useSectorName();
  const { chain, days, day } = useScope();
  const dates = useDates();
  const today = days[day];
  const series = useMemo(
    () =>
      chain.sectors.map(({ id }, at) => ({
        id,
        values: days.map(({ sectors }) => sectors[at]?.capacityRecovery ?? 0),
        held: days.map(({ sectors }) => shared.bounds[sectors[at]?.heldBy ?? 'none']),
      })),
    [chain, days, shared],
  );
  const connectors = connectorsOf(days, { axis, footOf: footIn(chain, layout) });
  return (
    <g>
      {!isNarrow && (
        <g aria-hidden="true">
          <text className="note-text" x={axis.right + 64} y={rows.top - 8} textAnchor="end">
            {words.eightyOn}
          </text>
          <text className="note-text" x={axis.right + 112} y={rows.top - 8} textAnchor="end">
            {words.today}
          </text>
        </g>
      )}
      {series.map(({ id, values, held }, at) => {
        const top = rows.top + at * rows.step;
        const isStuck = today?.bottleneck?.sector === id;
        const crossed = connectors.filter((one) => one.top < top + rows.height && one.bottom > top).map(({ x }) => x);
        const back = values.findIndex((value) => value >= BACK);
        return (
          <g key={id}>
            <text className={isStuck ? 'stuck-text' : 'row-name'} x={0} y={top + 11.5}>
              {isStuck ? '▲ ' : ''}
              {nameOf(id)}
            </text>
            <Strip
              axis={axis}
              top={top}
              height={rows.height}
              values={values}
              held={held}
              crossed={crossed}
              day={day}
              isBare={isNarrow}
            />
            {!isNarrow && (
              <>
                <text className="note-text" x={axis.right + 64} y={top + 11.5} textAnchor="end">
                  {back < 0 ? words.notYet : dates.of(back)}
                </text>
                <text
                  className={isStuck ? 'stuck-text' : 'row-figure'}
                  x={axis.right + 112}
                  y={top + 11.5}
                  textAnchor="end"
                >
                  {percent(values[day] ?? 0)}
                </text>
              </>
            )}
          </g>
        );
      })}
      <SectorRings layout={layout} />
      <Path layout={layout} />
    </g>
  );
}

/** Foot of a sector's row; what is held up on the roads runs below them all. */
function footIn({ sectors }: Chain, { rows }: WakesLayout): (sector: string | null) => number | undefined {
  const at = new Map(sectors.map(({ id }, row) => [id, row]));
  return (sector) => {
    const row = sector === null ? sectors.length : at.get(sector);
    return row === undefined ? undefined : rows.top + (row + 1) * rows.step - 1.5;
  };
}

function Path({ layout }: { readonly layout: WakesLayout }): React.ReactNode {
  const { chain, days, day } = useScope();
  const path = bottleneckPath(days, day, { axis: layout.axis, footOf: footIn(chain, layout) });
  return (
    <g className="bottleneck-path" aria-hidden="true">
      {path.after !== '' && <path className="after" d={path.after} />}
      {path.until !== '' && <path d={path.until} />}
    </g>
  );
}

/** What sources observed of single sectors: in their rows. */
function SectorRings({ layout: { axis, rows } }: { readonly layout: WakesLayout }): React.ReactNode {
  const words = useLiveWords();
  const { percent } = useSpeech();
  const nameOf = useSectorName();
  const { chain } = useScope();
  const dates = useDates();
  return sectorsObserved(chain)
    .filter(({ day }) => day < axis.days)
    .map(({ id, day, observed, atLeast, subject }) => {
      const row = chain.sectors.findIndex((sector) => sector.id === subject);
      const middle = rows.top + row * rows.step + rows.height / 2;
      const title = words.observedOn(nameOf(subject), `${atLeast ? '≥ ' : ''}${percent(observed)}`, dates.of(day));
      return <Ring key={id} axis={axis} y={() => middle} day={day} ratio={observed} title={title} />;
    });
}

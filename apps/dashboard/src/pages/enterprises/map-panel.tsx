// The map with its title, its scale and the order of its rows.
import { useState, type ReactNode } from 'react';
import { Defined, recoveryFill } from '../../charts';
import { choose, go, usePlace } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import type { Filters } from './filters';
import type { HeatOrder } from './heat/heat-fold';
import { HeatMap } from './heat/heat-map';
import { useHeat } from './heat/use-heat';
import { ENTERPRISES_WORDS } from './words';

const TALL = 440;
const TALL_ON_PHONE = 360;
const PHONE = 600;

export function MapPanel({ filters }: { readonly filters: Filters }): ReactNode {
  const { run, days } = useScope();
  const { language } = useSpeech();
  const words = ENTERPRISES_WORDS[language];
  const { choices } = usePlace();
  const order: HeatOrder = choices['order'] === 'chain' ? 'chain' : 'woke';
  const { heat, error } = useHeat({ run: run.id, sector: filters.sector, sealed: days.length, order });
  const [tall] = useState(() => (innerWidth < PHONE ? TALL_ON_PHONE : TALL));
  return (
    <section className="map-panel" aria-label={words.mapTitle}>
      <header>
        <h2>{words.mapTitle}</h2>
        <p className="label chart-note">{words.mapNote}</p>
        <span className="heat-scale" aria-hidden="true">
          0{' '}
          {[0, 0.2, 0.4, 0.6, 0.8, 1].map((ratio) => (
            <i key={ratio} style={{ background: recoveryFill(ratio) }} />
          ))}{' '}
          100 %
        </span>
        <Defined name="capacityRecovery">{words.scale}</Defined>
        <label className="label">
          {words.order}{' '}
          <select
            value={order}
            onChange={(event) => choose({ order: event.target.value === 'woke' ? null : event.target.value })}
          >
            {(['woke', 'chain'] as const).map((one) => (
              <option key={one} value={one}>
                {words.orders[one]}
              </option>
            ))}
          </select>
        </label>
      </header>
      {error ? (
        <p role="alert" className="lead">
          {errorLine(error, language)}
        </p>
      ) : null}
      {heat ? (
        <HeatMap {...{ heat, tall }} days={run.days} open={(enterprise, day) => go('why', { enterprise, day })} />
      ) : (
        <div className="heat-ghost" style={{ height: tall }} aria-busy={days.length > 0} />
      )}
      <p className="note">{filters.sector === undefined ? words.tallNote : ''}</p>
    </section>
  );
}

// The sectors in chain order, each with how recovered it is: one is looked at.
import type { ReactNode } from 'react';
import { recoveryFill } from '../../charts';
import { addressOf, choose } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { bottleneckOf } from './stage-days';
import { STAGES_WORDS } from './words';

export function SectorTabs({ chosen }: { readonly chosen: string }): ReactNode {
  const { chain, today, days, day } = useScope();
  const stuck = bottleneckOf(days, day)?.sector;
  const { language, nameOf, percent } = useSpeech();
  return (
    <nav className="sector-tabs" aria-label={STAGES_WORDS[language].sectors}>
      {chain.sectors.map(({ id, name }) => {
        const ratio = today?.sectors.find((one) => one.id === id)?.capacityRecovery;
        const isStuck = stuck === id;
        return (
          <a
            key={id}
            href={addressOf('stages', { sector: id })}
            aria-current={id === chosen ? 'true' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              choose({ sector: id });
            }}
          >
            <span className={isStuck ? 'stuck' : undefined}>
              {isStuck ? '▲ ' : ''}
              {nameOf(name)}
            </span>
            <span className="number">{ratio === undefined ? '' : percent(ratio)}</span>
            <i className="rate-bar" aria-hidden="true">
              <i style={{ width: `${(ratio ?? 0) * 100}%`, background: recoveryFill(ratio ?? 0) }} />
            </i>
          </a>
        );
      })}
    </nav>
  );
}

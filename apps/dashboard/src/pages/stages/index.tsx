// Stages: what holds one sector on the day, how it comes back, what it loses and to what, and who in it is worst off.
import './stages.css';
import { useMemo, type ReactNode } from 'react';
import { usePlace } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import { LossChart } from './loss-chart';
import { RecoveryChart } from './recovery-chart';
import { SectorTabs } from './sector-tabs';
import { bottleneckOf, sectorDays } from './stage-days';
import { StageFinding } from './stage-finding';
import { WorstOff } from './worst-off';

export function StagesPage(): ReactNode {
  const { chain, days: all, day, run } = useScope();
  const { nameOf } = useSpeech();
  const asked = usePlace().choices['sector'] ?? bottleneckOf(all, day)?.sector;
  const sector = chain.sectors.find(({ id }) => id === asked) ?? chain.sectors.at(0);
  const id = sector?.id ?? '';
  const days = useMemo(() => sectorDays(all, id), [all, id]);
  if (!sector) return <main className="page" />;
  const shape = { sector: id, name: nameOf(sector.name), days };
  return (
    <main className="page stages">
      <SectorTabs chosen={id} />
      <StageFinding {...{ sector, days }} />
      <div className="stage-body">
        <div>
          <RecoveryChart {...shape} />
          {run.accountsForLosses ? <LossChart {...shape} /> : null}
        </div>
        <WorstOff sector={id} now={days.at(day)} />
      </div>
    </main>
  );
}

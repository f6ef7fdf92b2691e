// The enterprises of the sector that lose most on the day, each with the way to its reasons.
import type { ReactNode } from 'react';
import { useAnswer } from '../../api/queries';
import { recoveryFill } from '../../charts';
import { addressOf, go, type Page } from '../../state/place';
import { useScope } from '../../state/scope';
import { useSpeech } from '../../words/language';
import type { SectorOfDay } from './stage-days';
import { STAGES_WORDS } from './words';

const SHOWN = 8;

interface LinkShape {
  readonly page: Page;
  readonly choices: Readonly<Record<string, string | number | null>>;
  readonly children: ReactNode;
}

function PageLink({ page, choices, children }: LinkShape): ReactNode {
  return (
    <a
      href={addressOf(page, choices)}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go(page, choices);
      }}
    >
      {children}
    </a>
  );
}

export function WorstOff({
  sector,
  now,
}: {
  readonly sector: string;
  readonly now: SectorOfDay | undefined;
}): ReactNode {
  const { run, day, today } = useScope();
  const { language, shared, percent, yuan } = useSpeech();
  const words = STAGES_WORDS[language];
  const { data } = useAnswer(
    'listEnterprises',
    { params: { run: run.id }, query: { day, sector, sort: 'lost', limit: SHOWN } },
    { enabled: today !== undefined, isSealed: true, keepsBefore: true },
  );
  const losing = data?.rows.filter(({ baseYuan, outputYuan }) => baseYuan - outputYuan >= 1) ?? [];
  return (
    <section className="worst-off" aria-label={words.worst}>
      <h2>
        {words.worst} <span className="note">{words.worstNote}</span>
      </h2>
      {data && losing.length === 0 ? <p className="label">{words.noneLost}</p> : null}
      <ul>
        {losing.map((one) => (
          <li key={one.id}>
            <PageLink page="why" choices={{ enterprise: one.id, day }}>
              {one.id}
            </PageLink>
            <span className="note">{shared.bounds[one.bound]}</span>
            <i className="rate-bar" aria-hidden="true">
              <i style={{ width: `${one.ratio * 100}%`, background: recoveryFill(one.ratio) }} />
            </i>
            <span className="number">{percent(one.ratio)}</span>
            <span className="number">{yuan(one.baseYuan - one.outputYuan)}</span>
          </li>
        ))}
      </ul>
      <p className="links">
        <PageLink page="enterprises" choices={{ sector, bound: null, search: null }}>
          {words.all}
        </PageLink>
        {now && now.heldBy !== 'none' ? (
          <PageLink page="enterprises" choices={{ sector, bound: now.heldBy, search: null }}>
            {words.allHeld(shared.bounds[now.heldBy])}
          </PageLink>
        ) : null}
      </p>
    </section>
  );
}

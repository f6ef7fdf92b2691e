// What there is to run: built in, and one's own.
import type { ScenarioListed } from '#libs/api';
import type { ReactNode } from 'react';
import { addressOf, go } from '../../state/place';
import { useSpeech } from '../../words/language';
import { COUNTY } from './draft';
import { SCENARIOS_WORDS } from './words';

interface Props {
  /** Undefined while they are looked up. */
  readonly scenarios: readonly ScenarioListed[] | undefined;
  readonly chosen: string;
}

export function ScenarioList({ scenarios, chosen }: Props): ReactNode {
  const { language, nameOf, count, shared } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const groups = [
    { title: words.ofProject, those: scenarios?.filter((one) => !one.isOwn) },
    { title: words.own, those: scenarios?.filter((one) => one.isOwn) },
  ];
  return (
    <nav className="scenario-list" aria-label={words.chosen}>
      {groups.map(({ title, those }, at) => (
        <div key={title}>
          <h2>{title}</h2>
          <ul aria-busy={!those}>
            {those ? null : <li className="waiting" />}
            {those?.map((one) => (
              <li key={one.id}>
                <Choice id={one.id} isChosen={one.id === chosen}>
                  {nameOf(one.name)}
                  <span className="note">
                    {one.enterprises === null ? one.id : shared.enterprises(count(one.enterprises))}
                    {shared.comma}
                    {shared.days(count(one.days))}
                  </span>
                </Choice>
              </li>
            ))}
            {at === 1 ? (
              <li>
                <Choice id={COUNTY} isChosen={chosen === COUNTY}>
                  + {words.ownCounty}
                  <span className="note">{words.tablesNote}</span>
                </Choice>
              </li>
            ) : null}
          </ul>
        </div>
      ))}
    </nav>
  );
}

function Choice({
  id,
  isChosen,
  children,
}: {
  readonly id: string;
  readonly isChosen: boolean;
  readonly children: ReactNode;
}): ReactNode {
  return (
    <a
      href={addressOf('scenarios', { scenario: id })}
      aria-current={isChosen ? 'true' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        event.preventDefault();
        go('scenarios', { scenario: id });
      }}
    >
      {children}
    </a>
  );
}

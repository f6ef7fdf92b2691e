// The bar at the top: pages, run, language, theme.
import { useContext } from 'react';
import { addressOf, choose, go, PAGES, usePlace } from '../state/place';
import { RunScopeContext } from '../state/scope';
import { useKeys } from '../state/keys';
import { useSpeech } from '../words/language';

export function TopBar(): React.ReactNode {
  const { page } = usePlace();
  const { words, nameOf, language } = useSpeech();
  const scope = useContext(RunScopeContext);
  useKeys(Object.fromEntries(PAGES.map((one, at) => [String(at + 1), () => go(one)])));
  return (
    <header className="top-bar">
      <a className="brand" href={addressOf('live')}>
        Resumption
      </a>
      <nav>
        {PAGES.map((one) => (
          <a
            key={one}
            href={addressOf(one)}
            aria-current={one === page ? 'page' : undefined}
            onClick={(event) => {
              if (event.ctrlKey || event.metaKey || event.shiftKey) return;
              event.preventDefault();
              go(one);
            }}
          >
            {words.pages[one]}
          </a>
        ))}
      </nav>
      <span className="label">
        {scope
          ? `${nameOf(scope.run.scenario.name)} · ${words.seed(scope.run.seed)} · ${words.sealed(scope.run.projectedDay)}`
          : ''}
      </span>
      <button onClick={() => choose({ lang: language === 'zh' ? 'en' : 'zh' })} lang={language === 'zh' ? 'en' : 'zh'}>
        {words.otherLanguage}
      </button>
    </header>
  );
}

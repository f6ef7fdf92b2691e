// The bar at the top: pages, run, language, theme, and the two decisions.
import { useContext, type MouseEvent } from 'react';
import { openDecision } from '../state/decide';
import { useKeys } from '../state/keys';
import { addressOf, choose, go, PAGES, usePlace, type Page } from '../state/place';
import { RunScopeContext } from '../state/scope';
import { useSpeech } from '../words/language';
import { KeysList } from './keys-list';
import { RunChoice } from './run-choice';
import { RunState } from './run-state';

export function TopBar(): React.ReactNode {
  const { choices } = usePlace();
  const { words, language } = useSpeech();
  const scope = useContext(RunScopeContext);
  const other = language === 'zh' ? 'en' : 'zh';
  useKeys({
    ...Object.fromEntries(PAGES.map((one, at) => [String(at + 1), () => go(one)])),
    '?': () => choose({ help: choices['help'] === undefined ? 1 : null }),
  });
  const turnTheme = (): void => {
    const isDark = document.documentElement.dataset['theme'] === 'dark';
    choose({ theme: isDark ? 'light' : 'dark' });
  };
  return (
    <header className="top-bar">
      <a className="brand" href={addressOf('live')} onClick={(event) => follow(event, 'live')}>
        <img src="/mark.svg" alt="" width={18} height={18} />
        {language === 'zh' ? '复工' : 'Resumption'}
      </a>
      <Pages />
      <span className="room" />
      <RunChoice />
      <RunState />
      <button onClick={() => choose({ lang: other })} lang={other}>
        {words.otherLanguage}
      </button>
      <button className="icon" aria-label={words.theme} title={words.theme} onClick={turnTheme}>
        <span aria-hidden="true">◐</span>
      </button>
      <button
        className="icon wide-only"
        aria-label={words.help}
        title={`${words.help} (?)`}
        onClick={() => choose({ help: 1 })}
      >
        <span aria-hidden="true">?</span>
      </button>
      {scope && (
        <>
          <button className="wide-only" onClick={() => openDecision('intervene')}>
            {words.intervene} <kbd>i</kbd>
          </button>
          <button className="primary wide-only" onClick={() => openDecision('fork')}>
            {words.forkHere} <kbd>f</kbd>
          </button>
        </>
      )}
      {choices['help'] !== undefined && <KeysList />}
    </header>
  );
}

/** The pages: in a row, and on a phone behind one button. */
function Pages(): React.ReactNode {
  const { page } = usePlace();
  const { words } = useSpeech();
  const links = PAGES.map((one) => (
    <a
      key={one}
      href={addressOf(one)}
      aria-current={one === page ? 'page' : undefined}
      onClick={(event) => follow(event, one)}
    >
      {words.pages[one]}
    </a>
  ));
  return (
    <>
      <nav className="pages">{links}</nav>
      <details className="pages-menu">
        <summary aria-label={words.menu}>
          <span aria-hidden="true">☰</span>
        </summary>
        <nav>{links}</nav>
      </details>
    </>
  );
}

function follow(event: MouseEvent<HTMLElement>, page: Page): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  event.currentTarget.closest('details')?.removeAttribute('open');
  go(page);
}

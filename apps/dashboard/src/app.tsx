// The page: who is asking, which run, and the page of the address inside its scope.
import { lazy, Suspense, useEffect, useLayoutEffect, type ComponentType, type LazyExoticComponent } from 'react';
import { isProblem } from './api/client';
import { useAnswer } from './api/queries';
import { LivePage } from './pages/live';
import { KeyForm } from './shell/key-form';
import { RunFrame } from './shell/run-frame';
import { TopBar } from './shell/top-bar';
import { usePlace, type Page } from './state/place';
import { useSpeech } from './words/language';

type PageView = ComponentType | LazyExoticComponent<ComponentType>;

/** Only the first page is there at once. */
const VIEWS: Readonly<Record<Page, PageView>> = {
  live: LivePage,
  stages: lazy(async () => ({ default: (await import('./pages/stages')).StagesPage })),
  enterprises: lazy(async () => ({ default: (await import('./pages/enterprises')).EnterprisesPage })),
  why: lazy(async () => ({ default: (await import('./pages/why')).WhyPage })),
  scenarios: lazy(async () => ({ default: (await import('./pages/scenarios')).ScenariosPage })),
  compare: lazy(async () => ({ default: (await import('./pages/compare')).ComparePage })),
  events: lazy(async () => ({ default: (await import('./pages/events')).EventsPage })),
  system: lazy(async () => ({ default: (await import('./pages/system')).SystemPage })),
};

/** Pages that are about no one run. */
const WITHOUT_RUN: readonly Page[] = ['scenarios', 'compare', 'system'];

export function App(): React.ReactNode {
  const { page, choices } = usePlace();
  const { language } = useSpeech();
  const session = useAnswer('readSession', {});
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  // Before anything is drawn: a canvas reads the theme's colours.
  useLayoutEffect(() => {
    const isDark =
      choices['theme'] === 'dark' || (!choices['theme'] && matchMedia('(prefers-color-scheme: dark)').matches);
    document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light';
  }, [choices]);
  if (session.error && isProblem(session.error) && session.error.problem.status === 401) return <KeyForm />;
  const View = VIEWS[page];
  const view = (
    <Suspense fallback={<main className="page" aria-busy="true" />}>
      <View />
    </Suspense>
  );
  if (WITHOUT_RUN.includes(page)) {
    return (
      <>
        <TopBar />
        {view}
      </>
    );
  }
  return <RunFrame>{view}</RunFrame>;
}

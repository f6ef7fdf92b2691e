// A run that the gateway does not show: it says why, and leads on.
import type { Problem } from '#libs/api';
import { go } from '../state/place';
import { useSpeech } from '../words/language';
import { sentence } from './decide/refusal';
import { TopBar } from './top-bar';

export function NotThere({ problem }: { readonly problem: Problem }): React.ReactNode {
  const { words } = useSpeech();
  return (
    <>
      <TopBar />
      <main className="page alone">
        <h1>{problem.status === 404 ? words.noRun : words.cannotLoad}</h1>
        <p className="lead">
          {sentence(problem.detail)} {problem.mend}
        </p>
        <p>
          <button className="primary" onClick={() => go('live', { run: null, day: null, with: null })}>
            {words.tryAnother}
          </button>
        </p>
      </main>
    </>
  );
}

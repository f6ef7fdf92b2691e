// A run that the gateway does not show: it says why, and leads on.
import type { Problem } from '#libs/api';
import { go } from '../state/place';
import { useSpeech } from '../words/language';
import { toldProblem } from '../words/problems';
import { TopBar } from './top-bar';

export function NotThere({ problem }: { readonly problem: Problem }): React.ReactNode {
  const { words, language } = useSpeech();
  const { detail, mend } = toldProblem(problem, language);
  const title = problem.status === 404 ? words.noRun : words.cannotLoad;
  return (
    <>
      <TopBar />
      <main className="page alone">
        <h1>{title}</h1>
        <p className="lead">{detail === title ? mend : `${detail} ${mend}`}</p>
        <p>
          <button className="primary" onClick={() => go('live', { run: null, day: null, with: null })}>
            {words.tryAnother}
          </button>
        </p>
      </main>
    </>
  );
}

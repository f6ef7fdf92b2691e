// Before the first answer: ghosts in the places where things will stand, and after a moment what is waited for.
import { useEffect, useState } from 'react';
import { useSpeech } from '../words/language';

/** What comes sooner needs no word. */
const SILENT_MS = 400;

/** @param day the one that is being opened */
export function Opening({ day = 0 }: { readonly day?: number }): React.ReactNode {
  const { words } = useSpeech();
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), SILENT_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <main className="page" aria-busy="true">
      <div className="ghosts" aria-hidden="true">
        <i className="ghost headline" />
        <i className="ghost line" />
        <i className="ghost bar" />
        <i className="ghost flow" />
        <i className="ghost curve" />
      </div>
      <p role="status" className="label">
        {isLong ? words.opening(Math.max(0, day)) : ''}
      </p>
    </main>
  );
}

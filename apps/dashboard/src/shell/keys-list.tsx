// The list of keys: `?`.
import { useEffect, useRef } from 'react';
import { choose } from '../state/place';
import { useSpeech } from '../words/language';

export function KeysList(): React.ReactNode {
  const { words } = useSpeech();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="keys-list" aria-labelledby="keys-title" onClose={() => choose({ help: null })}>
      <div className="dialog-head">
        <h2 id="keys-title">{words.help}</h2>
        <button className="quiet" onClick={() => dialog.current?.close()}>
          {words.close} <kbd>esc</kbd>
        </button>
      </div>
      <dl>
        {words.keys.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </dialog>
  );
}

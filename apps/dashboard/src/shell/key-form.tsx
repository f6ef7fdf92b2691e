// Asks for a key where the gateway wants one; it is kept in a cookie that scripts cannot read.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { ask } from '../api/client';
import { useSpeech } from '../words/language';
import { errorLine } from '../words/problems';

export function KeyForm(): React.ReactNode {
  const { words, language } = useSpeech();
  const queries = useQueryClient();
  const [key, setKey] = useState('');
  const [refusal, setRefusal] = useState<string>();
  const enter = (event: FormEvent): void => {
    event.preventDefault();
    ask('openSession', { body: { key } }).then(
      () => void queries.invalidateQueries(),
      (error: unknown) => setRefusal(errorLine(error, language)),
    );
  };
  return (
    <main className="page">
      <form onSubmit={enter}>
        <h1>Resumption</h1>
        <p className="lead">{words.keyMend}</p>
        <label>
          {words.keyAsked}{' '}
          <input type="password" value={key} onChange={(event) => setKey(event.target.value)} autoFocus />
        </label>{' '}
        <button className="primary" disabled={key === ''}>
          {words.enter}
        </button>
        <p role="alert">{refusal}</p>
      </form>
    </main>
  );
}

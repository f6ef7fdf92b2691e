// Keeps what was changed as a scenario of one's own, or takes one's own away.
import { useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent, type ReactNode } from 'react';
import { ask } from '../../api/client';
import { go } from '../../state/place';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import { forget, type Draft } from './draft';
import { setAt } from './text-edit';
import { SCENARIOS_WORDS } from './words';

interface Props {
  readonly draft: Draft;
  /** Id that the text gives itself. */
  readonly id: string;
  readonly isValid: boolean;
}

export function KeepForm({ draft, id, isValid }: Props): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const queries = useQueryClient();
  const isOwn = draft.source?.isOwn === true;
  const [named, setNamed] = useState<string>();
  const [told, setTold] = useState<string>();
  const [refusal, setRefusal] = useState<string>();
  const name = named ?? (isOwn || draft.source === undefined ? id : `my-${id}`);
  const refuse = (error: unknown): void => setRefusal(errorLine(error, language));
  const again = (): Promise<void> => queries.invalidateQueries({ queryKey: ['listScenarios'] });
  const keep = async (): Promise<void> => {
    // A scenario is found by the id that its text gives.
    const text = setAt(draft.text, ['id'], name);
    await ask('saveScenario', { params: { id: name }, body: { text, tables: draft.tables } });
    draft.revert();
    forget(name);
    await Promise.all([again(), queries.invalidateQueries({ queryKey: ['readScenario'] })]);
    setTold(words.kept(name));
    go('scenarios', { scenario: name });
  };
  const remove = async (): Promise<void> => {
    if (!confirm(words.removeSure(draft.id))) return;
    await ask('removeScenario', { params: { id: draft.id } });
    forget(draft.id);
    await again();
    go('scenarios', { scenario: null });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setRefusal(undefined);
    keep().catch(refuse);
  };
  return (
    <form className="keep-form" onSubmit={submit}>
      <label>
        {words.keepAs}
        <input
          value={name}
          pattern="[a-z0-9][a-z0-9\-]{0,79}"
          required
          title={words.keepNote}
          spellCheck={false}
          onChange={(event) => setNamed(event.target.value)}
        />
      </label>
      <button disabled={!isValid}>{words.keep}</button>
      {draft.isChanged ? (
        <button type="button" onClick={draft.revert}>
          {words.revert}
        </button>
      ) : null}
      {isOwn ? (
        <button type="button" onClick={() => void remove().catch(refuse)}>
          {words.removeOwn}
        </button>
      ) : null}
      <p role="status" className="note">
        {told}
      </p>
      <p role="alert" className="fault-note">
        {refusal}
      </p>
    </form>
  );
}

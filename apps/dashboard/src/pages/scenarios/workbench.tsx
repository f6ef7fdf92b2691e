// One scenario: form and text side by side, each the other's mirror; its tables, its faults, keeping and running it.
import type { Lever } from '#libs/api';
import { useMemo, useRef, useState, type ReactNode } from 'react';
import { choose, usePlace } from '../../state/place';
import { useSpeech } from '../../words/language';
import { toldError } from '../../words/problems';
import { COUNTY, isKnownValid, useDraft, type Draft } from './draft';
import { Finding } from './finding';
import { formOf, type ScenarioForm } from './form-of';
import { KeepForm } from './keep-form';
import { RunForm } from './run-form';
import { ScenarioFormView } from './scenario-form';
import { TablesPanel } from './tables-panel';
import { removeAt, renameAt, setAt, spanOf, type Span } from './text-edit';
import { useValidation } from './use-validation';
import { SCENARIOS_WORDS } from './words';
import { YamlPanel } from './yaml-panel';

interface WorkbenchShape {
  readonly id: string;
  /** What it is called, as far as that is known before it is read. */
  readonly name: string;
}

export function Workbench({ id, name }: WorkbenchShape): ReactNode {
  const { language } = useSpeech();
  const { draft, error } = useDraft(id);
  if (error) {
    const refused = toldError(error, language);
    return (
      <header className="finding" role="alert">
        <h1>{refused.detail}</h1>
        <p className="lead">{refused.mend}</p>
      </header>
    );
  }
  return draft ? <Draught draft={draft} /> : <Loading name={name} />;
}

/** Ghosts in the places of what comes. */
function Loading({ name }: { readonly name: string }): ReactNode {
  return (
    <div aria-busy="true">
      <header className="finding">
        <p className="label" />
        <h1>{name}</h1>
      </header>
      <div className="ghosts">
        <div />
        <div />
      </div>
    </div>
  );
}

function Draught({ draft }: { readonly draft: Draft }): ReactNode {
  const { text, tables } = draft;
  const texts = useMemo(() => ({ text, tables: [...tables] }), [text, tables]);
  const checked = useValidation(texts);
  const form = useMemo(() => formOf(text), [text]);
  const isKnown = isKnownValid(draft);
  const isValid = isKnown || (checked.validation?.isValid === true && !checked.isStale);
  const id = form?.basics.find(({ path }) => path[0] === 'id')?.text ?? '';
  const hasTables = draft.id === COUNTY || tables.length > 0 || form?.files.enterprises !== undefined;
  return (
    <>
      <Finding {...{ draft, form, checked }} />
      <div className="doings">
        <RunForm {...{ draft, form, isValid }} />
        <KeepForm {...{ draft, id, isValid }} />
      </div>
      {hasTables ? <TablesPanel tables={tables} names={form?.files ?? {}} onChange={draft.setTables} /> : null}
      <Sides {...{ draft, form, checked }} />
    </>
  );
}

interface SidesShape {
  readonly draft: Draft;
  readonly form: ScenarioForm | undefined;
  readonly checked: ReturnType<typeof useValidation>;
}

function Sides({ draft, form, checked }: SidesShape): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const { choices } = usePlace();
  const [at, setSpan] = useState<Span>();
  const { text, setText } = draft;
  const changes = {
    set: (path: readonly string[], value: string) => setText(setAt(text, path, value)),
    rename: (path: readonly string[], key: string) => setText(renameAt(text, path, key)),
    remove: (path: readonly string[]) => setText(removeAt(text, path)),
    focus: (path: readonly string[]) => setSpan(spanOf(text, path)),
  };
  const { validation } = checked;
  // A text with a fault has no levers: the names of the last that could be read stay.
  const known = useRef<readonly Lever[]>(draft.source?.levers ?? []);
  if (validation?.isValid) known.current = validation.levers;
  const levers = known.current;
  return (
    <div className={choices['side'] === 'file' ? 'sides show-file' : 'sides show-form'}>
      <div className="side-choice" role="group" aria-label={words.textNote}>
        <button aria-pressed={choices['side'] !== 'file'} onClick={() => choose({ side: null })}>
          {words.form}
        </button>
        <button aria-pressed={choices['side'] === 'file'} onClick={() => choose({ side: 'file' })}>
          {words.text}
        </button>
      </div>
      <section className="side-form">
        <h2>
          {words.form} <span className="note">{words.formNote}</span>
        </h2>
        {form ? (
          <ScenarioFormView {...{ form, changes }} levers={levers} faults={validation?.faults ?? []} />
        ) : (
          <p className="lead">{words.formWaits}</p>
        )}
      </section>
      <section className="side-file">
        <h2>
          {words.text} <span className="note">{words.textNote}</span>
        </h2>
        <YamlPanel {...{ text, checked, at }} tables={draft.tables} onChange={setText} />
      </section>
    </div>
  );
}

// The panel at the side in which something is decided: which lever, from which day, what it becomes; then what came of it.
import type { Accepted } from '#libs/api';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useAnswer } from '../../api/queries';
import { openDecision, type Decision } from '../../state/decide';
import { useDates, useScope } from '../../state/scope';
import { choose } from '../../state/place';
import { DECIDE_WORDS } from '../../words/decide';
import { useSpeech } from '../../words/language';
import { amountText } from './amount';
import { LeverList } from './lever-list';
import { Refusal } from './refusal';
import { sendCommand, sendFork } from './send';
import { useChoice, type Choice } from './use-choice';
import { Preview, ValueField } from './value-field';

export function DecidePanel({ decision }: { readonly decision: Decision }): React.ReactNode {
  const { language, words: shell } = useSpeech();
  const words = DECIDE_WORDS[language];
  const { run } = useScope();
  const dates = useDates();
  const choice = useChoice(decision);
  const session = useAnswer('readSession', {});
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    // A dialog looks at its first button by itself. The list of levers takes the keys when it comes.
    dialog.current?.querySelector<HTMLElement>('[role=combobox], [data-first]')?.focus();
  }, []);
  const isFork = decision === 'fork';
  const mayDecide = session.data === undefined || session.data.role === 'planner' || session.data.role === 'operator';
  const isOver = !isFork && run.status !== 'running';
  const title = isFork ? words.forkTitle(dates.of(choice.day), choice.day) : words.interveneTitle;
  return (
    <dialog
      ref={dialog}
      className="side-panel"
      aria-labelledby="decide-title"
      onClose={() => openDecision(null)}
      onClick={(event) => event.target === dialog.current && dialog.current.close()}
    >
      <div className="side-panel-inside">
        <div className="dialog-head">
          <h2 id="decide-title">{title}</h2>
          <button className="quiet" type="button" onClick={() => dialog.current?.close()}>
            {shell.close} <kbd>esc</kbd>
          </button>
        </div>
        <p className="label">{isFork ? words.forkNote : words.interveneNote}</p>
        {!mayDecide && <p role="alert">{words.notAllowed}</p>}
        {isOver ? (
          <>
            <p>{words.isOver}</p>
            <button className="primary" onClick={() => openDecision('fork')}>
              {words.forkInstead}
            </button>
          </>
        ) : (
          mayDecide && <Form decision={decision} choice={choice} />
        )}
      </div>
    </dialog>
  );
}

function Form({ decision, choice }: { readonly decision: Decision; readonly choice: Choice }): React.ReactNode {
  const { language, nameOf } = useSpeech();
  const words = DECIDE_WORDS[language];
  const scope = useScope();
  const { lever, day, after } = choice;
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<unknown>();
  const [accepted, setAccepted] = useState<Accepted>();
  const isFork = decision === 'fork';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (!lever || !after || isSending) return;
    setSending(true);
    setRefusal(undefined);
    const sent = isFork
      ? sendFork(scope, day, lever, after)
      : sendCommand(scope, day, lever, after[0].value ?? 0).then(setAccepted);
    sent.catch(setRefusal).finally(() => setSending(false));
  };
  return (
    <form onSubmit={send}>
      <DayField choice={choice} />
      {lever ? (
        <p className="chosen-lever">
          <span className="label">{words.search}</span>
          <button type="button" onClick={() => choose({ lever: null })}>
            {nameOf(lever.name)} <span aria-hidden="true">×</span>
          </button>
        </p>
      ) : (
        choice.levers && <LeverList levers={choice.levers} day={day} chosen={choice.setLever} />
      )}
      {lever && <ValueField key={lever.path} choice={choice} />}
      <Preview choice={choice} isCommand={!isFork} />
      {lever && (
        <button className="primary" disabled={after === undefined || isSending}>
          {isSending ? words.sending : isFork ? words.fork : words.decide} <kbd>↵</kbd>
        </button>
      )}
      <Refusal error={refusal} />
      {accepted && lever && (
        <Outcome
          accepted={accepted}
          name={nameOf(lever.name)}
          value={amountText(accepted.value, lever.kind, { nothing: words.nothingActs, on: words.on, off: words.off })}
        />
      )}
    </form>
  );
}

function DayField({ choice: { day, askedDay, least, most, setDay } }: { readonly choice: Choice }): React.ReactNode {
  const { language } = useSpeech();
  const words = DECIDE_WORDS[language];
  const dates = useDates();
  const isDay = askedDay === day;
  return (
    <label className="field">
      <span>{words.fromDay}</span>
      <span className="with-unit">
        <input
          type="number"
          min={least}
          max={most}
          value={askedDay}
          aria-invalid={!isDay}
          onChange={(event) => event.target.value !== '' && setDay(Number(event.target.value))}
        />
        <span className="label">{isDay ? dates.of(day) : words.dayBetween(least, most)}</span>
      </span>
    </label>
  );
}

function Outcome({
  accepted,
  name,
  value,
}: {
  readonly accepted: Accepted;
  readonly name: string;
  readonly value: string;
}): React.ReactNode {
  const { language } = useSpeech();
  const words = DECIDE_WORDS[language];
  const dates = useDates();
  const { effectiveDay, askedDay } = accepted;
  return (
    <p role="status" className="accepted">
      {words.stands(name, value, dates.of(effectiveDay), effectiveDay)}{' '}
      {effectiveDay > askedDay ? words.later(askedDay) : ''}
    </p>
  );
}

// What a lever becomes: a number or a change of it, or on and off; and in words what that says.
import { useEffect, useRef } from 'react';
import { useDates } from '../../state/scope';
import { DECIDE_WORDS } from '../../words/decide';
import { useSpeech } from '../../words/language';
import { amountText, type Step } from './amount';
import type { Choice } from './use-choice';

export function ValueField({ choice }: { readonly choice: Choice }): React.ReactNode {
  const { language, nameOf } = useSpeech();
  const words = DECIDE_WORDS[language];
  const input = useRef<HTMLInputElement>(null);
  const { lever, text, setText, amount } = choice;
  useEffect(() => input.current?.select(), [lever?.path]);
  if (!lever) return null;
  if (lever.kind === 'switch') {
    const isOn = amount !== undefined && amount.value > 0;
    return (
      <fieldset className="field switch">
        <legend>{words.becomes}</legend>
        {[true, false].map((on) => (
          <button key={String(on)} type="button" aria-pressed={isOn === on} onClick={() => setText(on ? '1' : '0')}>
            {on ? words.on : words.off}
          </button>
        ))}
      </fieldset>
    );
  }
  return (
    <label className="field">
      <span>{words.becomes}</span>
      <span className="with-unit">
        <input
          ref={input}
          data-first
          value={text}
          inputMode="text"
          autoComplete="off"
          autoFocus
          onChange={(event) => setText(event.target.value)}
        />
        <span className="label">{nameOf(lever.unit)}</span>
      </span>
      <small className="note">{amount === undefined && text !== '' ? words.notANumber(text) : words.becomesHint}</small>
    </label>
  );
}

const MOST_STEPS = 3;

/** What the decision says, step by step, before it is sent. */
export function Preview({
  choice,
  isCommand,
}: {
  readonly choice: Choice;
  readonly isCommand: boolean;
}): React.ReactNode {
  const { language, nameOf } = useSpeech();
  const words = DECIDE_WORDS[language];
  const dates = useDates();
  const { lever, before, after, amount } = choice;
  if (!lever || amount === undefined) return null;
  if (after === undefined) return <p className="preview label">{words.sameAsNow}</p>;
  const told = (value: number | null): string =>
    amountText(value, lever.kind, { nothing: words.nothingActs, on: words.on, off: words.off });
  const plannedOn = (day: number): string => told(lever.values[day]);
  // A command is one value.
  const shown = isCommand ? after.slice(0, 1) : after;
  const [first, ...later] = shown;
  // A value alone stands to the end, so that later steps of the plan do not come.
  const given: Step | undefined = shown.length === 1 ? before[1] : undefined;
  return (
    <div className="preview" role="status">
      <p>
        <b>{words.preview(nameOf(lever.name), told(before[0].value), told(first.value), dates.of(first.day))}</b>
        {later.length === 0 ? ` ${words.staysToTheEnd}` : ''}
      </p>
      {later.slice(0, MOST_STEPS).map(({ day, value }) => (
        <p key={day}>{words.then(told(value), dates.of(day), plannedOn(day))}</p>
      ))}
      {later.length > MOST_STEPS && <p>{words.moreSteps(later.length - MOST_STEPS)}</p>}
      {given && <p className="note">{words.givesUp(told(given.value), dates.of(given.day))}</p>}
    </div>
  );
}

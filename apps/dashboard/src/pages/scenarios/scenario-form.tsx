// The scenario as a form: each value is the one at its path of the text.
import type { Lever } from '#libs/api';
import type { ReactNode } from 'react';
import { useSpeech } from '../../words/language';
import { faultAt, type Fault } from './faults';
import { FieldInput } from './field';
import type { Field, ScenarioForm, SeriesFields } from './form-of';
import { SeriesRow, type FormChanges } from './series-row';
import { SCENARIOS_WORDS } from './words';

interface Props {
  readonly form: ScenarioForm;
  readonly levers: readonly Lever[];
  readonly faults: readonly Fault[];
  readonly changes: FormChanges;
}

export function ScenarioFormView({ form, levers, faults, changes }: Props): ReactNode {
  const { language } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const start = form.basics.find(({ path }) => path[0] === 'start')?.text ?? '';
  const fields = (those: readonly Field[], nameOf: (field: Field) => string, isBelow = true): ReactNode => (
    <div className="fields">
      {those.map((field) => (
        <FieldInput
          key={field.path.join('.')}
          {...{ field, label: nameOf(field), fault: faultAt(faults, field.path) }}
          shown={isBelow ? field.path.at(-1) : undefined}
          onChange={changes.set}
          onFocus={changes.focus}
        />
      ))}
    </div>
  );
  const series = (title: string, note: string, those: readonly SeriesFields[]): ReactNode =>
    those.length === 0 ? null : (
      <fieldset>
        <legend>
          {title} <span className="note">{note}</span>
        </legend>
        {those.map((one) => {
          const path = one.path.join('.');
          const lever = levers.find((known) => known.path === path);
          return <SeriesRow key={path} series={one} {...{ lever, faults, changes, start }} />;
        })}
      </fieldset>
    );
  return (
    <form className="scenario-form" onSubmit={(event) => event.preventDefault()}>
      <fieldset>
        <legend>{words.basics}</legend>
        {fields(form.basics, (field) => words.basicNames[field.path.join('.')], false)}
      </fieldset>
      {series(words.levers, words.leversNote, form.levers)}
      {form.shocks.map((shock) => (
        <fieldset key={shock.path.join('.')}>
          <legend>
            {words.shocks} <span className="mono path">{shock.path.join('.')}</span>{' '}
            <span className="note">{shock.on === '' ? '' : words.actsOn(shock.on)}</span>
          </legend>
          {fields(shock.fields, (field) => words.shockNames[field.path[2]])}
        </fieldset>
      ))}
      {form.market.length === 0 ? null : (
        <fieldset>
          <legend>
            {words.market} <span className="mono path">market</span>
          </legend>
          {fields(form.market, (field) => words.marketNames[field.path[1]])}
        </fieldset>
      )}
      {series(words.curves, words.curvesNote, form.curves)}
    </form>
  );
}

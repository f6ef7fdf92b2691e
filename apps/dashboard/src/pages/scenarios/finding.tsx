// The headline: what this scenario is, and whether it can run.
import type { ReactNode } from 'react';
import { runDates, type Language } from '#libs/words';
import { useSpeech } from '../../words/language';
import { errorLine } from '../../words/problems';
import { COUNTY, isKnownValid, type Draft } from './draft';
import type { ScenarioForm } from './form-of';
import type { Checked } from './use-validation';
import { SCENARIOS_WORDS } from './words';

interface Props {
  readonly draft: Draft;
  readonly form: ScenarioForm | undefined;
  readonly checked: Checked;
}

export function Finding({ draft, form, checked }: Props): ReactNode {
  const { language, count } = useSpeech();
  const words = SCENARIOS_WORDS[language];
  const { validation, error } = checked;
  const basic = (path: string): string => form?.basics.find((one) => one.path.join('.') === path)?.text ?? '';
  const name = (language === 'zh' && basic('name.zh')) || basic('name.en') || draft.id.replace('.', '');
  const isKnown = isKnownValid(draft);
  const title = error
    ? words.unread(name)
    : !validation && !isKnown
      ? words.checking(name)
      : isKnown || validation?.isValid
        ? words.isValid(name)
        : words.hasFaults(name, validation?.faults.length ?? 1);
  const { enterprises, links, days } = isKnown ? (draft.source ?? {}) : (validation ?? {});
  const size =
    typeof enterprises === 'number' && typeof links === 'number' && typeof days === 'number'
      ? words.whole(count(enterprises), count(links), days)
      : '';
  const [first] = isKnown ? [] : (validation?.faults ?? []);
  const whose = draft.id === COUNTY ? words.countyLead : draft.source?.isOwn ? words.yours : words.builtIn;
  const refusal = error ? [errorLine(error, language)] : [];
  const fault = first ? [words.firstFault(first.path), `${first.reason} ${first.mend}`] : [];
  const known = [size, words.starts(startOf(basic('start'), language), basic('seed') || '1'), whose];
  return (
    <header className="finding">
      <p className="label">
        <span className="mono">{basic('id')}</span>
        {draft.isChanged ? ` · ${words.unsaved}` : ''}
      </p>
      <h1 aria-live="polite">{title}</h1>
      <p className="lead">
        {(error ? refusal : first ? fault : known).filter((one) => one !== '').join(language === 'zh' ? '' : ' ')}
      </p>
    </header>
  );
}

/** The first day with its year, or as it is written where it is no date. */
function startOf(start: string, language: Language): string {
  return /^\d{4}-\d\d-\d\d$/.test(start) ? runDates({ start, days: 1, language }).whole : start;
}

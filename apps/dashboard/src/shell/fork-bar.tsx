// Above a fork: of which run, since when, with what; and the comparison one press away.
import type { Run } from '#libs/api';
import { go, usePlace } from '../state/place';
import { useDates } from '../state/scope';
import { DECIDE_WORDS } from '../words/decide';
import { useSpeech } from '../words/language';

export function ForkBar({ run }: { readonly run: Run }): React.ReactNode {
  const { language } = useSpeech();
  const { choices } = usePlace();
  const words = DECIDE_WORDS[language];
  const dates = useDates();
  const { forkedFrom, interventions, set } = run;
  if (!forkedFrom) return null;
  const decided = interventions.filter(({ day }) => day >= forkedFrom.day);
  const told =
    decided.length > 0
      ? decided.map(({ path, value }) => `${path} = ${value}`)
      : set.map(({ path, value }) => `${path} = ${value}`);
  return (
    <div className="fork-bar">
      <span>{words.forkOf(dates.of(forkedFrom.day))}</span>
      <span className="mono">{[...new Set(told)].slice(0, 3).join(', ')}</span>
      {forkedFrom.run !== null && (
        <button className="primary" onClick={() => compareWithParent(run, choices['with'])}>
          {words.compareParent} <kbd>c</kbd>
        </button>
      )}
    </div>
  );
}

/** The parent comes first: what the others are held against. */
export function compareWithParent({ id, forkedFrom }: Run, beside: string | undefined): void {
  const parent = beside ?? forkedFrom?.run;
  go('compare', { runs: parent === undefined || parent === null || parent === id ? id : `${parent},${id}` });
}
